/// What the allocation gains and the most that any could, times `scale`.
struct Valuation {
    let welfare: Int128
    let bound: Int128

    /// The gap is not more than so many millionths of the bound.
    func isWithin(millionths: Int64) -> Bool { (bound - welfare) * 1_000_000 <= bound * Int128(millionths) }
}

extension Auction {
    /// Lowers prices that a unit's surplus does not cover (by at most ε), and values allocation and prices.
    ///
    /// Any prices give a bound: no unit can gain more than its offer's price plus its demand's best gain at these prices.
    mutating func valuation() -> Valuation {
        var (welfare, bound): (Int128, Int128) = (0, 0)
        for offer in 0..<offerCount {
            for lot in lotStarts[offer]..<(lotStarts[offer] + lotCounts[offer]) {
                let arc = arcs[lots[lot].arc]
                prices[offer] = min(prices[offer], arc.surplus)
                welfare += Int128(arc.surplus) * Int128(arc.flow)
            }
            bound += Int128(prices[offer]) * Int128(capacities[offer])
        }
        for demand in 0..<demandCount { bound += Int128(bestGain(of: demand)) * Int128(quantities[demand]) }
        // Welfare is a multiple of the scale, so a bound that is none proves the one below it.
        return Valuation(welfare: welfare, bound: bound / Int128(scale) * Int128(scale))
    }

    @inline(__always)
    private func bestGain(of demand: Int) -> Int64 {
        let (arcs, prices) = (arcs.start, prices.start)
        var best: Int64 = 0
        for arc in Int(arcStarts[demand])..<Int(arcStarts[demand + 1]) {
            best = max(best, arcs[arc].surplus &- prices[Int(arcs[arc].offer)])
        }
        return best
    }

    /// There are units free at a price above zero.
    var hasUnitsFreeAtAPrice: Bool { (0..<offerCount).contains { free[$0] > 0 && prices[$0] > 0 } }
}
