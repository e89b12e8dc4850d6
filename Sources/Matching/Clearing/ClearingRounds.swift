import Domain

/// The rounds of the auction, from a coarse increment to the finest: each starts at the prices of the one before, a little
/// lower, with nothing allocated.
struct ClearingRounds: ~Copyable {
    var auction: Auction
    private let effort: ClearingEffort
    private(set) var best = Valuation(welfare: -1, bound: 0)
    private(set) var bestFills: [ClearingFill] = []
    private(set) var bestPrices: [Int64] = []
    private(set) var bestScale: Int64 = 1
    private(set) var isFinished = false

    /// The first increment is the greatest surplus by so much. With more, prices overshoot; with less, bids are many.
    private static let firstDivisor: Int64 = 32
    /// From the first round to the second, and from each later one to the next.
    private static let divisors: (second: Int64, later: Int64) = (5, 6)
    /// A sample finds the first prices where there are so many demands.
    private static let leastDemandsToSample = 1_000
    private static let sampling = 4

    init(_ problem: ClearingProblem, _ effort: ClearingEffort) {
        auction = Auction(problem, arcsMost: effort.arcsMost)
        self.effort = effort
    }

    mutating func run() {
        var increment = max(1, auction.mostSurplus / Self.firstDivisor)
        if auction.demandCount >= Self.leastDemandsToSample {
            samplePrices(increment)
        } else {
            round(increment, lowering: 0)
        }
        var divisor = Self.divisors.second
        while !isFinished, !auction.isExhausted {
            let last = increment
            increment = max(1, last / divisor)
            divisor = Self.divisors.later
            round(increment, lowering: 2 * last)
            if increment == 1 { break }
        }
        if best.welfare < 0 { keep(auction.valuation()) }
    }

    /// Finds prices on a sample, in two rounds.
    private mutating func samplePrices(_ increment: Int64) {
        auction.begin(lowering: 0, sampling: Self.sampling)
        auction.letDemandsBid(increment: increment)
        auction.begin(lowering: increment, sampling: Self.sampling)
        auction.letDemandsBid(increment: max(1, increment / 2))
    }

    /// One round: demands bid; where that is not good enough, offers with free units ask.
    private mutating func round(_ increment: Int64, lowering: Int64) {
        auction.begin(lowering: lowering, sampling: 1)
        auction.letDemandsBid(increment: increment)
        settle(increment)
        guard !isFinished, !auction.isExhausted, auction.hasUnitsFreeAtAPrice else { return }
        auction.letOffersAsk(increment: increment)
        settle(increment)
    }

    /// Values what there is and keeps it where it is the best so far.
    private mutating func settle(_ increment: Int64) {
        var valuation = auction.valuation()
        if wantsWholePrices(valuation, increment), auction.findWholePrices(slack: 2 * increment) {
            valuation = auction.valuation()
        }
        isFinished = valuation.isWithin(millionths: effort.gapMillionths)
        keep(valuation)
    }

    /// Whole prices may close the gap, or replace broken ones where it is closed.
    private func wantsWholePrices(_ valuation: Valuation, _ increment: Int64) -> Bool {
        guard increment < auction.scale, !auction.hasUnitsFreeAtAPrice else { return false }
        return !valuation.isWithin(millionths: effort.gapMillionths) || valuation.isWithin(millionths: 0)
    }

    private mutating func keep(_ valuation: Valuation) {
        let isBetter = (valuation.welfare, -valuation.bound) > (best.welfare, -best.bound)
        guard isBetter || isFinished else { return }
        best = valuation
        bestFills = auction.fills()
        (bestPrices, bestScale) = auction.publishedPrices()
    }
}
