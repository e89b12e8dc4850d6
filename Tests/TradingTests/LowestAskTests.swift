import Domain
import Records
import Testing

@testable import Trading

/// Public money pays at most on the provider's lowest open price: when that rises, a demand passed by for want of own
/// money may trade.
struct LowestAskTests {
    private let provider = TestExchange.provider(SmallMarket.provider)

    /// The unit at 10 is sold, and still bounds what is paid on the one at 20.
    private func market() throws -> SmallMarket {
        let market = try SmallMarket(fee: 0, deposit: 0)
        let programme = try market.programme()
        try market.deposit(8_300, to: SmallMarket.buyer)
        try market.deposit(100_000, to: SmallMarket.other)
        try market.world.accept(
            .applyForVoucher(programme, plannedSpend: Money(fen: 1_000_000)), by: TestExchange.buyer(SmallMarket.buyer))
        _ = try market.offer(1, at: 10)
        _ = try market.demand(1, limit: 10, by: SmallMarket.other, funding: .ownMoney)
        _ = try market.offer(1, at: 20)
        #expect(try market.demand(1, limit: 20).fills.isEmpty)
        return market
    }

    @Test func aWithdrawalMayLetADemandTrade() throws {
        let market = try market()
        let record = try market.world.accept(.withdrawOffer(OfferID(1)), by: provider)
        #expect(record.fills.map(\.offer) == [OfferID(2)])
        try market.world.replay()
    }

    @Test func aDearerAskMayLetADemandTrade() throws {
        let market = try market()
        let change = try OfferAmendment(price: .flat(try UnitPrice(20_000_000)))
        let record = try market.world.accept(.amendOffer(OfferID(1), change), by: provider)
        #expect(record.fills.map(\.offer) == [OfferID(2)])
        try market.world.replay()
    }
}
