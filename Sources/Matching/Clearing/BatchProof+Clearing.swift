import Domain

extension BatchProof {
    /// States welfare and bound of fills and prices, one an offer, that fit the problem.
    ///
    /// - Parameter boundPrices: nil where the shadow prices prove the bound.
    init(
        _ problem: ClearingProblem, _ fills: [ClearingFill], prices: [Int64], boundPrices: [Int64]? = nil,
        scale: Int64
    ) {
        let welfare = Self.welfare(of: fills, in: problem)
        let boundPrices = boundPrices ?? prices
        let bound = Self.bound(of: problem, prices: boundPrices, scale: scale)
        self.init(
            welfare: welfare, bound: bound, gap: bound - welfare, shadowPrices: prices, boundPrices: boundPrices,
            scale: scale)
    }

    /// The gap in millionths of the bound, rounded up.
    public var gapMillionths: Int64 {
        bound == 0 ? 0 : Int64(clamping: (gap * 1_000_000 + bound - 1) / bound)
    }

    private static func welfare(of fills: [ClearingFill], in problem: ClearingProblem) -> Int128 {
        var (welfare, arc): (Int128, Int) = (0, 0)
        for fill in fills {
            arc = max(arc, problem.arcStarts[Int(fill.demand)])
            while problem.arcs[arc].offer != fill.offer { arc += 1 }
            welfare += Int128(problem.surplus(demand: Int(fill.demand), arc: arc)) * Int128(fill.quantity.milli)
        }
        return welfare
    }

    /// Rounded down: welfare is a whole number.
    private static func bound(of problem: ClearingProblem, prices: [Int64], scale: Int64) -> Int128 {
        var bound: Int128 = 0
        for (offer, price) in zip(problem.offers, prices) { bound += Int128(offer.capacity.milli) * Int128(price) }
        for demand in problem.demands.indices {
            var best: Int64 = 0
            for arc in problem.arcs(of: demand) {
                let price = prices[Int(problem.arcs[arc].offer)]
                best = max(best, problem.surplus(demand: demand, arc: arc) * scale - price)
            }
            bound += Int128(best) * Int128(problem.demands[demand].quantity.milli)
        }
        return bound / Int128(scale)
    }
}
