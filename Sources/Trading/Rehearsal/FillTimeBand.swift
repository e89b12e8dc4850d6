import Domain

/// When a demand at rest may be filled whole, if it is: nine in ten times not before, nine in ten times not after.
public struct FillTimeBand: Hashable, Sendable {
    /// From now on.
    public let fromSeconds: Int64
    public let untilSeconds: Int64
    /// How many demands it was drawn from, all filled, and how many like it ended, filled or not.
    public let filled: Int64
    public let ended: Int64

    /// Fewer say nothing.
    static let leastSamples = 9
    /// How many of the newest demands are looked at.
    static let mostDemands = 4_096

    /// As much of what is filled as the k-th least of n times leaves below it, k a tenth of n + 1, lies below the band, and
    /// as much above: another demand like those lies between with 1 − 2k / (n + 1), whatever their distribution.
    ///
    /// Nobody knows when those that rest still will be filled, or whether: above the band all of them may be. Where they
    /// are too many the band ends with the last instant at which the demand can be filled.
    ///
    /// - Parameters:
    ///   - rests: of demands like it.
    ///   - waited: seconds that it has rested: only those that rested as long are like it.
    ///   - latest: seconds from now on until it can be filled no more.
    init?(_ rests: [RestTime], waited: Int64, latest: Int64) {
        let like = rests.filter { $0.seconds >= waited }
        let count = like.count { $0.end == .filled }
        guard count >= FillTimeBand.leastSamples else { return nil }
        let shares = FillShares(like)
        let mean = shares.filled / Int64(count)
        // What of the shares is lost in rounding is far below any of them.
        let isTail = { (share: Int64, of: Int64) in (share + mean) * 10 <= of + mean + 10 * Int64(like.count) }
        var (from, below, above) = (waited, Int64(0), shares.filled + shares.open)
        var until: Int64?
        for step in shares.steps {
            if isTail(below, shares.filled) { from = step.seconds }
            below += step.share
            above -= step.share
            if until == nil, isTail(above, shares.filled + shares.open) { until = step.seconds }
        }
        untilSeconds = max(0, min(until.map { $0 - waited } ?? latest, latest))
        fromSeconds = min(from - waited, untilSeconds)
        filled = Int64(count)
        ended = Int64(like.count { $0.end != .open })
    }
}

extension Exchange {
    /// The band of a demand at rest, by those that came to rest most lately: of the same requirements where enough of them
    /// were filled, else of all. nil where it does not rest, or too few were filled that rested so long.
    ///
    /// - Complexity: O(n log n) in `FillTimeBand.mostDemands`.
    func fillTimeBand(of entry: DemandEntry) -> FillTimeBand? {
        guard entry.rests, let restedAt = entry.restedAt else { return nil }
        let waited = now.seconds - restedAt.seconds
        let latest = entry.terms.lastInstant.seconds - now.seconds
        let others = orders.demands.suffix(FillTimeBand.mostDemands).filter { $0.id != entry.id }
        func band(_ demands: [DemandEntry]) -> FillTimeBand? {
            FillTimeBand(demands.compactMap { $0.rest(until: now) }, waited: waited, latest: latest)
        }
        return band(others.filter { $0.terms.requirements == entry.terms.requirements }) ?? band(others)
    }
}

extension DemandTerms {
    /// When a demand at rest ends at the latest.
    fileprivate var lastInstant: Stamp {
        guard case .goodTill(let until) = policy.timeInForce else { return Stamp(hour: latestStart) }
        return min(until, Stamp(hour: latestStart))
    }
}

extension DemandEntry {
    /// How long it rested; nil where it never did. Where its owner took it away it is not known how long it would have.
    fileprivate func rest(until now: Stamp) -> RestTime? {
        guard let restedAt else { return nil }
        let seconds = (closedAt ?? now).seconds - restedAt.seconds
        guard closedAt != nil, closed != .cancelledByOwner else { return RestTime(seconds: seconds, end: .open) }
        return RestTime(seconds: seconds, end: closed == nil ? .filled : .unfilled)
    }
}
