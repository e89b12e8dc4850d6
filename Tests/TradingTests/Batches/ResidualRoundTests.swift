import Domain
import Records
import Simulation
import Testing

@testable import Trading

/// What the hubs leave, the nation clears in the same round.
struct ResidualRoundTests {
    /// Zone 5 is a second hub, 6 its city, ten fen a unit-hour from home.
    private static let far = ZoneID(6)

    /// The nation, first in the policy, and both hubs, every quarter of an hour.
    private func market() throws -> SmallMarket {
        let market = try SmallMarket(fee: 0)
        for (code, level, parent) in [("hub2", ZoneLevel.hub, ZoneID(1)), ("far", .city, ZoneID(5))] {
            let terms = ZoneTerms(
                code: try Symbol(code), name: try Label(code), nameEnglish: try Label(code), level: level,
                parent: parent)
            try market.world.accept(.defineZone(terms), by: TestExchange.operatorOne)
        }
        let links = [SmallMarket.away, Self.far].map {
            Link(
                from: SmallMarket.home, to: $0, latencyMicroseconds: 5_000, tariff: UnitPrice(unchecked: 100_000),
                tariffKind: .charge)
        }
        try market.world.accept(.publishNetwork(links), by: TestExchange.operatorOne)
        let rounds = try [1, 2, 5].map {
            try BatchRound(
                zone: ZoneID($0), lot: try Quantity(1_000), everyMinutes: 15, offsetMinutes: 0,
                clearsResidual: $0 == 1)
        }
        let policy = try BatchPolicy(minutesMost: 10, rounds: rounds)
        try market.world.accept(.setBatchPolicy(policy), by: TestExchange.operatorOne)
        return market
    }

    private func demand(
        _ units: Int64, limit yuan: Int64, home: ZoneID = SmallMarket.home, _ market: SmallMarket
    ) throws {
        let terms = try market.demandTerms(units, limit: yuan, lane: .batch)
        let moved = try DemandTerms(
            requirements: terms.requirements, quantity: terms.quantity, window: terms.window, home: home,
            reach: terms.reach, limit: terms.limit, policy: terms.policy, use: terms.use, lane: terms.lane,
            funding: terms.funding, acceptsRelated: terms.acceptsRelated)
        try market.world.accept(.submitDemand(moved), by: TestExchange.buyer(SmallMarket.buyer))
    }

    /// Moves the clock, and returns what fell due by then.
    private func minutes(_ count: Int64, _ market: SmallMarket) throws -> [Event] {
        let later = Stamp(microseconds: market.world.time.microseconds + count * 60_000_000)
        try market.world.accept(.advanceClock(later), by: TestExchange.operatorOne)
        return try due(market)
    }

    /// What falls due now.
    private func due(_ market: SmallMarket) throws -> [Event] {
        try market.world.applyAll(.advanceClock(market.world.time), by: TestExchange.operatorOne).flatMap(\.events)
            .filter { [.batchCalled, .batchClosed, .batchRoundHeld, .batchRoundAwaits].contains($0.kind) }
    }

    /// It is decided again alike, and an auditor who knows nothing of the state machine finds nothing.
    private func finish(_ market: SmallMarket) throws {
        try market.world.replay()
        #expect(Auditor.findings(market.world.journal.map(\.record)).isEmpty)
    }

    private func zones(_ events: [Event]) -> [Int64] {
        events.compactMap { if case .batchCalled(let batch) = $0 { batch.scope.zone.number } else { nil } }
    }

    @Test func theNationFillsWhatTheHubCouldNotInTheSameRound() throws {
        let market = try market()
        _ = try market.offer(3, at: 20)
        _ = try market.offer(5, at: 21, zone: Self.far)
        try demand(1, limit: 40, market)
        try demand(4, limit: 22, market)
        let called = try minutes(15, market)
        #expect(called.map(\.kind) == [.batchCalled, .batchRoundHeld, .batchRoundHeld, .batchRoundAwaits])
        #expect(zones(called) == [2])
        #expect(try market.close().sold == [[1, 1], [2, 2]])
        // The one that was filled is over; of the other the rest comes to the nation, at the same instant.
        let residual = try due(market)
        #expect(residual.map(\.kind) == [.batchCalled, .batchRoundHeld])
        let batch = try market.open()
        #expect(batch.scope.zone == ZoneID(1))
        #expect(batch.demands.map(\.demand) == [DemandID(2)] && batch.demands.map(\.quantity.milli) == [2_000])
        let close = try market.close()
        #expect(close.sold == [[2, 2]])
        // Ten fen for each of two units and ten hours.
        #expect(close.fills.map(\.zone) == [Self.far] && close.fills.map(\.transfer.fen) == [200])
        #expect(try due(market).isEmpty)
        #expect(zones(try minutes(15, market)).isEmpty)
        try finish(market)
    }

    @Test func itWaitsForTheLastHub() throws {
        let market = try market()
        _ = try market.offer(1, at: 20)
        _ = try market.offer(2, at: 20, zone: Self.far)
        try demand(2, limit: 22, market)
        try demand(1, limit: 22, home: Self.far, market)
        #expect(zones(try minutes(15, market)) == [2, 5])
        #expect(try market.close().sold == [[1, 1]])
        #expect(try due(market).isEmpty)
        #expect(try market.close().sold == [[2, 1]])
        #expect(zones(try due(market)) == [1])
        #expect(try market.close().sold == [[1, 1]])
        try finish(market)
    }

    @Test func whereNoHubCallsTheNationDoesAtOnce() throws {
        let market = try market()
        _ = try market.offer(1, at: 20, zone: Self.far)
        try demand(1, limit: 22, market)
        let called = try minutes(15, market)
        #expect(called.map(\.kind) == [.batchRoundHeld, .batchRoundHeld, .batchCalled, .batchRoundHeld])
        #expect(zones(called) == [1])
    }

    @Test func aHubThatIsNeverClosedHoldsItUpUntilItsDeadline() throws {
        let market = try market()
        _ = try market.offer(1, at: 20)
        _ = try market.offer(1, at: 20, zone: Self.far)
        try demand(2, limit: 22, market)
        #expect(zones(try minutes(15, market)) == [2])
        #expect(try minutes(9, market).isEmpty)
        let late = try minutes(1, market)
        #expect(late.map(\.kind) == [.batchClosed, .batchCalled, .batchRoundHeld])
        #expect(try market.close().sold == [[1, 1], [1, 1]])
        try finish(market)
    }

    @Test func aCrashBetweenTheHubAndTheNationLosesNothing() throws {
        let market = try market()
        _ = try market.offer(1, at: 20)
        _ = try market.offer(1, at: 20, zone: Self.far)
        try demand(2, limit: 22, market)
        _ = try minutes(15, market)
        // One state is folded from the whole journal, one from a snapshot within the round and what follows.
        let snapshot = market.world.exchange.snapshot()
        try market.close()
        var folded = Exchange()
        for entry in market.world.journal { try folded.fold(entry) }
        var restored = try Exchange(restoring: try Snapshot(sealed: snapshot.sealed))
        for entry in market.world.journal.suffix(1) { try restored.fold(entry) }
        let nonce = try Nonce(bytes: [UInt8](repeating: 7, count: 32))
        let time = market.world.time
        let one = folded.fallDue(at: time, nonce: nonce)
        let other = restored.fallDue(at: time, nonce: nonce)
        #expect(one.map(\.leaf) == other.map(\.leaf))
        #expect(zones(one.flatMap(\.record.events)) == [1])
        #expect(one.flatMap(\.record.events) == (try due(market)))
    }

    @Test func aNewPolicyWaitsForNothing() throws {
        let market = try market()
        _ = try market.offer(1, at: 20)
        try demand(2, limit: 22, market)
        _ = try minutes(15, market)
        let none = try BatchPolicy(minutesMost: 10, rounds: [])
        try market.world.accept(.setBatchPolicy(none), by: TestExchange.operatorOne)
        try market.close()
        #expect(try due(market).isEmpty)
        try finish(market)
    }

    @Test func anAuditorSeesARoundThatIsNotHeldAsItShould() throws {
        let market = try market()
        _ = try market.offer(1, at: 20)
        _ = try market.offer(1, at: 20, zone: Self.far)
        try demand(2, limit: 22, market)
        _ = try minutes(15, market)
        try market.close()
        _ = try due(market)
        let records = market.world.journal.map(\.record)
        #expect(Auditor.findings(records).isEmpty)
        // It waits for a batch that there is not; it does not wait at all; it is due at another time.
        let awaits = try #require(records.firstIndex { $0.events.contains { $0.kind == .batchRoundAwaits } })
        guard case .batchRoundAwaits(let round, let ids, let next) = records[awaits].events[0] else {
            Issue.record("a round that waits has nothing else in its record")
            return
        }
        let later = Stamp(microseconds: next.microseconds + 1)
        for event in [
            Event.batchRoundAwaits(round: round, ids + [BatchID(7)], next: next),
            .batchRoundAwaits(round: round, ids, next: later), .batchRoundHeld(round: round, next: next),
        ] {
            #expect(faults(records, at: awaits, [event]).first == .roundDiffers(round))
        }
        // Its call is left out, and the next command comes.
        let call = try #require(records.lastIndex { $0.batch != nil })
        #expect(faults(records, at: call, []).first == .residualLate(round))
    }

    @Test func anAuditorSeesWhoLeavesInAPhaseWithoutCancelling() throws {
        let market = try SmallMarket(fee: 0)
        _ = try market.offer(1, at: 20)
        _ = try market.demand(1, limit: 22, lane: .batch)
        let round = try BatchRound(
            zone: ZoneID(2), lot: try Quantity(1_000), everyMinutes: 60, offsetMinutes: 0, noCancelSeconds: 3_599)
        let policy = try BatchPolicy(minutesMost: 5, rounds: [round])
        try market.world.accept(
            .setBatchPolicy(try BatchPolicy(minutesMost: 5, rounds: [])), by: TestExchange.operatorOne)
        let set = market.world.journal.count - 1
        _ = try minutes(30, market)
        let buyer = TestExchange.buyer(SmallMarket.buyer)
        try market.world.accept(.cancelDemand(DemandID(1)), by: buyer)
        try market.world.accept(.withdrawOffer(OfferID(1)), by: TestExchange.provider(SmallMarket.provider))
        let records = market.world.journal.map(\.record)
        #expect(Auditor.findings(records).isEmpty)
        let found = faults(records, at: set, [.batchPolicySet(version: 1, policy)])
        #expect(found == [.leftInNoCancelPhase(.demandClosed), .leftInNoCancelPhase(.offerClosed)])
    }

    /// What an auditor finds where a record has other events.
    private func faults(_ records: [Record], at position: Int, _ events: [Event]) -> [AuditFault] {
        var records = records
        let old = records[position]
        records[position] = Record(
            header: old.header, command: old.command, events: events, transfers: old.transfers)
        return Auditor.findings(records).map(\.fault)
    }
}
