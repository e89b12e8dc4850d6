import Domain
import Records
import Testing

@testable import Trading

/// Batches that the policy calls, by the clock.
struct BatchRoundTests {
    private func round(_ zone: Int64, every: Int64, offset: Int64 = 0) throws -> BatchRound {
        try BatchRound(zone: ZoneID(zone), lot: try Quantity(1_000), everyMinutes: every, offsetMinutes: offset)
    }

    /// Moves the clock, and returns what fell due by then.
    private func minutes(_ count: Int64, _ world: TestExchange) throws -> [Record] {
        let later = Stamp(microseconds: world.time.microseconds + count * 60_000_000)
        try world.accept(.advanceClock(later), by: TestExchange.operatorOne)
        return try world.applyAll(.advanceClock(later), by: TestExchange.operatorOne).dropLast()
    }

    @Test func everySoManyMinutesEachSpanOfItsOwn() throws {
        let market = try SmallMarket(fee: 0)
        let world = market.world
        let policy = try BatchPolicy(minutesMost: 10, rounds: [try round(2, every: 15)])
        try world.refuse(.setBatchPolicy(policy), by: TestExchange.managerOne, .seatForbidden)
        try world.accept(.setBatchPolicy(policy), by: TestExchange.operatorOne)
        _ = try market.offer(2, at: 20)
        _ = try market.demand(1, limit: 22, lane: .batch)
        let other = try market.demandTerms(1, limit: 22, from: 40, until: 50, lane: .batch)
        try world.accept(.submitDemand(other), by: TestExchange.buyer(SmallMarket.buyer))
        #expect(try minutes(14, world).isEmpty)
        let due = try minutes(1, world)
        #expect(
            due.flatMap(\.events).compactMap { if case .batchCalled(let batch) = $0 { batch } else { nil } }
                .map(\.scope.window.start) == [TestExchange.start + 24, TestExchange.start + 40])
        #expect(try market.close().sold == [[1, 1]])
        #expect(try market.close().sold == [[2, 1]])
        // With nothing to clear a round is a record all the same, and the next is due.
        #expect(try minutes(30, world).count == 1)
        try world.replay()
    }

    @Test func theNationClearsWhatItsHubsLeft() throws {
        let market = try SmallMarket(fee: 0)
        let world = market.world
        let rounds = [try round(2, every: 15), try round(1, every: 15, offset: 2)]
        try world.accept(
            .setBatchPolicy(try BatchPolicy(minutesMost: 10, rounds: rounds)), by: TestExchange.operatorOne)
        // A second hub with a city, and the only offer there.
        for (code, level, parent) in [("hub2", ZoneLevel.hub, ZoneID(1)), ("far", .city, ZoneID(5))] {
            let terms = ZoneTerms(
                code: try Symbol(code), name: try Label(code), nameEnglish: try Label(code), level: level,
                parent: parent)
            try world.accept(.defineZone(terms), by: TestExchange.operatorOne)
        }
        _ = try minutes(3, world)
        _ = try market.offer(1, at: 20, zone: ZoneID(6))
        _ = try market.demand(1, limit: 22, lane: .batch)
        #expect(try minutes(12, world).compactMap(\.batch).isEmpty)
        #expect(try minutes(2, world).compactMap(\.batch).map(\.scope.zone) == [ZoneID(1)])
        #expect(try market.close().sold == [[1, 1]])
        try world.replay()
    }

    @Test func windowsThatOverlapAreClearedTogether() throws {
        let market = try SmallMarket(fee: 0)
        let world = market.world
        try world.accept(
            .setBatchPolicy(try BatchPolicy(minutesMost: 5, rounds: [try round(2, every: 15)])),
            by: TestExchange.operatorOne)
        _ = try market.offer(1, at: 20)
        let overlapping = try market.demandTerms(1, limit: 22, from: 30, until: 50, lane: .batch)
        _ = try market.demand(1, limit: 22, lane: .batch)
        try world.accept(.submitDemand(overlapping), by: TestExchange.buyer(SmallMarket.buyer))
        let batch = try #require(try minutes(15, world).compactMap(\.batch).first)
        #expect(batch.scope.window == (try Window(TestExchange.start + 24, TestExchange.start + 50)))
        #expect(batch.demands.map(\.window.hours) == [10, 20])
        // Twenty hours at 2 more are worth more than ten.
        #expect(try market.close().sold == [[2, 1]])
        try world.replay()
    }

    @Test func aNewPolicyTakesTheOldOnesPlace() throws {
        let market = try SmallMarket(fee: 0)
        let world = market.world
        for every: Int64 in [15, 20] {
            let policy = try BatchPolicy(minutesMost: 5, rounds: [try round(2, every: every)])
            try world.accept(.setBatchPolicy(policy), by: TestExchange.operatorOne)
        }
        let rounds = try minutes(60, world).flatMap(\.events)
        // A clock that jumps holds one round, not three.
        #expect(rounds.count == 1)
        #expect(try minutes(20, world).count == 1)
        let invalid = try BatchPolicy(minutesMost: 5, rounds: [try round(3, every: 15)])
        try world.refuse(.setBatchPolicy(invalid), by: TestExchange.operatorOne, .batchPolicyInvalid)
        let unknown = try BatchPolicy(minutesMost: 5, rounds: [try round(9, every: 15)])
        try world.refuse(.setBatchPolicy(unknown), by: TestExchange.operatorOne, .unknownZone)
        try world.replay()
    }

    @Test func whatAPolicyMayNotSay() throws {
        #expect(throws: Reason.batchPolicyInvalid) { try BatchPolicy(minutesMost: 0, rounds: []) }
        #expect(throws: Reason.batchPolicyInvalid) { try BatchPolicy(minutesMost: 61, rounds: []) }
        #expect(throws: Reason.batchPolicyInvalid) { _ = try round(2, every: 0) }
        #expect(throws: Reason.batchPolicyInvalid) { _ = try round(2, every: 15, offset: 15) }
        #expect(throws: Reason.batchPolicyInvalid) { _ = try round(2, every: 1441) }
        for (minutes, noCancel) in [(16, 0), (15, 900), (15, -1)] as [(Int64, Int64)] {
            #expect(throws: Reason.batchPolicyInvalid) {
                let residual = try BatchRound(
                    zone: ZoneID(1), lot: try Quantity(1_000), everyMinutes: 15, offsetMinutes: 0,
                    clearsResidual: true, noCancelSeconds: noCancel)
                _ = try BatchPolicy(minutesMost: minutes, rounds: [residual])
            }
        }
        let twice = [try round(2, every: 15), try round(2, every: 30)]
        #expect(throws: Reason.batchPolicyInvalid) { try BatchPolicy(minutesMost: 5, rounds: twice) }
    }
}
