import Accounting
import Domain
import Records
import Testing

@testable import Trading

/// The life of one order, step by step, with every balance a person could check.
struct OneOrderTests {
    @Test func aFillChargesTheAskAndTheTransferLine() throws {
        let market = try SmallMarket()
        _ = try market.offer(10, at: 20, zone: SmallMarket.away)
        let record = try market.demand(4, limit: 25)
        let fill = try #require(record.fills.first)
        // 4 units × 10 h × 20 yuan, and × 0.1 yuan for the link.
        #expect(fill.capacity == Money(fen: 80_000))
        #expect(fill.transfer == Money(fen: 400))
        #expect(record.closed == [nil])
        #expect(market.world.free(SmallMarket.buyer) == 10_000_000 - 80_400)
        #expect(market.world.held(SmallMarket.buyer) == 0)
        #expect(market.world.balance(.escrow(SmallMarket.buyer)) == 80_400)
        try market.world.replay()
    }

    @Test func deliveryEarnsAndMaturesAndMissedHoursGoBack() throws {
        let market = try SmallMarket()
        _ = try market.offer(10, at: 20)
        let fill = try #require(try market.demand(1, limit: 25).fills.first)
        let world = market.world
        try world.advance(hours: 34)
        let from = fill.window.start * 3600
        let provider = TestExchange.provider(SmallMarket.provider)
        // Ten hours: six used, two idle, two missed.
        let report = UsageReport(
            lease: fill.lease, fromSecond: from, untilSecond: from + 36_000, used: 6 * 3_600_000, idle: 2 * 3_600_000)
        try world.accept(.reportUsage(report), by: provider)
        #expect(world.balance(.escrow(SmallMarket.buyer)) == 0)
        #expect(world.free(SmallMarket.buyer) == 10_000_000 - 16_000)
        // The fee is 1 % of what was earned.
        #expect(world.balance(.earned(SmallMarket.provider)) == 15_840)
        #expect(world.balance(.fees) == 160)
        try world.refuse(.reportUsage(report), by: provider, .usageAlreadyReported)
        #expect(world.free(SmallMarket.provider) == 0)
        try world.advance(hours: 72)
        #expect(world.free(SmallMarket.provider) == 15_840)
        try world.replay()
    }

    @Test func unreportedHoursAreMissed() throws {
        let market = try SmallMarket()
        _ = try market.offer(10, at: 20)
        _ = try market.demand(1, limit: 25)
        try market.world.advance(hours: 26 + 24)
        // Hours 24 and 25 have gone unreported for a day.
        #expect(market.world.free(SmallMarket.buyer) == 10_000_000 - 20_000 + 2 * 2_000)
        try market.world.advance(hours: 24)
        #expect(market.world.free(SmallMarket.buyer) == 10_000_000)
        try market.world.replay()
    }

    @Test func aRestingDemandIsServedByTheOfferThatArrives() throws {
        let market = try SmallMarket()
        let waiting = try market.demand(5, limit: 25)
        #expect(waiting.rested == Quantity(unchecked: 5_000))
        // Limit × 5 × 10 h, and one fen.
        #expect(market.world.held(SmallMarket.buyer) == 125_001)
        let record = try market.offer(3, at: 20)
        #expect(record.fills.map(\.quantity) == [Quantity(unchecked: 3_000)])
        #expect(record.rested == Quantity(unchecked: 2_000))
        #expect(market.world.held(SmallMarket.buyer) == 50_001)
        try market.world.accept(.cancelDemand(DemandID(1)), by: TestExchange.buyer(SmallMarket.buyer))
        #expect(market.world.held(SmallMarket.buyer) == 0)
        try market.world.replay()
    }

    @Test func nobodyTradesWithItselfAndTheResidualIsCancelled() throws {
        let market = try SmallMarket()
        _ = try market.offer(5, at: 20, by: SmallMarket.other)
        let record = try market.demand(2, limit: 25, by: SmallMarket.other)
        #expect(record.fills.isEmpty)
        #expect(record.closed == [.wouldCrossBlock])
        #expect(market.world.held(SmallMarket.other) == 0)
    }

    @Test func aWindowThatBeginsEndsTheResidual() throws {
        let market = try SmallMarket()
        _ = try market.demand(2, limit: 25)
        try market.world.advance(hours: 24)
        let reason = market.world.exchange.orders.demand(DemandID(1))?.closed
        #expect(reason == .windowBegun)
        #expect(market.world.held(SmallMarket.buyer) == 0)
        try market.world.refuse(
            .submitDemand(try market.demandTerms(1, limit: 25, from: 23, until: 25)),
            by: TestExchange.buyer(SmallMarket.buyer), .windowPast)
        try market.world.replay()
    }
}
