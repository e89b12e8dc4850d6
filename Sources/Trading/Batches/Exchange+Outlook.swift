import Domain
import Matching
import Records

/// What a round's scope would clear as it stands: batches that are called, and those that would be if it were called now.
///
/// They are copies: whoever solves them holds nobody up.
public struct RoundOutlook: Sendable {
    /// By the policy; nil where it has no round of this zone and lot.
    public let times: RoundTimes?
    public let priceRule: PriceRule
    /// The open ones of this zone and lot in order of their calls, then those to come by window.
    public let batches: [Batch]
    /// How many of them are open.
    public let openCount: Int
}

extension Exchange {
    /// The batches of a zone and lot as they stand, of which nothing happens. What is called at the next instant of the
    /// policy's round is looked at as of then, each batch by itself.
    ///
    /// Errors: `unknownZone`, `batchPolicyInvalid` (neither nation nor hub), `quantityNotPositive` (the lot).
    ///
    /// - Complexity: that of a call.
    public func outlook(zone: ZoneID, lot: Quantity) throws(Reason) -> RoundOutlook {
        try checkScope(zone)
        guard lot > .zero else { throw .quantityNotPositive }
        let number = batches.policy.rounds.firstIndex { $0.zone == zone && $0.lot == lot }
        let times = number.map { batches.times(of: $0) }
        let stamp = max(now, times.map { $0.awaits.isEmpty ? $0.next : now } ?? now)
        let open = batches.open.filter { $0.scope.zone == zone && $0.scope.lot == lot }
        let planned = market.batchWindows(in: zone, from: stamp.firstHourAfter).compactMap { window in
            plannedCall(BatchScope(zone: zone, window: window, lot: lot), at: stamp)?.batch
        }
        return RoundOutlook(
            times: times, priceRule: catalogue.policy.priceRule, batches: open + planned, openCount: open.count)
    }
}
