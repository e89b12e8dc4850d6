import Domain
import Matching
import Records
import Testing

@testable import Trading

/// Indicative prices: what a batch would come to is what it comes to, if nothing changes.
struct IndicationTests {
    private func indications(_ market: SmallMarket, zone: ZoneID = ZoneID(2)) throws -> [BatchIndication] {
        let outlook = try market.world.exchange.outlook(zone: zone, lot: try Quantity(1_000))
        return try outlook.batches.map { try #require(BatchIndication(solving: $0)) }
    }

    @Test(arguments: PriceRule.allCases) func itIsWhatIsPublishedThen(_ rule: PriceRule) throws {
        let market = try SmallMarket(rule: rule, fee: 0)
        let world = market.world
        _ = try market.offer(2, at: 20)
        _ = try market.offer(1, at: 25, zone: SmallMarket.away)
        for (units, limit) in [(2, 30), (1, 28), (2, 26)] as [(Int64, Int64)] {
            _ = try market.demand(units, limit: limit, lane: .batch)
        }
        let other = try market.demandTerms(1, limit: 40, from: 30, until: 40, lane: .batch)
        try world.accept(.submitDemand(other), by: TestExchange.buyer(SmallMarket.buyer))
        let (records, before) = (world.exchange.sequence, world.exchange.stateHash())
        let indicated = try #require(try indications(market).first)
        let after = world.exchange.stateHash()
        #expect(after == before && world.exchange.sequence == records)
        let scope = BatchScope(
            zone: ZoneID(2), window: try Window(TestExchange.start + 24, TestExchange.start + 40),
            lot: try Quantity(1_000))
        #expect(indicated.batch.scope == scope)
        try world.accept(.callBatch(scope), by: TestExchange.operatorOne)
        #expect(try market.open() == indicated.batch)
        // While it is open, the frozen copy is what is looked at.
        let frozen = try #require(try indications(market).first)
        #expect(frozen.proof == indicated.proof && frozen.batch == indicated.batch)
        let close = try market.close()
        #expect(close.proof == indicated.proof)
        #expect(
            indicated.wanted == 6_000 && indicated.filled == Int128(close.fills.reduce(0) { $0 + $1.quantity.milli }))
        // What each run sells is what was filled of it in each of its hours.
        let runs = indicated.batch.offers.flatMap { held in held.runs.map { (held.offer, $0.window) } }
        for (run, volume) in zip(runs, indicated.volumes) {
            let sold = close.fills.filter { $0.offer == run.0 && $0.window.contains(run.1) }
            #expect(volume.milli == sold.reduce(0) { $0 + $1.quantity.milli })
        }
        #expect(indicated.isFinished && indicated.volumes.contains { $0 > .zero })
        try world.replay()
    }

    @Test func asOfTheRoundsNextCall() throws {
        let market = try SmallMarket(fee: 0)
        let round = try BatchRound(
            zone: ZoneID(2), lot: try Quantity(1_000), everyMinutes: 1_440, offsetMinutes: 1_439)
        try market.world.accept(
            .setBatchPolicy(try BatchPolicy(minutesMost: 5, rounds: [round])), by: TestExchange.operatorOne)
        _ = try market.offer(2, at: 20)
        // It begins with the hour after the call; the other one is over by then.
        _ = try market.demand(1, limit: 22, lane: .batch)
        let early = try market.demandTerms(1, limit: 22, from: 23, until: 24, lane: .batch)
        try market.world.accept(.submitDemand(early), by: TestExchange.buyer(SmallMarket.buyer))
        #expect(try indications(market).map { $0.batch.demands.map(\.demand) } == [[DemandID(1)]])
        let outlook = try market.world.exchange.outlook(zone: ZoneID(2), lot: try Quantity(1_000))
        #expect(
            outlook.times?.next == Stamp(microseconds: Stamp(hour: TestExchange.start + 24).microseconds - 60_000_000))
        // Without a round of this lot it is as of now.
        let half = try market.world.exchange.outlook(zone: ZoneID(2), lot: try Quantity(2_000))
        #expect(half.times == nil && half.batches.isEmpty)
        #expect(try market.world.exchange.outlook(zone: ZoneID(1), lot: try Quantity(1_000)).batches.count == 2)
    }

    @Test func whatCannotBeAsked() throws {
        let market = try SmallMarket(fee: 0)
        for (zone, lot, reason) in [
            (ZoneID(9), 1, Reason.unknownZone), (SmallMarket.home, 1, .batchPolicyInvalid),
            (ZoneID(2), 0, .quantityNotPositive),
        ] as [(ZoneID, Int64, Reason)] {
            #expect(refusal(market, zone, Quantity(unchecked: lot)) == reason)
        }
    }

    private func refusal(_ market: SmallMarket, _ zone: ZoneID, _ lot: Quantity) -> Reason? {
        do throws(Reason) {
            _ = try market.world.exchange.outlook(zone: zone, lot: lot)
            return nil
        } catch { return error }
    }
}
