import Domain
import Records

/// An account and its balance: what it was credited less what it was debited.
public struct LedgerRow: Hashable, Sendable {
    public let account: Account
    /// Fen, or milli-unit-seconds of quota; below zero for a source only.
    public internal(set) var balance: Int64

    public init(account: Account, balance: Int64 = 0) {
        self.account = account
        self.balance = balance
    }
}

/// An account that changed since the last drain.
public struct TouchedAccount: Hashable, Sendable {
    public let account: AccountID
    public let balance: Int64

    public init(account: AccountID, balance: Int64) {
        self.account = account
        self.balance = balance
    }
}

/// A lot that changed since the last drain: sums over its funders.
public struct TouchedLot: Hashable, Sendable {
    public let lot: LotID
    public let free: Money
    public let held: Money

    public init(lot: LotID, free: Money, held: Money) {
        self.lot = lot
        self.free = free
        self.held = held
    }
}
