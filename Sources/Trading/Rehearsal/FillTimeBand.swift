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
    static let mostSamples = 256
    /// How many of the newest demands are looked at.
    static let mostDemands = 4_096

    /// The k-th least and the k-th greatest of n times, k a tenth of n + 1: another one like them lies between with
    /// 1 − 2k / (n + 1), whatever their distribution.
    ///
    /// - Parameters:
    ///   - rests: of demands like it, the newest first: the seconds that each rested, and whether it was filled then.
    ///   - waited: seconds that it has rested: only those that rested as long are like it.
    init?(_ rests: [(seconds: Int64, isFilled: Bool)], waited: Int64) {
        let like = rests.filter { $0.seconds >= waited }.prefix(FillTimeBand.mostSamples)
        let left = like.filter(\.isFilled).map { $0.seconds - waited }.sorted()
        guard left.count >= FillTimeBand.leastSamples else { return nil }
        let tenth = (left.count + 1) / 10
        fromSeconds = left[tenth - 1]
        untilSeconds = left[left.count - tenth]
        filled = Int64(left.count)
        ended = Int64(like.count)
    }
}

extension Exchange {
    /// The band of a demand at rest, by those filled most lately: of the same requirements where they are enough, else of
    /// all. nil where it does not rest, or too few were filled that rested so long.
    ///
    /// - Complexity: O(`FillTimeBand.mostDemands`).
    func fillTimeBand(of entry: DemandEntry) -> FillTimeBand? {
        guard entry.rests, let restedAt = entry.restedAt else { return nil }
        let waited = now.seconds - restedAt.seconds
        let ended = orders.demands.suffix(FillTimeBand.mostDemands).reversed().filter { $0.closedAt != nil }
        func band(_ demands: [DemandEntry]) -> FillTimeBand? {
            FillTimeBand(demands.compactMap(\.rest), waited: waited)
        }
        return band(ended.filter { $0.terms.requirements == entry.terms.requirements }) ?? band(ended)
    }
}

extension DemandEntry {
    /// How long it rested, and whether it was filled whole then; nil where it did not rest, or does still, or its owner
    /// cancelled it.
    fileprivate var rest: (seconds: Int64, isFilled: Bool)? {
        guard let restedAt, let closedAt, closed != .cancelledByOwner else { return nil }
        return (closedAt.seconds - restedAt.seconds, closed == nil)
    }
}
