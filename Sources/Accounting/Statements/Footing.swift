import Domain
import Records

/// What the leases say that accounts must hold: their sum, account by account.
///
/// Escrow, earned, claimed, fees, network and quota are filled by leases alone, so that the sum over all
/// leases equals the ledger.
public struct Footing: Sendable {
    private var amounts: [Account: Int64] = [:]
    /// In order of first mention, since a dictionary has no order.
    private var order: [Account] = []

    public init() {}

    /// The footing of many leases. Complexity: O(leases × shares).
    public init(_ leases: some Sequence<LeaseAccount>) {
        for lease in leases { add(lease) }
    }

    /// What the added leases leave in an account; zero for one that they do not touch.
    public func amount(in account: Account) -> Int64 { amounts[account] ?? 0 }

    public mutating func add(_ lease: LeaseAccount) {
        addQuota(lease)
        for share in lease.shares { add(share, of: lease) }
        add(lease.fee, .fees)
    }

    private mutating func addQuota(_ lease: LeaseAccount) {
        add(lease.cut - lease.whole, .duty(lease.lease, provider: lease.provider))
        add(lease.undelivered, .undelivered(lease.lease, buyer: lease.buyer))
        add(lease.used, .delivered(lease.lease, .used, buyer: lease.buyer))
        add(lease.idle, .delivered(lease.lease, .idle, buyer: lease.buyer))
        add(lease.missed, .delivered(lease.lease, .missed, buyer: lease.buyer))
    }

    private mutating func add(_ share: LeaseShare, of lease: LeaseAccount) {
        let line = StatementLine(share, fee: lease.fee)
        switch share.source {
        case .own:
            add(line.escrow, .escrow(lease.buyer))
            add(line.waiting, .earned(lease.provider))
        case .transfer:
            add(line.escrow, .escrow(lease.buyer))
            add(line.paid, .network(home: lease.home, zone: lease.zone))
        case .lot(let lot):
            let claimant = lease.claimant(of: lot)
            add(line.escrow, .voucher(lot.asset, .escrow, lease.buyer))
            add(line.waiting + line.claimable, .voucher(lot.asset, .earned, claimant))
            add(line.claimed, .voucher(lot.asset, .claimed, claimant))
        }
    }

    private mutating func add(_ amount: Money, _ account: Account) { add(amount.fen, account) }

    private mutating func add(_ amount: Int64, _ account: Account) {
        if amounts[account] == nil { order.append(account) }
        amounts[account, default: 0] += amount
    }
}

/// An account that does not hold what the leases say.
public struct FootingDifference: Hashable, Sendable {
    public let account: Account
    public let leases: Int64
    public let ledger: Int64

    public init(account: Account, leases: Int64, ledger: Int64) {
        self.account = account
        self.leases = leases
        self.ledger = ledger
    }
}

extension Footing {
    /// The roles whose accounts are filled by leases alone.
    public static let roles: [AccountRole] = [
        .escrow, .earned, .claimed, .fees, .network, .duty, .undelivered, .used, .idle, .missed,
    ]

    /// Where the ledger differs, accounts ascending, then those that it has not opened; empty where it foots.
    ///
    /// - Parameter owner: only this owner's accounts; the footing then needs only the leases that it takes
    ///   part in, on either side. Complexity: O(accounts).
    public func differences(from ledger: Ledger, of owner: AccountOwner? = nil) -> [FootingDifference] {
        let opened = ledger.rows.map(\.account).filter { Footing.roles.contains($0.role) }
        let missing = order.filter { ledger.accountID(for: $0) == nil }
        return (opened + missing).filter { owner == nil || $0.owner == owner }.compactMap { account in
            let (leases, there) = (amount(in: account), ledger.balance(of: account))
            return leases == there ? nil : FootingDifference(account: account, leases: leases, ledger: there)
        }
    }
}
