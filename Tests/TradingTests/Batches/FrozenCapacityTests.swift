import Domain
import Matching
import Records
import Testing

@testable import Trading

/// What the continuous lane and the parties may do while a batch is open, and who goes first after it.
struct FrozenCapacityTests {
    /// One unit at 20, frozen for a demand that would pay 22.
    private func frozen() throws -> SmallMarket {
        let market = try SmallMarket(fee: 0)
        _ = try market.offer(1, at: 20)
        _ = try market.demand(1, limit: 22, lane: .batch)
        try market.call()
        return market
    }

    private var immediate: FillPolicy { get throws { try FillPolicy(.immediateOrCancel) } }

    @Test func aWalkPassesItBy() throws {
        let market = try frozen()
        let other = SmallMarket.other
        #expect(try market.demand(1, limit: 30, by: other, policy: try immediate).closed == [.frozen])
        #expect(try market.demand(1, limit: 30, by: other, policy: try FillPolicy(.fillOrKill)).closed == [.frozen])
        // What is not in the way for being frozen is not blamed on it.
        #expect(try market.demand(1, limit: 19, by: other, policy: try immediate).closed == [.unfilled])
        let later = try market.demandTerms(1, limit: 30, from: 34, until: 40, policy: try immediate)
        let free = try market.world.accept(.submitDemand(later), by: TestExchange.buyer(other))
        #expect(free.fills.count == 1, "other hours of the offer are free")
        try market.world.replay()
    }

    @Test func whatWaitedGoesFirstByPlace() throws {
        let market = try frozen()
        let first = try market.demand(1, limit: 21, by: SmallMarket.other)
        #expect(first.fills.isEmpty && first.rested != nil)
        _ = try market.demand(1, limit: 40, by: SmallMarket.other)
        let record = try market.fail()
        #expect(record.outcome == .released(.solverFailed))
        // By place, not by what they would pay; the member, in the batch lane, goes on waiting.
        #expect(record.sold == [[2, 1]])
        #expect(market.world.exchange.orders.demand(DemandID(1))?.isOpen == true)
        #expect(market.violations.isEmpty)
        try market.world.replay()
    }

    @Test func whatWaitedGoesBeforeMembers() throws {
        let market = try SmallMarket(fee: 0)
        _ = try market.offer(1, at: 20)
        _ = try market.demand(2, limit: 22, policy: try FillPolicy(.goodTillCancelled, allOrNone: true))
        _ = try market.demand(1, limit: 22, lane: .batch)
        try market.call()
        let near = try DemandTerms(
            requirements: try Requirements(), quantity: try Quantity(1_000), window: try market.scope().window,
            home: SmallMarket.home, reach: Reach(level: .city, latencyMicrosecondsMost: nil),
            limit: try UnitPrice(22_000_000), policy: .goodTillCancelled)
        try market.world.accept(.submitDemand(near), by: TestExchange.buyer(SmallMarket.other))
        // Only the member could reach this one; with the frozen unit it would be whole.
        _ = try market.offer(1, at: 20, zone: SmallMarket.away)
        #expect(try market.fail().sold == [[3, 1]])
        #expect(market.violations.isEmpty)
        try market.world.replay()
    }

    @Test func nobodyLeavesAnOpenBatch() throws {
        let market = try frozen()
        let (buyer, provider) = (
            TestExchange.buyer(SmallMarket.buyer), TestExchange.provider(SmallMarket.provider)
        )
        try market.world.refuse(.cancelDemand(DemandID(1)), by: buyer, .frozen)
        try market.world.refuse(.withdrawOffer(OfferID(1)), by: provider, .frozen)
        _ = try market.fail()
        try market.world.accept(.withdrawOffer(OfferID(1)), by: provider)
        try market.world.accept(.cancelDemand(DemandID(1)), by: buyer)
        try market.world.replay()
    }

    @Test func aMemberIsNotServedElsewhereMeanwhile() throws {
        let market = try SmallMarket(fee: 0)
        _ = try market.offer(1, at: 20)
        let whole = try FillPolicy(.goodTillCancelled, allOrNone: true)
        _ = try market.demand(2, limit: 22, policy: whole)
        _ = try market.demand(1, limit: 22, by: SmallMarket.other, lane: .batch)
        try market.call()
        #expect(try market.offer(2, at: 18).fills.isEmpty, "it is frozen with the batch")
        // After the close it takes what came meanwhile.
        let record = try market.close()
        #expect(record.sold == [[2, 1], [1, 2]])
        #expect(market.violations.isEmpty)
        try market.world.replay()
    }

    @Test func onlyAsMuchIsFrozenAsItsMembersCouldTake() throws {
        let market = try SmallMarket(fee: 0)
        _ = try market.offer(5, at: 20)
        _ = try market.demand(2, limit: 22, lane: .batch)
        #expect(try market.call().batch?.offers.flatMap(\.runs).map(\.capacity.milli) == [2_000])
        #expect(try market.demand(5, limit: 22, by: SmallMarket.other).sold == [[2, 3]])
        #expect(try market.close().sold == [[1, 2]])
        try market.world.replay()
    }

    @Test func anOverdueBatchIsReleased() throws {
        let market = try frozen()
        _ = try market.demand(1, limit: 30, by: SmallMarket.other)
        let later = Stamp(microseconds: market.world.time.microseconds + Stamp.microsecondsPerHour)
        try market.world.accept(.advanceClock(later), by: TestExchange.operatorOne)
        let records = try market.world.applyAll(.advanceClock(later), by: TestExchange.operatorOne)
        #expect(records.first?.outcome == .released(.batchOverdue))
        #expect(records.first?.sold == [[2, 1]])
        #expect(market.world.exchange.openBatches.isEmpty)
        try market.world.replay()
    }

    @Test func aSecondCallSeesOnlyWhatIsLeft() throws {
        let market = try frozen()
        try market.world.refuse(
            .callBatch(try market.scope(zone: ZoneID(1))), by: TestExchange.operatorOne, .nothingToClear)
        _ = try market.offer(1, at: 21)
        _ = try market.demand(1, limit: 22, by: SmallMarket.other, lane: .batch)
        let second = try #require(try market.call(zone: ZoneID(1)).batch)
        #expect(second.offers.map(\.offer) == [OfferID(2)])
        #expect(second.demands.map(\.demand) == [DemandID(2)])
        #expect(try market.close().sold == [[1, 1]])
        #expect(try market.close().sold == [[2, 1]])
        try market.world.replay()
    }

    @Test func calls() throws {
        let market = try SmallMarket()
        let world = market.world
        let scope = try market.scope()
        try world.refuse(.callBatch(scope), by: TestExchange.managerOne, .seatForbidden)
        try world.refuse(.callBatch(try market.scope(zone: ZoneID(9))), by: TestExchange.operatorOne, .unknownZone)
        try world.refuse(
            .callBatch(try market.scope(zone: SmallMarket.home)), by: TestExchange.operatorOne, .batchPolicyInvalid)
        try world.refuse(.callBatch(scope), by: TestExchange.operatorOne, .nothingToClear)
        _ = try market.demand(1, limit: 22, lane: .batch)
        try world.refuse(.callBatch(scope), by: TestExchange.operatorOne, .nothingToClear)
        try world.refuse(
            .submitDemand(try market.demandTerms(1, limit: 22, policy: try immediate, lane: .batch)),
            by: TestExchange.buyer(SmallMarket.buyer), .laneUnsupported)
        try world.advance(hours: 25)
        try world.refuse(.callBatch(scope), by: TestExchange.operatorOne, .windowPast)
    }
}
