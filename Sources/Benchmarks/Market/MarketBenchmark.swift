import Domain
import Matching

/// Times the engine on a market of many classes, alone and among offers that nobody asks for, and weighs its orders.
public struct MarketBenchmark: Sendable {
    private let seed: UInt64
    private let offers: Int
    private let demands: Int

    /// - Parameters:
    ///   - offers: at rest before the first demand; at least one.
    ///   - demands: timed one by one; at least one.
    public init(seed: UInt64, offers: Int, demands: Int) {
        self.seed = seed
        self.offers = offers
        self.demands = demands
    }

    /// Errors: none for a market that is generated; a `Reason` is a fault of the generator.
    public func run() throws(Reason) -> MarketFigures {
        let market = try RichMarket(seed: seed)
        // Before anything is freed, whose memory the orders would be given.
        let weight = try OrderWeight(market, orders: 4 * Int64(offers))
        let (listed, asked) = (try market.offers(offers), try market.demands(demands))
        let alone = run(market, listed, asked)
        let among = run(market, try market.untouchedOffers(3 * offers) + listed, asked)
        return MarketFigures(
            offers: offers, demands: demands, classes: ClassCounts(market, listed, asked), alone: alone, among: among,
            weight: weight)
    }

    private func run(
        _ market: RichMarket, _ offers: [RichMarket.Listing], _ demands: [MarketDemand]
    ) -> MarketFigures.Outcome {
        var run = MarketRun(market)
        run.list(offers)
        run.submit(demands)
        let explained = run.explain(demands, most: 200)
        return MarketFigures.Outcome(
            times: Samples(run.times), explanations: Samples(explained.times), remedies: explained.remedies,
            fills: run.fills, filled: run.filled, resting: run.restingDemands)
    }
}
