import Domain
import Records

/// A source's amount in a lease and what became of it so far. amount = escrow + earned + refunded.
public struct LeaseShare: Hashable, Sendable {
    public let source: LeaseSource
    public let amount: Money
    /// Used and idle, before the fee.
    public internal(set) var earned: Money = .zero
    /// Missed, or no longer owed.
    public internal(set) var refunded: Money = .zero
    /// Of the earned, for own money less its fee: free to pay out, or claimable. The transfer line has none.
    public internal(set) var matured: Money = .zero
    /// Of the matured: claimed.
    public internal(set) var claimed: Money = .zero

    init(source: LeaseSource, amount: Money) {
        self.source = source
        self.amount = amount
    }

    /// Not yet delivered.
    public var escrow: Money { amount - earned - refunded }
    /// Public money that may be claimed now; zero for own money.
    public var claimable: Money {
        guard case .lot = source else { return .zero }
        return matured - claimed
    }
}

/// What a stretch of delivery took from one source.
public struct SourcePiece: Hashable, Sendable {
    public let source: LeaseSource
    public let used: Money
    public let idle: Money
    public let missed: Money

    public init(source: LeaseSource, used: Money, idle: Money, missed: Money) {
        self.source = source
        self.used = used
        self.idle = idle
        self.missed = missed
    }

    public var earned: Money { used + idle }
}

/// What a stretch of delivery comes to: quota by outcome, a piece for each source, and the provider's fee.
public struct DeliverySplit: Hashable, Sendable {
    /// Milli-unit-seconds.
    public let used: Int64
    public let idle: Int64
    public let missed: Int64
    /// One for each share of the lease, in its order.
    public let pieces: [SourcePiece]
    /// Of the own money that this stretch earned.
    public let fee: Money
}

/// What waits for its 72 hours: amounts by share, for own money less the fee.
struct PendingEarning: Hashable, Sendable {
    let maturesAt: Stamp
    var amounts: [Money]
}

/// What became free to pay out and claimable.
public struct MaturedEarning: Hashable, Sendable {
    /// Own money of the provider, less the fee.
    public let own: Money
    /// Parts of lots that may now be claimed.
    public let lots: [ProgrammeClaim]

    public init(own: Money, lots: [ProgrammeClaim]) {
        self.own = own
        self.lots = lots
    }
}
