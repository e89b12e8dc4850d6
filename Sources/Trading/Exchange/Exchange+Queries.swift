import Accounting
import Domain
import Matching

/// A stretch of a lease that its provider has yet to report.
public struct OwedReport: Hashable, Sendable {
    public let id: LeaseID
    public let provider: PartyID
    public let quantity: Quantity
    public let fromSecond: Int64
    public let untilSecond: Int64

    /// The report that says that all of it was used.
    public var allUsed: UsageReport {
        UsageReport(
            lease: id, fromSecond: fromSecond, untilSecond: untilSecond,
            used: quantity.milli * (untilSecond - fromSecond), idle: 0)
    }
}

extension Exchange {
    /// What providers can report at an instant, by lease. Complexity: O(leases).
    public func owedReports(at stamp: Stamp) -> [OwedReport] {
        leases.entries.compactMap { lease in
            let until = min(lease.endSecond, stamp.seconds)
            guard until > lease.reportedUntil else { return nil }
            return OwedReport(
                id: lease.fill.lease, provider: lease.fill.provider, quantity: lease.fill.quantity,
                fromSecond: lease.reportedUntil, untilSecond: until)
        }
    }

    /// Why an ended demand's residual was not filled, by the offers as they stand now; nil for one that is open, was
    /// filled, or does not exist. Complexity: O(types + offers).
    public func exclusions(ofEnded id: DemandID) -> ExclusionCounts? {
        guard let entry = orders.demand(id), !entry.isOpen, entry.closed != nil else { return nil }
        return market.exclusions(of: market.trial(of: marketDemand(entry)))
    }

    /// The tariff that ranked a fill and that nobody paid, per unit-hour.
    public func policyTariff(of fill: Fill) -> UnitPrice {
        market.policyTariff(from: fill.home, to: fill.zone, network: fill.versions.network)
    }

    /// A demand as the matcher took it when it was accepted, with all of it open; nil where there is none.
    public func marketDemand(_ id: DemandID) -> MarketDemand? {
        orders.demand(id).map { entry in
            let now = marketDemand(entry)
            return MarketDemand(
                demand: now.demand, buyer: now.buyer, subsidyClass: now.subsidyClass, network: now.network)
        }
    }

    /// The pairs of parties that are not free of each other, as they stand.
    public var pairsBlocked: PairTable { pairs }

    /// When a demand at rest may be filled whole; nil where it is none, or too few were filled lately.
    public func fillTimeBand(of id: DemandID) -> FillTimeBand? {
        orders.demand(id).flatMap { fillTimeBand(of: $0) }
    }

    /// How many demands there have been.
    public var demandCount: Int64 { Int64(orders.demands.count) }

    /// Whether the ledger keeps every rule of `rules.md`; what it does not, in words.
    public func ledgerViolations() -> [LedgerViolation] { ledger.violations() }
}
