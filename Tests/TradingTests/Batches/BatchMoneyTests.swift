import Domain
import Matching
import Programmes
import Records
import Testing

@testable import Trading

/// The own-money rule of a call: where a provider's lowest price makes the own share larger than what is held.
struct BatchMoneyTests {
    /// Provider 1 asks 25, and 10 for one unit of other hours of the same class, which bounds the base of both; party 3
    /// asks 25 and nothing lower. The buyer's lot pays 60 %, so it holds about 40 % of its limit of 26.
    private func market(deposit: Int64) throws -> SmallMarket {
        let market = try SmallMarket(fee: 0, deposit: deposit)
        let programme = try market.programme()
        try market.world.accept(
            .applyForVoucher(programme, plannedSpend: Money(fen: 1_000_000)),
            by: TestExchange.buyer(SmallMarket.buyer))
        _ = try market.offer(1, at: 25)
        let window = try market.scope().window
        let members = BuyerClass(members: [SmallMarket.other])
        let terms = try OfferTerms(
            instanceType: SmallMarket.type, zone: SmallMarket.home,
            schedule: try CapacitySchedule(steps: [CapacityStep(window: window, quantity: try Quantity(1_000))]),
            lotSize: try Quantity(1_000), shortestTermHours: 1, price: .flat(try UnitPrice(10_000_000)),
            vat: .cloudService, buyers: members, tier: .declared)
        try market.world.accept(.listOffer(terms), by: TestExchange.provider(SmallMarket.provider))
        _ = try market.offer(1, at: 25, by: SmallMarket.other)
        _ = try market.demand(2, limit: 26, lane: .batch)
        return market
    }

    @Test func anOfferThatFreeMoneyDoesNotCoverIsPassedBy() throws {
        let market = try market(deposit: 22_000)
        #expect(market.world.held(SmallMarket.buyer) < 22_000, "the public share is counted on")
        let batch = try #require(try market.call().batch)
        #expect(batch.passed == [BatchPair(demand: DemandID(1), offer: OfferID(1))])
        #expect(batch.offers.map(\.offer) == [OfferID(3)])
        #expect(try market.close().sold == [[1, 1]])
        try market.world.replay()
    }

    @Test func freeMoneyIsHeldWhereThereIsEnough() throws {
        let market = try market(deposit: 100_000)
        let before = market.world.held(SmallMarket.buyer)
        let batch = try #require(try market.call().batch)
        #expect(batch.passed.isEmpty)
        #expect(batch.offers.map(\.offer) == [OfferID(1), OfferID(3)])
        // All of the limit: 26 × 2 × 10 hours, and one fen.
        #expect(market.world.held(SmallMarket.buyer) == 52_001)
        _ = try market.fail()
        #expect(market.world.held(SmallMarket.buyer) == before, "and goes back")
        try market.call()
        #expect(try market.close().fills.count == 2)
        #expect(market.world.held(SmallMarket.buyer) == 0)
        try market.world.replay()
    }
}
