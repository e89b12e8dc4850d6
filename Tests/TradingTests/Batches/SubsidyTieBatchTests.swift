import Domain
import Matching
import Records
import Testing

@testable import Trading

/// Where welfare is the same, a batch serves whom a nominal subsidy speaks for, and says so in its proof.
struct SubsidyTieBatchTests {
    /// One unit at 20; two demands of one limit, of which the later may use a voucher for 60 %.
    private func market(earlier limit: Int64 = 25) throws -> SmallMarket {
        let market = try SmallMarket(rule: .clearing, fee: 0)
        let programme = try market.programme()
        try market.world.accept(
            .applyForVoucher(programme, plannedSpend: Money(fen: 1_000_000)),
            by: TestExchange.buyer(SmallMarket.buyer))
        _ = try market.offer(1, at: 20)
        _ = try market.demand(1, limit: limit, lane: .batch, funding: .ownMoney)
        _ = try market.demand(1, limit: 25, lane: .batch)
        return market
    }

    @Test func itBreaksATie() throws {
        let market = try market()
        let batch = try #require(try market.call().batch)
        #expect(batch.demands.map { $0.arcs.map(\.subsidy.value) } == [[0], [6_000]])
        let record = try market.close()
        #expect(record.sold == [[2, 1]])
        let proof = try #require(record.proof)
        #expect(proof.welfare == 10 * 5_000_000 && proof.gap == 0)
        #expect(proof.tie?.subsidy == 10 * 20_000_000 * 6_000 && proof.tie?.bound == proof.tie?.subsidy)
        // It is in no price: ask and shadow price stay within the limit.
        #expect(record.fills.map(\.priceSum) == [10 * 25_000_000])
        #expect(market.violations.isEmpty)
        try market.world.replay()
    }

    @Test func itNeverBuysWelfare() throws {
        let market = try market(earlier: 26)
        try market.call()
        #expect(try market.close().sold == [[1, 1]])
        try market.world.replay()
    }

    @Test func aWrongProofIsRefused() throws {
        let market = try market()
        try market.call()
        let right = try market.solution()
        let tie = try #require(right.proof.tie)
        let wrong = SubsidyProof(subsidy: tie.subsidy, bound: tie.bound + 1, prices: tie.prices)
        try market.world.refuse(
            .closeBatch(
                BatchID(1), .allocation(BatchAllocation(fills: right.fills, proof: right.proof.with(wrong)))),
            by: .exchange, .proofWrong)
        try market.close()
        try market.world.replay()
    }
}
