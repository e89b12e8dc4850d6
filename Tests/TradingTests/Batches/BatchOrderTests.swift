import Accounting
import Domain
import Matching
import Programmes
import Records
import Testing

@testable import Trading

/// A batch from its demands to its fills, with what everybody pays.
struct BatchOrderTests {
    /// Two units at 20. Demand 1 would pay 22 for one; demand 2, later, 30 for two.
    private func contested(_ rule: PriceRule) throws -> SmallMarket {
        let market = try SmallMarket(rule: rule, fee: 0)
        _ = try market.offer(2, at: 20)
        _ = try market.demand(1, limit: 22, lane: .batch)
        _ = try market.demand(2, limit: 30, by: SmallMarket.other, lane: .batch)
        return market
    }

    @Test func theOneWhoGainsMoreIsServedAndPaysTheShadowPrice() throws {
        let market = try contested(.clearing)
        #expect(try market.call().batch?.demands.map(\.demand) == [DemandID(1), DemandID(2)])
        let record = try market.close()
        #expect(record.sold == [[2, 2]])
        let fill = try #require(record.fills.first)
        let shadow = (fill.priceSum - fill.askSum) / 10
        // High enough that demand 1 would not want a unit, not above what demand 2 would pay.
        #expect((2_000_000...10_000_000).contains(shadow))
        #expect(fill.askSum == 200_000_000)
        #expect(fill.capacity.fen == fill.priceSum * 2 / 10_000)
        let proof = try #require(record.proof)
        // (30 − 20) × 2 lots × 10 hours, in micro-yuan.
        #expect(proof.welfare == 200_000_000 && proof.gap == 0)
        #expect(market.world.free(SmallMarket.other) == 10_000_000 - fill.capacity.fen)
        #expect(record.closed == [nil])
        #expect(market.violations.isEmpty)
        try market.world.replay()
    }

    @Test(arguments: [PriceRule.listed, .resting])
    func elsewhereAFillPaysAsInTheContinuousLane(_ rule: PriceRule) throws {
        let market = try contested(rule)
        try market.call()
        let fill = try #require(try market.close().fills.first)
        #expect(fill.priceSum == fill.askSum)
        #expect(market.world.free(SmallMarket.other) == 10_000_000 - 40_000)
        try market.world.replay()
    }

    @Test func theContinuousLaneOfAClearingMarketHasNoShadowPrice() throws {
        let market = try SmallMarket(rule: .clearing)
        _ = try market.offer(2, at: 20)
        let fill = try #require(try market.demand(1, limit: 30).fills.first)
        #expect(fill.priceSum == fill.askSum)
    }

    @Test func transfersArePricedInAndPaid() throws {
        let market = try SmallMarket(rule: .clearing, fee: 0)
        _ = try market.offer(1, at: 20, zone: SmallMarket.away)
        _ = try market.demand(1, limit: 25, lane: .batch)
        // 20 and the link's 0.1 are within the limit, but not within 20.05.
        let arc = try #require(try market.call().batch?.demands.first?.arcs.first)
        #expect(arc.tariff.microYuan == 100_000)
        let fill = try #require(try market.close().fills.first)
        #expect(fill.transfer == Money(fen: 100))
        #expect(fill.priceSum + 10 * 100_000 <= 10 * 25_000_000)
        try market.world.replay()
    }

    @Test func aResidualOfTheContinuousLaneEnters() throws {
        let market = try SmallMarket(fee: 0)
        _ = try market.offer(1, at: 20)
        // Whole or not at all: it rests, though a unit is there.
        _ = try market.demand(3, limit: 25, policy: try FillPolicy(.goodTillCancelled, allOrNone: true))
        _ = try market.demand(1, limit: 21, by: SmallMarket.other, lane: .batch)
        #expect(try market.call().batch?.demands.map(\.minimum.milli) == [3_000, 0])
        #expect(try market.close().sold == [[2, 1]])
        try market.world.replay()
    }

    @Test func wholeOrNotAtAll() throws {
        let market = try SmallMarket(rule: .clearing, fee: 0)
        _ = try market.offer(3, at: 20)
        let whole = try FillPolicy(.goodTillCancelled, allOrNone: true)
        let atLeastTwo = try FillPolicy(.goodTillCancelled, minimum: try Quantity(2_000))
        // Four whole cannot be had; two whole can; of three, at least two, only one is left.
        _ = try market.demand(4, limit: 40, policy: whole, lane: .batch)
        _ = try market.demand(2, limit: 30, policy: whole, lane: .batch)
        _ = try market.demand(3, limit: 25, policy: atLeastTwo, lane: .batch)
        try market.call()
        let record = try market.close()
        #expect(record.sold == [[2, 2]])
        guard case .cleared(_, let rejected) = record.outcome else { return #expect(Bool(false), "it is cleared") }
        #expect(rejected.contains(DemandID(1)), "rejected in the money, and told")
        try market.world.replay()
    }

    @Test func oneProviderOrSeveral() throws {
        let market = try SmallMarket(fee: 0)
        _ = try market.offer(1, at: 20)
        _ = try market.offer(2, at: 21, by: SmallMarket.other)
        let terms = try DemandTerms(
            requirements: try Requirements(), quantity: try Quantity(3_000), window: try market.scope().window,
            home: SmallMarket.home, reach: Reach(level: .nation, latencyMicrosecondsMost: nil),
            limit: try UnitPrice(30_000_000), policy: .goodTillCancelled, singleProvider: true, lane: .batch)
        try market.world.accept(.submitDemand(terms), by: TestExchange.buyer(SmallMarket.buyer))
        // Bound to the provider of the offer that a walk would take first, as in the continuous lane.
        try market.call()
        #expect(try market.close().fills.map(\.provider) == [SmallMarket.provider])
    }

    @Test func theShadowPriceIsInNoEligibleBase() throws {
        let market = try SmallMarket(rule: .clearing, fee: 0)
        let programme = try market.programme()
        try market.world.accept(
            .applyForVoucher(programme, plannedSpend: Money(fen: 1_000_000)),
            by: TestExchange.buyer(SmallMarket.buyer))
        _ = try market.offer(1, at: 20)
        _ = try market.demand(1, limit: 30, lane: .batch)
        _ = try market.demand(1, limit: 28, by: SmallMarket.other, lane: .batch)
        try market.call()
        let fill = try #require(try market.close().fills.first)
        #expect(fill.buyer == SmallMarket.buyer)
        #expect(fill.priceSum >= 280_000_000)
        // 60 % of the ask, whatever is paid.
        let own = fill.shares.filter { $0.source == .own }.reduce(Money.zero) { $0 + $1.amount }
        #expect(fill.capacity - own == Money(fen: 12_000))
        try market.world.replay()
    }

    @Test func aBuyersMembersShareItsMoney() throws {
        // Both hold their limits: 250.01 yuan each.
        let market = try SmallMarket(rule: .clearing, fee: 0, deposit: 50_002)
        _ = try market.offer(2, at: 20)
        _ = try market.demand(1, limit: 25, lane: .batch)
        _ = try market.demand(1, limit: 25, lane: .batch)
        #expect(market.world.free(SmallMarket.buyer) == 0)
        try market.call()
        #expect(try market.close().sold == [[1, 1], [2, 1]])
        #expect(market.world.held(SmallMarket.buyer) == 0)
        try market.world.replay()
    }
}
