import Domain
import Records
import Testing

@testable import Trading

/// Shortly before a round nobody leaves whom it would let in.
struct NoCancelPhaseTests {
    private let buyer = TestExchange.buyer(SmallMarket.buyer)
    private let provider = TestExchange.provider(SmallMarket.provider)

    /// The hub clears every quarter of an hour; nobody leaves in the last three minutes.
    private func market() throws -> SmallMarket {
        let market = try SmallMarket(fee: 0)
        let round = try BatchRound(
            zone: ZoneID(2), lot: try Quantity(1_000), everyMinutes: 15, offsetMinutes: 0, noCancelSeconds: 180)
        try market.world.accept(
            .setBatchPolicy(try BatchPolicy(minutesMost: 5, rounds: [round])), by: TestExchange.operatorOne)
        _ = try market.offer(2, at: 20)
        _ = try market.demand(1, limit: 22, lane: .batch)
        return market
    }

    private func seconds(_ count: Int64, _ market: SmallMarket) throws {
        let later = Stamp(microseconds: market.world.time.microseconds + count * 1_000_000)
        for _ in 0..<2 { try market.world.accept(.advanceClock(later), by: TestExchange.operatorOne) }
    }

    @Test func fromThreeMinutesBeforeTheCallOn() throws {
        let market = try market()
        let world = market.world
        try seconds(12 * 60 - 1, market)
        let limit = try DemandAmendment(limit: try UnitPrice(23_000_000))
        try world.accept(.amendDemand(DemandID(1), limit), by: buyer)
        try seconds(1, market)
        let more = try DemandAmendment(limit: try UnitPrice(24_000_000))
        let price = try OfferAmendment(price: .flat(try UnitPrice(19_000_000)))
        try world.refuse(.cancelDemand(DemandID(1)), by: buyer, .noCancelPhase)
        try world.refuse(.amendDemand(DemandID(1), more), by: buyer, .noCancelPhase)
        try world.refuse(.withdrawOffer(OfferID(1)), by: provider, .noCancelPhase)
        try world.refuse(.amendOffer(OfferID(1), price), by: provider, .noCancelPhase)
        let plan = try PlannedWithdrawal(window: Window(TestExchange.start + 100, TestExchange.start + 110))
        try world.refuse(.planWithdrawal(OfferID(1), plan), by: provider, .noCancelPhase)
        // All at once takes the others.
        #expect(try world.accept(.cancelDemands(OrderScope()), by: buyer).events.isEmpty)
        #expect(try world.accept(.withdrawOffers(OrderScope()), by: provider).events.isEmpty)
        // What comes new is taken, and stays too.
        _ = try market.demand(1, limit: 30, lane: .batch)
        try world.refuse(.cancelDemand(DemandID(2)), by: buyer, .noCancelPhase)
        try seconds(180, market)
        try world.refuse(.cancelDemand(DemandID(1)), by: buyer, .frozen)
        #expect(try market.close().sold == [[1, 1], [2, 1]])
        try world.replay()
    }

    @Test func whoIsNotInItsScopeMayLeave() throws {
        let market = try market()
        let world = market.world
        // A demand of the other lane; offers out of the zone, of another lot, and over before the call's hours.
        _ = try market.demand(9, limit: 19)
        let first = try market.demandTerms(1, limit: 22, from: 1, until: 5, lane: .batch)
        try world.accept(.submitDemand(first), by: buyer)
        _ = try market.offer(1, at: 50, zone: ZoneID(1))
        _ = try market.offer(2, at: 50, lot: 2)
        _ = try market.offer(1, at: 50, until: 1)
        try seconds(14 * 60, market)
        try world.accept(.cancelDemand(DemandID(2)), by: buyer)
        try world.refuse(.cancelDemand(DemandID(3)), by: buyer, .noCancelPhase)
        for offer in [OfferID(2), OfferID(3), OfferID(4)] { try world.accept(.withdrawOffer(offer), by: provider) }
        try world.replay()
    }

    @Test func whileTheNationWaitsForAHub() throws {
        let market = try SmallMarket(fee: 0)
        let world = market.world
        let rounds = try [1, 2].map {
            try BatchRound(
                zone: ZoneID($0), lot: try Quantity(1_000), everyMinutes: 15, offsetMinutes: 0,
                clearsResidual: $0 == 1, noCancelSeconds: $0 == 1 ? 60 : 0)
        }
        try world.accept(
            .setBatchPolicy(try BatchPolicy(minutesMost: 5, rounds: rounds)), by: TestExchange.operatorOne)
        _ = try market.offer(1, at: 20)
        _ = try market.demand(1, limit: 22, lane: .batch)
        _ = try market.demand(1, limit: 19, lane: .batch)
        try seconds(15 * 60, market)
        try world.refuse(.cancelDemand(DemandID(1)), by: buyer, .frozen)
        try world.refuse(.cancelDemand(DemandID(2)), by: buyer, .noCancelPhase)
        try market.close()
        try world.accept(.cancelDemand(DemandID(2)), by: buyer)
        try world.replay()
    }
}
