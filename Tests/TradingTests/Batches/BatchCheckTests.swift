import Domain
import Matching
import Records
import Testing

@testable import Trading

/// What is handed in for a batch and does not hold is refused, with the reason, and changes nothing.
struct BatchCheckTests {
    /// Two offers of two units; demand 1 wants one, demand 2 two or nothing; the solver's allocation.
    private func market() throws -> (SmallMarket, BatchAllocation) {
        let market = try SmallMarket(rule: .clearing, fee: 0)
        _ = try market.offer(2, at: 20)
        _ = try market.offer(2, at: 22, by: SmallMarket.other)
        _ = try market.demand(1, limit: 25, lane: .batch)
        let whole = try FillPolicy(.goodTillCancelled, allOrNone: true)
        _ = try market.demand(2, limit: 30, policy: whole, lane: .batch)
        try market.call()
        return (market, try market.solution())
    }

    private func refuse(
        _ reason: Reason, fills: ((inout [BatchFill]) -> Void)? = nil, proof: ((BatchProof) -> BatchProof)? = nil
    ) throws {
        let (market, right) = try market()
        var changed = right.fills
        fills?(&changed)
        let handedIn = BatchAllocation(fills: changed, proof: proof?(right.proof) ?? right.proof)
        try market.world.refuse(.closeBatch(BatchID(1), .allocation(handedIn)), by: .exchange, reason)
        // The right one still closes it.
        try market.close()
        try market.world.replay()
    }

    private static func fill(_ demand: Int64, _ offer: Int64, _ milli: Int64) -> BatchFill {
        BatchFill(demand: demand, offer: offer, quantity: Quantity(unchecked: milli))
    }

    private static func proof(
        _ proof: BatchProof, welfare: Int128 = 0, bound: Int128 = 0, gap: Int128 = 0, shadow: [Int64]? = nil
    ) -> BatchProof {
        BatchProof(
            welfare: proof.welfare + welfare, bound: proof.bound + bound, gap: proof.gap + gap,
            shadowPrices: shadow ?? proof.shadowPrices, boundPrices: proof.boundPrices, scale: proof.scale)
    }

    @Test func moreThanThereIs() throws {
        try refuse(.allocationInfeasible, fills: { $0 = [Self.fill(0, 0, 2_000)] })
        try refuse(.allocationInfeasible, fills: { $0 = [Self.fill(0, 0, 1_000), Self.fill(1, 0, 2_000)] })
    }

    @Test func pairsThatAreNone() throws {
        try refuse(.allocationInfeasible, fills: { $0 = [Self.fill(0, 2, 1_000)] })
        try refuse(.allocationInfeasible, fills: { $0 = [Self.fill(2, 0, 1_000)] })
        try refuse(.allocationInfeasible, fills: { $0 = [Self.fill(-1, 0, 1_000)] })
        try refuse(.allocationInfeasible, fills: { $0 = [Self.fill(1 << 40, 1 << 40, 1_000)] })
    }

    @Test func nothingOrTwiceOrOutOfOrder() throws {
        try refuse(.allocationInfeasible, fills: { $0 = [Self.fill(0, 0, 0)] })
        try refuse(.allocationInfeasible, fills: { $0.append($0[$0.count - 1]) })
        try refuse(.allocationInfeasible, fills: { $0.reverse() })
    }

    @Test func partsOfALot() throws {
        try refuse(.lotSizeMismatch, fills: { $0 = [Self.fill(0, 0, 500)] })
    }

    @Test func lessThanItsLeast() throws {
        try refuse(.minimumNotMet, fills: { $0 = [Self.fill(1, 1, 1_000)] })
    }

    @Test func pricesAboveALimit() throws {
        try refuse(.allocationInfeasible, proof: { Self.proof($0, shadow: [30_000_000, 30_000_000]) })
    }

    @Test func aProofThatDoesNotHold() throws {
        try refuse(.proofWrong, fills: { $0.removeFirst() })
        try refuse(.proofWrong, proof: { Self.proof($0, welfare: 1, gap: -1) })
        try refuse(.proofWrong, proof: { Self.proof($0, bound: 1, gap: 1) })
        try refuse(.proofWrong, proof: { Self.proof($0, gap: 1) })
        try refuse(.proofWrong, proof: { Self.proof($0, shadow: [0]) })
        try refuse(.proofWrong, proof: { Self.proof($0, shadow: [-1, 0]) })
    }

    @Test func fromAnybodyElse() throws {
        let (market, right) = try market()
        let close = Command.closeBatch(BatchID(1), .allocation(right))
        for actor in [TestExchange.operatorOne, TestExchange.managerOne, TestExchange.buyer(SmallMarket.buyer)] {
            try market.world.refuse(close, by: actor, .seatForbidden)
        }
        try market.world.refuse(.closeBatch(BatchID(2), .allocation(right)), by: .exchange, .unknownBatch)
        try market.close()
        try market.world.refuse(close, by: .exchange, .alreadyClosed)
    }

    @Test func aRelationThatCameUpMeanwhile() throws {
        let (market, right) = try market()
        let ownership = Ownership(
            owner: SmallMarket.provider, owned: SmallMarket.buyer, share: try BasisPoints(3_000))
        try market.world.accept(.recordOwnership(ownership), by: TestExchange.operatorOne)
        try market.world.refuse(
            .closeBatch(BatchID(1), .allocation(right)), by: .exchange, .sameBeneficialOwner)
        _ = try market.fail()
        // The next call leaves the pair out.
        let batch = try #require(try market.call().batch)
        #expect(batch.offers.map(\.offer) == [OfferID(2)])
        try market.close()
        try market.world.replay()
    }

    @Test func nobodyTradesWithItself() throws {
        let market = try SmallMarket(fee: 0)
        _ = try market.offer(1, at: 20, by: SmallMarket.other)
        _ = try market.demand(1, limit: 30, by: SmallMarket.other, lane: .batch)
        try market.world.refuse(.callBatch(try market.scope()), by: TestExchange.operatorOne, .nothingToClear)
        _ = try market.demand(1, limit: 21, lane: .batch)
        let batch = try #require(try market.call().batch)
        #expect(batch.demands.map(\.demand) == [DemandID(2)])
        #expect(try market.close().sold == [[2, 1]])
    }
}
