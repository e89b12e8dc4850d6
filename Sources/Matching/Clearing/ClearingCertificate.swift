import Domain

/// The published proof how good an allocation is, from prices that anybody can check.
///
/// With a price per offer, no allocation gains more than the sum of every offer's capacity at its price and every
/// demand's quantity at its best gain at these prices (weak duality). Amounts are micro-yuan × milli-units, of one hour.
///
/// **Two lists of prices.** `shadowPrices` are posted: no fill's demand pays more than its limit at them. `boundPrices`
/// prove the bound, and nobody pays them. Where every demand may be filled in part, they are the same. Where demands
/// have a least fill, the bound is that of the problem without: what no allocation exceeds there, none exceeds here. Its
/// prices may be above the limits of demands that a least fill let in, so that others are posted.
public struct ClearingCertificate: Hashable, Sendable {
    /// The sum of (limit − ask − tariff) × quantity.
    public let welfare: Int128
    /// What no allocation exceeds.
    public let bound: Int128
    /// The bound less the welfare; zero proves the optimum.
    public let gap: Int128
    /// What a unit of each offer costs over its ask, in micro-yuan times `scale`.
    public let shadowPrices: [Int64]
    /// What a unit of each offer is worth over its ask, least fills aside, in micro-yuan times `scale`.
    public let boundPrices: [Int64]
    /// Positive; one where the prices are whole micro-yuan.
    public let scale: Int64

    /// - Parameter boundPrices: nil where the shadow prices prove the bound.
    public init(
        welfare: Int128, bound: Int128, gap: Int128, shadowPrices: [Int64], boundPrices: [Int64]? = nil, scale: Int64
    ) {
        self.welfare = welfare
        self.bound = bound
        self.gap = gap
        self.shadowPrices = shadowPrices
        self.boundPrices = boundPrices ?? shadowPrices
        self.scale = scale
    }

    /// States welfare and bound of fills and prices that fit the problem.
    init(
        _ problem: ClearingProblem, _ fills: [ClearingFill], prices: [Int64], boundPrices: [Int64]? = nil,
        scale: Int64
    ) {
        let welfare = Self.welfare(of: fills, in: problem)
        let bound = Self.bound(of: problem, prices: boundPrices ?? prices, scale: scale)
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
