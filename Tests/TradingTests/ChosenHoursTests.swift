import Accounting
import Domain
import Records
import Testing

@testable import Trading

/// Hours to be chosen within a window: what they hold, and what becomes of them as hours pass.
struct ChosenHoursTests {
    private let buyer = TestExchange.buyer(SmallMarket.buyer)

    private func demand(
        _ market: SmallMarket, _ units: Int64, limit yuan: Int64, hours: Int64, policy: FillPolicy = .goodTillCancelled,
        from start: Hour = 24, until end: Hour = 34, funding: Funding = .ownMoney
    ) throws -> Record {
        let terms = try market.demandTerms(
            units, limit: yuan, from: start, until: end, policy: policy, funding: funding, chosen: hours)
        return try market.world.accept(.submitDemand(terms), by: buyer)
    }

    private func advance(_ market: SmallMarket, to hour: Hour, microseconds: Int64 = 0) throws -> [Record] {
        let stamp = Stamp(microseconds: Stamp(hour: TestExchange.start + hour).microseconds + microseconds)
        try market.world.accept(.advanceClock(stamp), by: TestExchange.operatorOne)
        return try market.world.applyAll(.advanceClock(stamp), by: TestExchange.operatorOne)
    }

    private func window(_ start: Hour, _ end: Hour) -> Window {
        Window(unchecked: TestExchange.start + start, TestExchange.start + end)
    }

    @Test func theHoldIsForTheHoursEachUnitGets() throws {
        let market = try SmallMarket()
        _ = try demand(market, 5, limit: 25, hours: 4)
        #expect(market.world.held(SmallMarket.buyer) == 50_001)
        _ = try market.offer(2, at: 20, until: 30)
        let fill = try #require(market.world.journal.last?.record.fills.first)
        #expect(fill.window == window(24, 28))
        #expect(fill.capacity == Money(fen: 16_000))
        #expect(market.world.held(SmallMarket.buyer) == 30_001)
        try market.world.replay()
    }

    /// At its latest start it could still be had by one who asks now; one at rest ends there.
    @Test func itEndsAtItsLatestStart() throws {
        let market = try SmallMarket()
        _ = try demand(market, 1, limit: 25, hours: 4)
        #expect(try advance(market, to: 30, microseconds: -1).flatMap(\.closed).isEmpty)
        let late = try market.demandTerms(1, limit: 25, from: 24, until: 34, funding: .ownMoney, chosen: 5)
        try market.world.refuse(.submitDemand(late), by: buyer, .windowPast)
        #expect(try advance(market, to: 30).flatMap(\.closed) == [.windowBegun])
        #expect(market.world.held(SmallMarket.buyer) == 0)
        let again = try market.demandTerms(1, limit: 25, from: 24, until: 34, funding: .ownMoney, chosen: 4)
        #expect(try market.world.accept(.submitDemand(again), by: buyer).rested == Quantity(unchecked: 1_000))
        try market.world.replay()
    }

    @Test func hoursThatHaveBegunAreNotChosen() throws {
        let market = try SmallMarket()
        _ = try market.offer(1, at: 20)
        _ = try advance(market, to: 26, microseconds: 1)
        let record = try demand(market, 1, limit: 25, hours: 4)
        #expect(record.fills.map(\.window) == [window(27, 31)])
        try market.world.replay()
    }

    /// The cheap provider has one unit, until its hours begin; then a tick finds two at the other's.
    @Test func anHourThatBeginsIsARecordOfItsOwn() throws {
        let market = try SmallMarket()
        _ = try market.offer(1, at: 10, from: 24, until: 28)
        _ = try market.offer(2, at: 20, from: 26, until: 40, by: SmallMarket.other)
        let single = try DemandTerms(
            requirements: try Requirements(kind: .accelerator), quantity: try Quantity(2_000),
            window: window(24, 34), home: SmallMarket.home,
            reach: Reach(level: .nation, latencyMicrosecondsMost: nil), limit: try UnitPrice(25_000_000),
            policy: try FillPolicy(.goodTillCancelled, allOrNone: true), singleProvider: true, funding: .ownMoney,
            chosenHours: try ChosenHours(consecutive: 4))
        let rested = try market.world.accept(.submitDemand(single), by: buyer)
        #expect(rested.rested == Quantity(unchecked: 2_000))
        #expect(try advance(market, to: 24).dropLast().allSatisfy { $0.fills.isEmpty })
        let due = try advance(market, to: 24, microseconds: 1).dropLast()
        #expect(due.map(\.header.kind) == [.tick])
        #expect(due.flatMap(\.fills).map(\.window) == [window(26, 30)])
        #expect(market.world.exchange.hourDue == nil)
        try market.world.replay()
    }

    /// Nothing watches the hours but all-or-none and minimum fill, and only once the window has begun.
    @Test func nothingElseMakesHoursFallDue() throws {
        let market = try SmallMarket()
        _ = try demand(market, 1, limit: 25, hours: 4)
        #expect(market.world.exchange.hourDue == nil)
        _ = try demand(market, 2, limit: 25, hours: 4, policy: try FillPolicy(.goodTillCancelled, allOrNone: true))
        let first = Stamp(hour: TestExchange.start + 24)
        #expect(market.world.exchange.hourDue == Stamp(microseconds: first.microseconds + 1))
        try market.world.accept(.cancelDemand(DemandID(2)), by: buyer)
        #expect(market.world.exchange.hourDue == nil)
        try market.world.replay()
    }

    /// Forty hours in pieces of at least four, from three windows: nothing until all of them are there, then a lease each.
    @Test func aUnitIsBoughtWhole() throws {
        let market = try SmallMarket()
        let terms = try market.demandTerms(
            1, limit: 25, from: 24, until: 124, funding: .ownMoney, chosen: 40, pieces: 4)
        _ = try market.offer(1, at: 20, from: 24, until: 42)
        _ = try market.offer(1, at: 20, from: 54, until: 69, by: SmallMarket.other)
        let rested = try market.world.accept(.submitDemand(terms), by: buyer)
        #expect(rested.fills.isEmpty && rested.rested == Quantity(unchecked: 1_000))
        #expect(market.world.held(SmallMarket.buyer) == 100_001)
        let record = try market.offer(1, at: 22, from: 84, until: 96)
        #expect(record.fills.map(\.window) == [window(24, 42), window(54, 69), window(84, 91)])
        #expect(record.fills.map(\.capacity) == [36_000, 30_000, 15_400].map { Money(fen: $0) })
        #expect(record.closed == [nil])
        #expect(market.world.held(SmallMarket.buyer) == 0)
        try market.world.replay()
    }

    /// What is filled of two units counts units, and more of them can be asked for.
    @Test func amendmentsCountWholeUnits() throws {
        let market = try SmallMarket()
        let terms = try market.demandTerms(2, limit: 25, funding: .ownMoney, chosen: 8, pieces: 2)
        _ = try market.offer(1, at: 20, from: 24, until: 28)
        _ = try market.offer(2, at: 20, from: 28, until: 32)
        let record = try market.world.accept(.submitDemand(terms), by: buyer)
        #expect(record.fills.map(\.window) == [window(24, 28), window(28, 32)])
        #expect(record.rested == Quantity(unchecked: 1_000))
        #expect(market.world.held(SmallMarket.buyer) == 20_001)
        let more = Command.amendDemand(DemandID(1), try DemandAmendment(quantity: Quantity(3_000)))
        let amended = try market.world.accept(more, by: buyer)
        #expect(amended.fills.isEmpty)
        #expect(market.world.exchange.orders.demand(DemandID(1))?.open == Quantity(unchecked: 2_000))
        #expect(market.world.held(SmallMarket.buyer) == 40_001)
        let fewer = Command.amendDemand(DemandID(1), try DemandAmendment(quantity: Quantity(1_000)))
        #expect(try market.world.accept(fewer, by: buyer).closed == [nil])
        try market.world.replay()
    }

    @Test func whatMayNotBe() throws {
        #expect(throws: Reason.leastPieceUnfit) { try ChosenHours(4, leastPiece: 5) }
        #expect(throws: Reason.leastPieceUnfit) { try ChosenHours(745, leastPiece: 4) }
        #expect(throws: Never.self) { try ChosenHours(744, leastPiece: 1) }
        #expect(throws: Reason.hoursOutsideWindow) { try ChosenHours(consecutive: 0) }
        let market = try SmallMarket()
        #expect(throws: Reason.hoursOutsideWindow) { try market.demandTerms(1, limit: 1, chosen: 11) }
    }
}
