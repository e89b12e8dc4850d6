import Domain

/// The prices that a reference is found from, each with its weight.
public struct PriceLevels: Hashable, Sendable {
    /// No weight is zero. At most 10⁹ · 87,600 for a sale, so that a sum of 2⁸⁰ of them does not overflow.
    private var weights: [UnitPrice: Int128] = [:]

    public init() {}

    /// Ascending by price.
    public var levels: [(price: UnitPrice, weight: Int128)] {
        weights.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    public var isEmpty: Bool { weights.isEmpty }

    /// - Parameter weight: positive.
    public mutating func add(_ price: UnitPrice, weight: Int128) {
        weights[price, default: 0] += weight
    }

    /// Takes away what was added before.
    public mutating func remove(_ price: UnitPrice, weight: Int128) {
        let left = weights[price, default: 0] - weight
        assert(left >= 0, "only what was added is taken away")
        weights[price] = left == 0 ? nil : left
    }

    /// The weighted median: the lowest price at or below which lies more than half of all weight.
    ///
    /// Where a price and those below it hold exactly half, it is the mean of that price and the next one, half-even
    /// to a micro-yuan. With equal weights that is the plain median: the middle one of an odd count, the mean of the
    /// middle two of an even one. nil where there is nothing.
    ///
    /// - Complexity: O(n log n) in distinct prices.
    public var median: UnitPrice? {
        let levels = weights.sorted { $0.key < $1.key }
        let whole = levels.reduce(Int128(0)) { $0 + $1.value }
        var reached: Int128 = 0
        for (position, level) in levels.enumerated() {
            reached += level.value
            if 2 * reached > whole { return level.key }
            if 2 * reached == whole { return PriceLevels.mean(level.key, levels[position + 1].key) }
        }
        return nil
    }

    private static func mean(_ low: UnitPrice, _ high: UnitPrice) -> UnitPrice {
        let sum = Int128(low.microYuan) + Int128(high.microYuan)
        return UnitPrice(unchecked: Int64(Rounding.halfEven.quotient(sum, 2)))
    }
}
