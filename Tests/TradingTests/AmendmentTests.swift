import Accounting
import Domain
import Records
import Testing

@testable import Trading

/// Other terms for what is open: money, versions, instants, and the end of much at once.
struct AmendmentTests {
    private let buyer = TestExchange.buyer(SmallMarket.buyer)
    private let provider = TestExchange.provider(SmallMarket.provider)

    private func amend(
        _ market: SmallMarket, units: Int64? = nil, limit yuan: Int64? = nil, _ time: TimeInForce? = nil
    ) throws -> Command {
        .amendDemand(
            DemandID(1),
            try DemandAmendment(
                limit: yuan.map { try UnitPrice($0 * 1_000_000) }, quantity: units.map { try Quantity($0 * 1_000) },
                timeInForce: time))
    }

    private func until(_ market: SmallMarket, microseconds: Int64) throws -> TimeInForce {
        .goodTill(Stamp(microseconds: market.world.time.microseconds + microseconds))
    }

    private func close(_ market: SmallMarket) -> Reason? {
        let entry = market.world.exchange.orders.demand(DemandID(1))
        return entry?.isOpen == false ? entry?.closed : nil
    }

    @Test func holdsAreComputedAnew() throws {
        let market = try SmallMarket()
        _ = try market.demand(5, limit: 25)
        #expect(market.world.held(SmallMarket.buyer) == 125_001)
        try market.world.accept(try amend(market, units: 3), by: buyer)
        #expect(market.world.held(SmallMarket.buyer) == 75_001)
        try market.world.accept(try amend(market, units: 4, limit: 30), by: buyer)
        #expect(market.world.held(SmallMarket.buyer) == 120_001)
        #expect(market.world.free(SmallMarket.buyer) == 10_000_000 - 120_001)
        try market.world.replay()
    }

    @Test func whatTheDemandHeldCountsAsThere() throws {
        let market = try SmallMarket(deposit: 125_001)
        _ = try market.demand(5, limit: 25)
        try market.world.refuse(try amend(market, units: 6), by: buyer, .fundsInsufficient)
        try market.world.refuse(try amend(market, limit: 26), by: buyer, .fundsInsufficient)
        #expect(market.world.held(SmallMarket.buyer) == 125_001)
        try market.world.accept(try amend(market, units: 4, limit: 31), by: buyer)
        #expect(market.world.held(SmallMarket.buyer) == 124_001)
        try market.world.replay()
    }

    @Test func aDemandThatNowCrossesIsMatchedInTheSameRecord() throws {
        let market = try SmallMarket()
        _ = try market.offer(3, at: 28)
        _ = try market.demand(5, limit: 25)
        let record = try market.world.accept(try amend(market, limit: 28), by: buyer)
        #expect(record.fills.map(\.quantity) == [Quantity(unchecked: 3_000)])
        #expect(record.rested == Quantity(unchecked: 2_000))
        // Two units, ten hours, 28 yuan, and one fen.
        #expect(market.world.held(SmallMarket.buyer) == 56_001)
        try market.world.refuse(try amend(market, units: 2), by: buyer, .quantityBelowFilled)
        let done = try market.world.accept(try amend(market, units: 3), by: buyer)
        #expect(done.closed == [nil] && done.fills.isEmpty)
        #expect(market.world.held(SmallMarket.buyer) == 0)
        try market.world.refuse(try amend(market, units: 9), by: buyer, .alreadyClosed)
        try market.world.replay()
    }

    @Test func theVersionsOfNowAreTaken() throws {
        let market = try SmallMarket()
        _ = try market.offer(5, at: 25, zone: SmallMarket.away)
        _ = try market.demand(5, limit: 25)
        #expect(market.world.exchange.orders.demand(DemandID(1))?.versions.network == 1)
        // Without a tariff the ask is within the limit; the demand at rest knows nothing of it.
        try market.world.accept(.publishNetwork([]), by: TestExchange.operatorOne)
        let later = try until(market, microseconds: Stamp.microsecondsPerHour)
        let record = try market.world.accept(try amend(market, later), by: buyer)
        let fill = try #require(record.fills.first)
        #expect(fill.versions.network == 2 && fill.transfer == .zero)
        try market.world.replay()
    }

    @Test func aVoucherIsHeldForWhatIsOpen() throws {
        let market = try SmallMarket()
        let programme = try market.programme()
        try market.world.accept(.applyForVoucher(programme, plannedSpend: Money(fen: 1_000_000)), by: buyer)
        _ = try market.demand(5, limit: 25)
        let before = try #require(market.world.exchange.orders.demand(DemandID(1))?.hold)
        #expect(!before.lots.isEmpty && market.world.held(SmallMarket.buyer) == before.own.fen)
        try market.world.accept(try amend(market, units: 2), by: buyer)
        let after = try #require(market.world.exchange.orders.demand(DemandID(1))?.hold)
        #expect(after.own < before.own)
        #expect(after.lots.flatMap(\.amounts).reduce(.zero, +) < before.lots.flatMap(\.amounts).reduce(.zero, +))
        #expect(market.world.held(SmallMarket.buyer) == after.own.fen)
        let record = try market.offer(2, at: 25)
        #expect(record.fills.first?.shares.contains { $0.source != .own } == true)
        try market.world.replay()
    }

    @Test func goodTillIsExclusive() throws {
        let market = try SmallMarket()
        let hour = Stamp.microsecondsPerHour
        let now = TimeInForce.goodTill(market.world.time)
        try market.world.refuse(
            .submitDemand(try market.demandTerms(1, limit: 25, policy: try FillPolicy(now))), by: buyer, .expiryPast)
        _ = try market.demand(2, limit: 25, policy: try FillPolicy(try until(market, microseconds: 2 * hour)))
        try market.world.accept(
            .advanceClock(Stamp(microseconds: market.world.time.microseconds + 2 * hour - 1)),
            by: TestExchange.operatorOne)
        try market.world.refuse(try amend(market, now), by: buyer, .expiryPast)
        #expect(close(market) == nil)
        try market.world.accept(
            .advanceClock(Stamp(microseconds: market.world.time.microseconds + 1)), by: TestExchange.operatorOne)
        // At the instant it ends before any command of that instant.
        let records = try market.world.applyAll(try amend(market, units: 1), by: buyer)
        #expect(records.map(\.header.kind) == [.tick, .amendDemand])
        #expect(records.last?.header.outcome == .refused(.alreadyClosed))
        #expect(close(market) == .demandExpired)
        #expect(market.world.held(SmallMarket.buyer) == 0)
        try market.world.replay()
    }

    @Test func anAmendedInstantVoidsTheFormerOne() throws {
        let market = try SmallMarket()
        let hour = Stamp.microsecondsPerHour
        _ = try market.demand(2, limit: 25, policy: try FillPolicy(try until(market, microseconds: 2 * hour)))
        try market.world.accept(try amend(market, try until(market, microseconds: 6 * hour)), by: buyer)
        try market.world.advance(hours: 5)
        #expect(close(market) == nil)
        try market.world.accept(try amend(market, .goodTillCancelled), by: buyer)
        try market.world.advance(hours: 5)
        #expect(close(market) == nil)
        try market.world.accept(try amend(market, try until(market, microseconds: hour)), by: buyer)
        try market.world.advance(hours: 1)
        #expect(close(market) == .demandExpired)
        try market.world.replay()
    }

    private func schedule(_ units: Int64, until end: Hour) throws -> OfferAmendment {
        let window = try Window(TestExchange.start, TestExchange.start + end)
        return try OfferAmendment(
            schedule: try CapacitySchedule(steps: [CapacityStep(window: window, quantity: try Quantity(units * 1_000))])
        )
    }

    @Test func anOfferEndsWithItsSchedule() throws {
        let market = try SmallMarket()
        _ = try market.offer(5, at: 20, until: 50)
        try market.world.accept(.amendOffer(OfferID(1), try schedule(5, until: 60)), by: provider)
        try market.world.advance(hours: 55)
        #expect(market.world.exchange.orders.offer(OfferID(1))?.isOpen == true)
        try market.world.refuse(.amendOffer(OfferID(1), try schedule(5, until: 55)), by: provider, .windowPast)
        try market.world.accept(.amendOffer(OfferID(1), try schedule(5, until: 57)), by: provider)
        try market.world.advance(hours: 2)
        #expect(market.world.exchange.orders.offer(OfferID(1))?.closed == .windowBegun)
        try market.world.replay()
    }

    @Test func whatIsSoldStaysSold() throws {
        let market = try SmallMarket()
        _ = try market.offer(5, at: 20)
        _ = try market.demand(3, limit: 25)
        try market.world.refuse(.amendOffer(OfferID(1), try schedule(2, until: 200)), by: provider, .capacitySold)
        try market.world.refuse(.amendOffer(OfferID(1), try schedule(9, until: 33)), by: provider, .capacitySold)
        try market.world.accept(.amendOffer(OfferID(1), try schedule(3, until: 34)), by: provider)
        let waiting = try market.demand(1, limit: 25)
        #expect(waiting.fills.isEmpty)
        let record = try market.world.accept(.amendOffer(OfferID(1), try schedule(4, until: 34)), by: provider)
        #expect(record.fills.map(\.demand) == [DemandID(2)])
        try market.world.replay()
    }

    /// Two of the first offer leave one open, for which the second has no lot: all of it fits the second alone.
    private func lotsInTheWay(of second: PartyID) throws -> SmallMarket {
        let market = try SmallMarket()
        _ = try market.offer(2, at: 19, lot: 2)
        _ = try market.offer(3, at: 20, by: second, lot: 3)
        let waiting = try market.demand(3, limit: 20, policy: try FillPolicy(.goodTillCancelled, allOrNone: true))
        #expect(waiting.fills.isEmpty)
        return market
    }

    @Test func lessOfAnOfferServesWhomItStoodInTheWayOf() throws {
        let market = try lotsInTheWay(of: SmallMarket.other)
        let record = try market.world.accept(.amendOffer(OfferID(1), try schedule(2, until: 30)), by: provider)
        #expect(record.fills.map(\.offer) == [OfferID(2)])
        try market.world.replay()
    }

    /// Under `resting` that is the order of limits.
    @Test func anOfferThatLosesItsPlaceServesInTheOrderOfAnArrivingOne() throws {
        let market = try SmallMarket(rule: .resting)
        _ = try market.offer(1, at: 30)
        _ = try market.demand(1, limit: 20)
        _ = try market.demand(1, limit: 22)
        let change = try OfferAmendment(price: .flat(try UnitPrice(15_000_000)))
        let record = try market.world.accept(.amendOffer(OfferID(1), change), by: provider)
        #expect(record.fills.map(\.demand) == [DemandID(2)])
        try market.world.replay()
    }

    @Test func nobodyIsServedByAnOfferThatIsAboutToGo() throws {
        let market = try lotsInTheWay(of: SmallMarket.provider)
        let record = try market.world.accept(.withdrawOffers(OrderScope()), by: provider)
        #expect(record.events == [.offerClosed(OfferID(1), .withdrawn), .offerClosed(OfferID(2), .withdrawn)])
        try market.world.replay()
    }

    @Test func aFirmEndsAllItHasInAScope() throws {
        let market = try SmallMarket()
        _ = try market.offer(5, at: 40)
        _ = try market.offer(5, at: 40, zone: SmallMarket.away)
        _ = try market.offer(5, at: 40, by: SmallMarket.other)
        let away = try market.world.accept(.withdrawOffers(OrderScope(zone: SmallMarket.away)), by: provider)
        #expect(away.events == [.offerClosed(OfferID(2), .withdrawn)])
        let rest = try market.world.accept(.withdrawOffers(OrderScope(zone: ZoneID(2))), by: provider)
        #expect(rest.events == [.offerClosed(OfferID(1), .withdrawn)])
        for _ in 1...3 { _ = try market.demand(1, limit: 25) }
        _ = try market.demand(1, limit: 25, by: SmallMarket.other)
        let none = try market.world.accept(.cancelDemands(OrderScope(zone: SmallMarket.away)), by: buyer)
        #expect(none.events.isEmpty && none.transfers.isEmpty)
        let all = try market.world.accept(.cancelDemands(OrderScope(instanceType: SmallMarket.type)), by: buyer)
        #expect(all.closed == [.cancelledByOwner, .cancelledByOwner, .cancelledByOwner])
        #expect(market.world.held(SmallMarket.buyer) == 0)
        #expect(market.world.held(SmallMarket.other) > 0)
        try market.world.refuse(.cancelDemands(OrderScope(zone: ZoneID(9))), by: buyer, .unknownZone)
        try market.world.replay()
    }
}
