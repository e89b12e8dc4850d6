import Domain
import Records
import Testing

@testable import Trading

/// Collars around reference prices, and bounds on what a firm has open and sends.
struct BoundsTests {
    private func set(_ policy: SafetyPolicy, _ market: SmallMarket) throws {
        try market.world.accept(.setSafetyPolicy(policy), by: TestExchange.operatorOne)
    }

    /// A sale at 10 yuan makes a reference of 10 at the next midnight.
    private func market(_ policy: SafetyPolicy) throws -> SmallMarket {
        let market = try SmallMarket(fee: 0)
        _ = try market.offer(2, at: 10)
        _ = try market.demand(1, limit: 10)
        try market.world.advance(hours: 17)
        let version = market.world.exchange.references.version
        #expect(version == 1)
        try set(policy, market)
        return market
    }

    private func listing(_ market: SmallMarket, at microYuan: Int64) throws -> Command {
        let window = try Window(TestExchange.start + 24, TestExchange.start + 34)
        return .listOffer(
            try OfferTerms(
                instanceType: SmallMarket.type, zone: SmallMarket.home,
                schedule: CapacitySchedule(steps: [CapacityStep(window: window, quantity: try Quantity(1_000))]),
                lotSize: try Quantity(1_000), shortestTermHours: 1, price: .flat(try UnitPrice(microYuan)),
                vat: .cloudService, buyers: .everyone, tier: .declared))
    }

    /// 20 % below and 50 % above 10 yuan: 8 to 15.
    @Test func aPriceIsLetInWithinTheBandAlone() throws {
        let market = try market(SafetyPolicy(collar: PriceCollar(below: 2_000, above: 5_000)))
        let world = market.world
        let provider = TestExchange.provider(SmallMarket.provider)
        for (price, isIn) in [(8_000_000, true), (7_999_999, false), (15_000_000, true), (15_000_001, false)]
            as [(Int64, Bool)]
        {
            let command = try listing(market, at: price)
            let band = world.exchange.priceBand(for: command)
            #expect(band == PriceBand(least: UnitPrice(unchecked: 8_000_000), most: UnitPrice(unchecked: 15_000_000)))
            if isIn {
                try world.accept(command, by: provider)
            } else {
                try world.refuse(command, by: provider, .priceOutsideCollar)
            }
        }
        let low = try market.demandTerms(1, limit: 7)
        try world.refuse(.submitDemand(low), by: TestExchange.buyer(SmallMarket.buyer), .priceOutsideCollar)
        // The dearest charge is 0.1 yuan above the band.
        let high = try market.demandTerms(1, limit: 16)
        try world.refuse(.submitDemand(high), by: TestExchange.buyer(SmallMarket.buyer), .priceOutsideCollar)
        let charged = world.exchange.priceBand(of: high)?.most
        #expect(charged?.microYuan == 15_100_000)
        #expect(throws: Reason.priceOutsideCollar) {
            _ = try preview(high, world)
        }
        let demand = try market.demandTerms(5, limit: 8)
        try world.accept(.submitDemand(demand), by: TestExchange.buyer(SmallMarket.buyer))
        let id = DemandID(Int64(world.exchange.orders.demands.count))
        let buyer = TestExchange.buyer(SmallMarket.buyer)
        try world.refuse(
            .amendDemand(id, try DemandAmendment(limit: UnitPrice(16_000_000))), by: buyer, .priceOutsideCollar)
        try world.refuse(
            .amendOffer(OfferID(1), try OfferAmendment(price: .flat(UnitPrice(7_000_000)))), by: provider,
            .priceOutsideCollar)
        try world.replay()
    }

    private func preview(_ terms: DemandTerms, _ world: TestExchange) throws -> Bool {
        _ = try world.exchange.preview(terms, for: SmallMarket.buyer)
        return true
    }

    @Test func withoutAReferenceOrACollarThereIsNone() throws {
        let collar = try PriceCollar(below: 0, above: 0)
        let world = try SmallMarket(fee: 0)
        try set(SafetyPolicy(collar: collar), world)
        _ = try world.offer(1, at: 77)
        let market = try market(
            SafetyPolicy(collar: collar, types: [TypeCollar(instanceType: SmallMarket.type, collar: nil)]))
        _ = try market.offer(1, at: 77)
        #expect(try market.demand(1, limit: 1).rested != nil)
        try market.world.refuse(
            .setSafetyPolicy(
                SafetyPolicy(collar: nil, types: [TypeCollar(instanceType: InstanceTypeID(9), collar: nil)])),
            by: TestExchange.operatorOne, .unknownInstanceType)
        try market.world.refuse(.setSafetyPolicy(.standard), by: TestExchange.managerOne, .seatForbidden)
    }

    @Test func theBandHoldsWholeMicroYuanWithin() throws {
        let band = try PriceCollar(below: 3_333, above: 3_333).band(around: UnitPrice(7))
        #expect(band == PriceBand(least: UnitPrice(unchecked: 5), most: UnitPrice(unchecked: 9)))
        let widest = try PriceCollar(below: 10_000, above: 1_000_000).band(around: UnitPrice(UnitPrice.mostMicroYuan))
        #expect(widest == PriceBand(least: .zero, most: UnitPrice(unchecked: UnitPrice.mostMicroYuan)))
        #expect(throws: Reason.safetyPolicyInvalid) { try PriceCollar(below: 10_001, above: 0) }
        #expect(throws: Reason.safetyPolicyInvalid) { try PriceCollar(below: 0, above: -1) }
        #expect(throws: Reason.safetyPolicyInvalid) { try SafetyPolicy(collar: nil, openDemandsMost: 0) }
    }

    @Test func aFirmHasSoManyOrdersOpenAndNoMore() throws {
        let market = try SmallMarket(fee: 0)
        try set(SafetyPolicy(collar: nil, openDemandsMost: 2, openOffersMost: 1), market)
        let world = market.world
        let (buyer, terms) = (TestExchange.buyer(SmallMarket.buyer), try market.demandTerms(1, limit: 5))
        for _ in 0..<2 { try world.accept(.submitDemand(terms), by: buyer) }
        try world.refuse(.submitDemand(terms), by: buyer, .openOrdersTooMany)
        try world.accept(.submitDemand(terms), by: TestExchange.buyer(SmallMarket.other))
        let now = try market.demandTerms(1, limit: 5, policy: try FillPolicy(.immediateOrCancel))
        try world.accept(.submitDemand(now), by: buyer)
        try world.accept(.cancelDemand(DemandID(1)), by: buyer)
        try world.accept(.submitDemand(terms), by: buyer)
        let provider = TestExchange.provider(SmallMarket.provider)
        try world.accept(try listing(market, at: 9_000_000), by: provider)
        try world.refuse(try listing(market, at: 9_000_000), by: provider, .openOrdersTooMany)
        try world.accept(.withdrawOffer(OfferID(1)), by: provider)
        try world.accept(try listing(market, at: 9_000_000), by: provider)
    }

    /// Refused orders count; cancelling is never held up; the next whole hour begins anew.
    @Test func aFirmSendsSoManyOrdersInAnHour() throws {
        let market = try SmallMarket(fee: 0)
        try set(SafetyPolicy(collar: nil, ordersPerHourMost: 3), market)
        let world = market.world
        let (buyer, terms) = (TestExchange.buyer(SmallMarket.buyer), try market.demandTerms(1, limit: 5))
        try world.accept(.submitDemand(terms), by: buyer)
        let past = try market.demandTerms(1, limit: 5, from: -2, until: 1)
        try world.refuse(.submitDemand(past), by: buyer, .windowPast)
        try world.accept(.amendDemand(DemandID(1), try DemandAmendment(limit: UnitPrice(6_000_000))), by: buyer)
        try world.refuse(.submitDemand(terms), by: buyer, .ordersTooMany)
        try world.accept(.submitDemand(terms), by: TestExchange.buyer(SmallMarket.other))
        try world.accept(.cancelDemand(DemandID(1)), by: buyer)
        try world.advance(hours: 1)
        try world.accept(.submitDemand(terms), by: buyer)
        try world.replay()
    }
}
