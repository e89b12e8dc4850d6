import Domain
import Records

/// A fill as its provider sees it: source by source what was paid, earned, held and given back.
public struct FillStatement: Hashable, Sendable {
    public let lease: LeaseID
    public let demand: DemandID
    public let buyer: PartyID
    public let provider: PartyID
    /// In the order of the lease's shares.
    public let lines: [StatementLine]
    /// Milli-unit-seconds.
    public let used: Int64
    public let idle: Int64
    public let missed: Int64
    public let undelivered: Int64

    /// Complexity: O(shares).
    public init(_ account: LeaseAccount) {
        (lease, demand) = (account.lease, account.demand)
        (buyer, provider) = (account.buyer, account.provider)
        lines = account.shares.map { StatementLine($0, fee: account.fee) }
        (used, idle, missed) = (account.used, account.idle, account.missed)
        undelivered = account.undelivered
    }

    public func sum(_ part: KeyPath<StatementLine, Money>) -> Money {
        lines.reduce(.zero) { $0 + $1[keyPath: part] }
    }
}
