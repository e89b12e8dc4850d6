import Accounting
import Domain
import Matching
import Records
import Simulation
import Testing

@testable import Trading

/// What stands still matches nothing, loses nothing, and goes on where it stood.
struct HaltTests {
    static let note = try! Commitment(bytes: [UInt8](repeating: 7, count: 32))

    private func halt(_ scope: HaltScope, _ market: SmallMarket) throws -> Record {
        try market.world.accept(.halt(scope, note: Self.note), by: TestExchange.operatorOne)
    }

    private func resume(_ scope: HaltScope, _ market: SmallMarket) throws -> Record {
        try market.world.accept(.resume(scope, note: Self.note), by: TestExchange.operatorTwo)
    }

    /// Hub 2 has two cities; a demand in one is served from the other.
    @Test func aHaltedRegionIsPassedByWithAllBelowIt() throws {
        let market = try SmallMarket(fee: 0)
        _ = try market.offer(2, at: 10)
        _ = try halt(.region(ZoneID(2)), market)
        #expect(try market.demand(1, limit: 20).fills.isEmpty)
        let immediate = try market.demand(1, limit: 20, policy: try FillPolicy(.immediateOrCancel))
        #expect(immediate.closed == [.halted])
        #expect(try market.offer(1, at: 5).fills.isEmpty, "an offer that comes stands still too")
        let after = try resume(.region(ZoneID(2)), market)
        #expect(after.fills.map(\.offer) == [OfferID(2)], "and has its place when it goes on")
        try market.world.replay()
    }

    @Test func whatIsHaltedIsResumedByAnotherPerson() throws {
        let market = try SmallMarket(fee: 0)
        let world = market.world
        let scope = HaltScope.provider(SmallMarket.provider)
        try world.refuse(.halt(scope, note: Self.note), by: TestExchange.managerOne, .seatForbidden)
        try world.refuse(.resume(scope, note: Self.note), by: TestExchange.operatorOne, .nothingChanged)
        _ = try halt(scope, market)
        try world.refuse(.halt(scope, note: Self.note), by: TestExchange.operatorTwo, .nothingChanged)
        try world.refuse(.resume(scope, note: Self.note), by: TestExchange.operatorOne, .samePerson)
        try world.refuse(.halt(.region(ZoneID(99)), note: Self.note), by: TestExchange.operatorOne, .unknownZone)
        try world.refuse(
            .halt(.provider(SmallMarket.buyer), note: Self.note), by: TestExchange.operatorOne, .unknownParty)
        try world.refuse(
            .halt(.programme(ProgrammeID(9)), note: Self.note), by: TestExchange.operatorOne, .unknownProgramme)
        let inForce = world.exchange.haltsInForce
        #expect(inForce.map(\.scope) == [scope])
        _ = try resume(scope, market)
        let left = world.exchange.haltsInForce
        #expect(left.isEmpty)
    }

    /// Orders come, change and go while the market stands; then the earliest is served first, and no book rests crossed.
    @Test func theDrillLosesNoOrderAndMovesNoMoneyButBack() throws {
        let market = try SmallMarket(fee: 0)
        let world = market.world
        _ = try market.demand(1, limit: 20)
        let before = (world.free(SmallMarket.buyer), world.held(SmallMarket.buyer))
        _ = try halt(.market, market)
        #expect(try market.offer(1, at: 10).fills.isEmpty)
        #expect(try market.demand(1, limit: 30).rested == Quantity(unchecked: 1_000))
        let cancelled = DemandID(Int64(world.exchange.orders.demands.count))
        try world.accept(.cancelDemand(cancelled), by: TestExchange.buyer(SmallMarket.buyer))
        #expect((world.free(SmallMarket.buyer), world.held(SmallMarket.buyer)) == before)
        _ = try market.demand(1, limit: 25, policy: try FillPolicy(.fillOrKill))
        #expect((world.free(SmallMarket.buyer), world.held(SmallMarket.buyer)) == before)
        try world.refuse(
            .callBatch(
                BatchScope(
                    zone: ZoneID(1), window: try Window(TestExchange.start + 24, TestExchange.start + 34),
                    lot: try Quantity(1_000))), by: TestExchange.operatorOne, .halted)
        let after = try resume(.market, market)
        #expect(after.fills.map(\.demand) == [DemandID(1)])
        let violations = world.exchange.ledger.violations()
        #expect(violations.isEmpty)
        try world.replay()
    }

    /// The voucher of 60 % stands still: who counts on it waits, who comes now pays with own money.
    @Test func aDemandWaitsForItsHaltedProgramme() throws {
        let market = try SmallMarket(fee: 0)
        let world = market.world
        let programme = try market.programme()
        try world.accept(
            .applyForVoucher(programme, plannedSpend: Money(fen: 1_000_000)), by: TestExchange.buyer(SmallMarket.buyer))
        _ = try market.demand(1, limit: 20)
        let held = world.exchange.orders.demand(DemandID(1))?.hold
        #expect(held?.lots.isEmpty == false)
        _ = try halt(.programme(programme), market)
        #expect(try market.offer(2, at: 10).fills.isEmpty)
        let waiting = world.exchange.orders.demand(DemandID(1))
        #expect(waiting?.hold == held, "it holds what it held")
        let explained = world.exchange.explanation(of: DemandID(1))?.halts
        #expect(explained == [.programme(programme)])
        let own = try market.demand(1, limit: 20).fills
        #expect(own.map(\.shares) == [[FundingShare(source: .own, amount: Money(fen: 10_000))]])
        try world.refuse(
            .applyForVoucher(programme, plannedSpend: Money(fen: 1)), by: TestExchange.buyer(SmallMarket.buyer), .halted
        )
        let after = try resume(.programme(programme), market)
        #expect(after.fills.map(\.demand) == [DemandID(1)])
        #expect(after.fills.first?.lotAmounts.isEmpty == false)
        try world.replay()
    }

    /// What was halted since the call is not posted: the solver's close is refused, and it releases.
    @Test func aBatchWhoseOfferIsHaltedMeanwhileIsReleased() throws {
        let market = try SmallMarket(fee: 0)
        let world = market.world
        _ = try market.offer(1, at: 10)
        _ = try market.demand(1, limit: 20, lane: .batch)
        let scope = BatchScope(
            zone: ZoneID(1), window: try Window(TestExchange.start + 24, TestExchange.start + 34),
            lot: try Quantity(1_000))
        try world.accept(.callBatch(scope), by: TestExchange.operatorOne)
        let open = world.exchange.openBatches
        let batch = try #require(open.first)
        _ = try halt(.provider(SmallMarket.provider), market)
        try world.refuse(
            .closeBatch(batch.id, .allocation(try #require(BatchAllocation(solving: batch)))), by: .exchange, .halted)
        try world.accept(.closeBatch(batch.id, .failure(.halted)), by: .exchange)
        _ = try resume(.provider(SmallMarket.provider), market)
        try world.accept(.callBatch(scope), by: TestExchange.operatorOne)
        try world.replay()
    }
}
