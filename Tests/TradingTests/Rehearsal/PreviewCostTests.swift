import Domain
import Records
import Testing

@testable import Trading

/// What a preview says of the money: by hand, for a lot of 60 % in both modes.
struct PreviewCostTests {
    private func market(_ mode: ProgrammeMode) throws -> SmallMarket {
        let market = try SmallMarket(fee: 0, deposit: 10_000_000)
        let programme = try market.programme(mode: mode)
        try market.world.accept(
            .applyForVoucher(programme, plannedSpend: Money(fen: 1_000_000)), by: TestExchange.buyer(SmallMarket.buyer))
        _ = try market.offer(1, at: 20)
        return market
    }

    private func preview(_ market: SmallMarket, _ terms: DemandTerms) throws -> PlannedCost {
        try market.world.exchange.preview(terms, for: SmallMarket.buyer).cost
    }

    /// One unit of three is there: 10 h at 20 yuan. What is held for the other two is what the order then holds.
    @Test func aDeductedShareIsNamedByLotAndProgramme() throws {
        let market = try market(.deduct)
        let terms = try market.demandTerms(3, limit: 25)
        let cost = try preview(market, terms)
        #expect(cost.capacity == Money(fen: 20_000) && cost.own == Money(fen: 8_000) && cost.transfer == .zero)
        #expect(
            cost.vouchers == [
                VoucherShare(lot: LotID(1), programme: ProgrammeID(1), mode: .deduct, amount: Money(fen: 12_000))
            ])
        try market.world.accept(.submitDemand(terms), by: TestExchange.buyer(SmallMarket.buyer))
        #expect(cost.hold.own > .zero && market.world.held(SmallMarket.buyer) == cost.hold.own.fen)
        let hold = market.world.exchange.orders.demand(DemandID(1))?.hold
        #expect(hold == cost.hold)
    }

    @Test func aReimbursedShareRunsBeside() throws {
        let market = try market(.reimburse)
        let cost = try preview(market, try market.demandTerms(1, limit: 25))
        #expect(cost.capacity == Money(fen: 20_000) && cost.own == cost.capacity)
        #expect(cost.vouchers.map(\.mode) == [.reimburse] && cost.vouchers.map(\.amount) == [Money(fen: 12_000)])
        #expect(cost.hold == .none(DemandID(1)), "nothing stays open")
    }

    /// Of a demand at rest nothing is given; it says what it holds.
    @Test func aDemandAtRestSaysWhatItHolds() throws {
        let market = try market(.deduct)
        try market.world.accept(
            .submitDemand(try market.demandTerms(1, limit: 19)), by: TestExchange.buyer(SmallMarket.buyer))
        let explanation = market.world.exchange.explanation(of: DemandID(1))
        let cost = try #require(explanation).cost
        #expect(cost.fills.isEmpty && cost.vouchers.isEmpty)
        let hold = market.world.exchange.orders.demand(DemandID(1))?.hold
        #expect(cost.hold == hold && !cost.hold.lots.isEmpty)
    }
}
