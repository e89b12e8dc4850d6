import Domain
import Matching
import Records
import Testing

@testable import Trading

/// Demands of different windows in one batch: they share an offer's capacity hour by hour.
struct HourlyBatchTests {
    /// Hours from a day after the start on.
    private static func hours(_ from: Int64, _ until: Int64) throws -> Window {
        try Window(TestExchange.start + from, TestExchange.start + until)
    }

    /// One unit at 20; a demand for the hours 24 to 34, and two for halves of them that are worth more together.
    private func market(_ rule: PriceRule = .clearing) throws -> SmallMarket {
        let market = try SmallMarket(rule: rule, fee: 0)
        _ = try market.offer(1, at: 20)
        _ = try market.demand(1, limit: 23, lane: .batch)
        for (from, until) in [(24, 29), (29, 34)] as [(Int64, Int64)] {
            let terms = try market.demandTerms(1, limit: 25, from: from, until: until, lane: .batch)
            try market.world.accept(.submitDemand(terms), by: TestExchange.buyer(SmallMarket.other))
        }
        return market
    }

    private func call(_ market: SmallMarket, _ window: Window) throws -> Batch {
        let scope = BatchScope(zone: ZoneID(2), window: window, lot: try Quantity(1_000))
        let record = try market.world.accept(.callBatch(scope), by: TestExchange.operatorOne)
        return try #require(record.batch)
    }

    @Test func twoHalvesTakeThePlaceOfAWhole() throws {
        let market = try market()
        let batch = try call(market, try Self.hours(20, 40))
        #expect(batch.demands.map(\.window.hours) == [10, 5, 5])
        #expect(batch.offers.map { $0.runs.map(\.window) } == [[try Self.hours(24, 29), try Self.hours(29, 34)]])
        #expect(batch.offers[0].runs.map(\.askSum) == [100_000_000, 100_000_000])
        #expect(batch.offers[0].runs.map(\.capacity.milli) == [1_000, 1_000])
        let record = try market.close()
        #expect(record.sold == [[2, 1], [3, 1]])
        let proof = try #require(record.proof)
        #expect(proof.welfare == 2 * 5 * 5_000_000 && proof.shadowPrices.count == 2)
        // Each pays ask and the shadow prices of its own hours, within its limit; together what the first would have paid.
        for fill in record.fills {
            #expect(fill.priceSum > fill.askSum && fill.priceSum <= 5 * 25_000_000)
            #expect(abs(fill.capacity.fen * 10_000 - fill.priceSum) <= 5_000)
        }
        #expect(record.fills.reduce(0) { $0 + $1.priceSum } >= 10 * 22_900_000)
        #expect(market.violations.isEmpty)
        try market.world.replay()
    }

    @Test func onlyWindowsWithinTheScopeJoin() throws {
        let market = try market(.listed)
        let batch = try call(market, try Self.hours(24, 30))
        #expect(batch.demands.map(\.demand) == [DemandID(2)])
        #expect(batch.offers[0].runs.map(\.window) == [try Self.hours(24, 29)])
        // The other hours are not frozen.
        let later = try market.demandTerms(1, limit: 26, from: 29, until: 40)
        #expect(
            try market.world.accept(.submitDemand(later), by: TestExchange.buyer(SmallMarket.other)).fills.count == 1)
        #expect(try market.close().sold == [[2, 1]])
        try market.world.replay()
    }

    @Test func aWalkSeesWhichHoursAreFrozen() throws {
        let market = try market(.listed)
        _ = try call(market, try Self.hours(24, 34))
        let immediate = try FillPolicy(.immediateOrCancel)
        for (from, until, reason) in [(24, 26, Reason.frozen), (33, 36, .frozen)] as [(Int64, Int64, Reason)] {
            let terms = try market.demandTerms(1, limit: 30, from: from, until: until, policy: immediate)
            let record = try market.world.accept(.submitDemand(terms), by: TestExchange.buyer(SmallMarket.other))
            #expect(record.closed == [reason])
        }
        let after = try market.demandTerms(1, limit: 30, from: 34, until: 36, policy: immediate)
        #expect(
            try market.world.accept(.submitDemand(after), by: TestExchange.buyer(SmallMarket.other)).fills.count == 1)
        _ = try market.fail()
        try market.world.replay()
    }

    @Test func tooMuchInOneHourIsRefused() throws {
        let market = try market()
        _ = try call(market, try Self.hours(24, 34))
        let right = try market.solution()
        let fills = [Int64(0), 2].map { BatchFill(demand: $0, offer: 0, quantity: Quantity(unchecked: 1_000)) }
        let proof = BatchProof(
            welfare: 0, bound: right.proof.bound, gap: 0, shadowPrices: [0, 0], boundPrices: right.proof.boundPrices,
            scale: right.proof.scale)
        try market.world.refuse(
            .closeBatch(BatchID(1), .allocation(BatchAllocation(fills: fills, proof: proof))), by: .exchange,
            .allocationInfeasible)
        try market.close()
        try market.world.replay()
    }
}
