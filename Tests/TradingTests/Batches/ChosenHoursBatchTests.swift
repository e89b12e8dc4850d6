import Domain
import Matching
import Records
import Testing

@testable import Trading

/// Demands whose hours may be chosen take part in batches: their hours go where they leave room for others.
struct ChosenHoursBatchTests {
    private let buyer = TestExchange.buyer(SmallMarket.buyer)

    private func window(_ start: Hour, _ end: Hour) -> Window {
        Window(unchecked: TestExchange.start + start, TestExchange.start + end)
    }

    private func submit(_ market: SmallMarket, _ terms: DemandTerms) throws {
        try market.world.accept(.submitDemand(terms), by: buyer)
    }

    private func minutes(_ count: Int64, _ world: TestExchange) throws -> [Record] {
        let later = Stamp(microseconds: world.time.microseconds + count * 60_000_000)
        try world.accept(.advanceClock(later), by: TestExchange.operatorOne)
        return try world.applyAll(.advanceClock(later), by: TestExchange.operatorOne).dropLast()
    }

    /// One unit: demand 1 wants any four hours, demand 2 the first five. A walk gives demand 1 the first four, and demand 2
    /// nothing.
    private func market(_ rule: PriceRule = .clearing) throws -> SmallMarket {
        let market = try SmallMarket(rule: rule, fee: 0)
        _ = try market.offer(1, at: 20, from: 24, until: 34)
        try submit(market, try market.demandTerms(1, limit: 23, lane: .batch, chosen: 4))
        try submit(market, try market.demandTerms(1, limit: 25, until: 29, lane: .batch))
        return market
    }

    @Test func hoursMakeRoomForOthers() throws {
        let market = try market()
        let batch = try #require(try market.call().batch)
        #expect(batch.demands.map(\.hours) == [4, 5])
        #expect(batch.demands[0].arcs.map(\.starts) == [(24...30).map { TestExchange.start + $0 }])
        #expect(batch.demands[1].arcs.map(\.starts) == [[]])
        // Cut at each begin and end of a placement, and frozen once.
        #expect(batch.offers[0].runs.map(\.window) == (24..<34).map { window($0, $0 + 1) })
        #expect(batch.offers[0].runs.allSatisfy { $0.capacity.milli == 1_000 })
        let record = try market.close()
        #expect(record.sold == [[1, 1], [2, 1]])
        #expect(record.fills[1].window == window(24, 29))
        #expect(record.fills[0].window.hours == 4 && window(29, 34).contains(record.fills[0].window))
        #expect(record.closed == [nil, nil])
        let proof = try #require(record.proof)
        #expect(proof.welfare == 4 * 3_000_000 + 5 * 5_000_000 && proof.welfare <= proof.bound)
        for (fill, limit) in zip(record.fills, [23_000_000, 25_000_000] as [Int64]) {
            #expect(fill.priceSum <= fill.window.hours * limit)
        }
        #expect(market.world.held(SmallMarket.buyer) == 0)
        #expect(market.violations.isEmpty)
        try market.world.replay()
    }

    /// In a batch a unit gets its hours in one piece, though pieces would do: four and four do not make eight.
    @Test func piecesAreTakenInOne() throws {
        let market = try SmallMarket(fee: 0)
        _ = try market.offer(1, at: 20, from: 24, until: 28)
        _ = try market.offer(1, at: 20, from: 28, until: 33, by: SmallMarket.other)
        try submit(market, try market.demandTerms(1, limit: 23, lane: .batch, chosen: 8, pieces: 2))
        try market.world.refuse(.callBatch(try market.scope()), by: TestExchange.operatorOne, .nothingToClear)
        _ = try market.offer(1, at: 21, from: 25, until: 33)
        try market.call()
        let record = try market.close()
        #expect(record.fills.map(\.window) == [window(25, 33)])
        #expect(record.closed == [nil])
        try market.world.replay()
    }

    /// Of 97 starts those at every fourth hour, and the first, which is the cheapest.
    @Test func startsAreBounded() throws {
        let market = try SmallMarket(fee: 0)
        _ = try market.offer(1, at: 20, from: 25, until: 124)
        try submit(market, try market.demandTerms(1, limit: 23, from: 25, until: 125, lane: .batch, chosen: 4))
        let scope = BatchScope(zone: ZoneID(2), window: window(20, 130), lot: try Quantity(1_000))
        let batch = try #require(try market.world.accept(.callBatch(scope), by: TestExchange.operatorOne).batch)
        let starts = try #require(batch.demands[0].arcs.first?.starts)
        #expect(starts == [25 + TestExchange.start] + (7...30).map { TestExchange.start + 4 * $0 })
        #expect(TestExchange.start % 4 == 0)
        #expect(try market.close().fills.count == 1)
        try market.world.replay()
    }

    /// Hours out of the span of a batch are not its to give, nor those that have begun.
    @Test func onlyHoursWithinTheScope() throws {
        let market = try SmallMarket(fee: 0)
        _ = try market.offer(1, at: 20)
        try submit(market, try market.demandTerms(1, limit: 23, from: 10, until: 60, lane: .batch, chosen: 6))
        let batch = try #require(try market.call().batch)
        #expect(batch.demands[0].arcs[0].starts == (24...28).map { TestExchange.start + $0 })
        #expect(try market.close().fills.allSatisfy { window(24, 34).contains($0.window) })
        try submit(market, try market.demandTerms(1, limit: 23, from: 10, until: 60, lane: .batch, chosen: 11))
        try market.world.refuse(.callBatch(try market.scope()), by: TestExchange.operatorOne, .nothingToClear)
        try market.world.replay()
    }

    /// Once its window has begun a demand still joins, with the hours after the call: also at the stroke of an hour, when a
    /// batch of the hour that begins could never be closed.
    @Test func aWindowThatHasBegunStillJoins() throws {
        let market = try SmallMarket(fee: 0)
        let world = market.world
        let round = try BatchRound(zone: ZoneID(2), lot: try Quantity(1_000), everyMinutes: 60, offsetMinutes: 0)
        try submit(market, try market.demandTerms(1, limit: 23, from: 1, until: 20, lane: .batch, chosen: 4))
        _ = try minutes(5 * 60 - world.time.microseconds / 60_000_000 % 60, world)
        _ = try market.offer(1, at: 20)
        try world.accept(
            .setBatchPolicy(try BatchPolicy(minutesMost: 10, rounds: [round])), by: TestExchange.operatorOne)
        let batch = try #require(try minutes(60, world).compactMap(\.batch).first)
        #expect(Stamp(hour: world.time.hour) == world.time && batch.until > world.time)
        #expect(batch.scope.window.start == world.time.hour + 1)
        #expect(try market.close().fills.map(\.window.start) == [world.time.hour + 1])
        try world.replay()
    }

    @Test func nobodyLeavesWhoseHoursMayCome() throws {
        let market = try SmallMarket(fee: 0)
        let round = try BatchRound(
            zone: ZoneID(2), lot: try Quantity(1_000), everyMinutes: 15, offsetMinutes: 0, noCancelSeconds: 180)
        try market.world.accept(
            .setBatchPolicy(try BatchPolicy(minutesMost: 5, rounds: [round])), by: TestExchange.operatorOne)
        try submit(market, try market.demandTerms(1, limit: 23, from: 1, until: 20, lane: .batch, chosen: 4))
        try market.world.accept(.cancelDemand(DemandID(1)), by: buyer)
        try submit(market, try market.demandTerms(1, limit: 23, from: 1, until: 20, lane: .batch, chosen: 4))
        _ = try minutes(13, market.world)
        try market.world.refuse(.cancelDemand(DemandID(2)), by: buyer, .noCancelPhase)
        try market.world.replay()
    }

    @Test func placementsThatAreNoneAreRefused() throws {
        let market = try market()
        try market.call()
        let right = try market.solution()
        let fill = { (demand: Int64, placement: Int64) in
            BatchFill(demand: demand, offer: 0, quantity: Quantity(unchecked: 1_000), placement: placement)
        }
        // Out of the list; of a fixed window; hours that the other has; one after the other in the wrong order.
        for fills in [[fill(0, 7)], [fill(0, -1)], [fill(1, 1)], [fill(0, 4), fill(1, 0)], [fill(0, 5), fill(0, 0)]] {
            try market.world.refuse(
                .closeBatch(BatchID(1), .allocation(BatchAllocation(fills: fills, proof: right.proof))), by: .exchange,
                .allocationInfeasible)
        }
        // Elsewhere is allowed, but then nothing of the second is, and the welfare is another.
        try market.world.refuse(
            .closeBatch(BatchID(1), .allocation(BatchAllocation(fills: [fill(0, 0)], proof: right.proof))),
            by: .exchange, .proofWrong)
        try market.close()
        try market.world.replay()
    }
}
