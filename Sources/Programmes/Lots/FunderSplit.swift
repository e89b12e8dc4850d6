import Domain

/// Divides amounts of a lot among its funders, whose shares are the faces fixed at issue.
///
/// "Furthest below its share" is measured against the share of the net amount *after* the whole draw, so that the
/// result is the same as fen by fen and can be found at once. See `docs/decisions/0007-programmes.md`.
public enum FunderSplit {
    /// Each fen goes to the funder furthest below its share of the net amount drawn, ties to the first of `order`.
    ///
    /// - Parameters:
    ///   - net: what each funder has given net so far.
    ///   - available: the most that each can give now; their sum is at least `amount`.
    ///   - order: positions, the higher level first.
    public static func draw(
        _ amount: Money, net: [Money], faces: [Money], available: [Money], order: [Int]
    ) -> [Money] {
        let whole = faces.total
        let after = Int128((net.total + amount).fen)
        let distances = faces.indices.map { after * Int128(faces[$0].fen) - Int128(net[$0].fen) * Int128(whole.fen) }
        return spread(amount, distances: distances, step: Int128(max(1, whole.fen)), available: available, order: order)
    }

    /// Each fen comes from the funder furthest above its share of the net amount drawn, ties to the first of `order`.
    ///
    /// - Parameter available: the most that each can get back now; their sum is at least `amount`.
    public static func refund(
        _ amount: Money, net: [Money], faces: [Money], available: [Money], order: [Int]
    ) -> [Money] {
        let whole = faces.total
        let after = Int128((net.total - amount).fen)
        let distances = faces.indices.map { Int128(net[$0].fen) * Int128(whole.fen) - after * Int128(faces[$0].fen) }
        return spread(amount, distances: distances, step: Int128(max(1, whole.fen)), available: available, order: order)
    }

    /// Gives out `amount` fen, each to the largest distance, which then falls by `step`.
    ///
    /// The fens of one funder have the keys distance, distance − step, … The `amount` largest keys are taken: all
    /// above a level found by bisection, then those at it in `order`.
    ///
    /// - Complexity: O(n log(amount × step)), whatever the amount.
    private static func spread(
        _ amount: Money, distances: [Int128], step: Int128, available: [Money], order: [Int]
    ) -> [Money] {
        precondition(amount >= .zero && available.total >= amount, "a split stays within what is there")
        func keys(from level: Int128, _ funder: Int) -> Int128 {
            distances[funder] < level
                ? 0 : min(Int128(available[funder].fen), (distances[funder] - level) / step + 1)
        }
        func count(from level: Int128) -> Int128 { order.reduce(0) { $0 + keys(from: level, $1) } }
        let highest = distances.max() ?? 0
        var (low, high) = ((distances.min() ?? 0) - step * Int128(amount.fen + 1), highest + 1)
        // The largest level from which there are at least `amount` keys lies in low ..< high.
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if count(from: middle) >= Int128(amount.fen) { low = middle } else { high = middle }
        }
        var parts = distances.indices.map { keys(from: low + 1, $0) }
        var left = Int128(amount.fen) - parts.reduce(0, +)
        for funder in order where left > 0 && keys(from: low, funder) > parts[funder] {
            parts[funder] += 1
            left -= 1
        }
        return parts.map { Money(fen: Int64($0)) }
    }
}

extension [Money] {
    /// The sum.
    public var total: Money { reduce(.zero, +) }

    /// Position by position; what one of them lacks at its end is zero, as in the shares of a fill that leave it out.
    func plus(_ other: [Money]) -> [Money] { joined(other, +) }
    func minus(_ other: [Money]) -> [Money] { joined(other, -) }

    private func joined(_ other: [Money], _ join: (Money, Money) -> Money) -> [Money] {
        (0..<Swift.max(count, other.count)).map { place in
            join(place < count ? self[place] : .zero, place < other.count ? other[place] : .zero)
        }
    }

    static func zeros(_ count: Int) -> [Money] { Array(repeating: .zero, count: count) }
}
