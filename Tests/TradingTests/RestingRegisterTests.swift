import Domain
import Records
import Testing

@testable import Trading

/// What the register of orders derives from its demands: those of a buyer at rest, and of these the ones that are short.
struct RestingRegisterTests {
    @Test func itIsTheSameAsAfterALookThroughAll() throws {
        let market = try SmallMarket(fee: 0)
        let programme = try market.programme()
        try market.world.accept(
            .applyForVoucher(programme, plannedSpend: Money(fen: 100_000)), by: TestExchange.buyer(SmallMarket.buyer))
        for units in 1...4 { _ = try market.demand(Int64(units), limit: 20) }
        _ = try market.demand(2, limit: 20, funding: .ownMoney)
        _ = try market.demand(2, limit: 20, by: SmallMarket.other)
        check(market, short: 1)
        try market.world.accept(.cancelDemand(DemandID(2)), by: TestExchange.buyer(SmallMarket.buyer))
        check(market, short: 1)
        try market.world.accept(
            .amendDemand(DemandID(3), try DemandAmendment(limit: try UnitPrice(19_000_000))),
            by: TestExchange.buyer(SmallMarket.buyer))
        check(market, short: 1)
        #expect(market.world.exchange.orders.resting(of: SmallMarket.buyer).last == DemandID(3))
        _ = try market.offer(2, at: 15)
        check(market, short: 0)
        try market.world.replay()
    }

    private func check(_ market: SmallMarket, short least: Int) {
        for buyer in [SmallMarket.buyer, SmallMarket.other] {
            let resting = market.world.exchange.orders.demands.filter { $0.rests && $0.demand.buyer == buyer }
                .sorted { $0.demand.place < $1.demand.place }
            let short = resting.filter { $0.hold.own < $0.limitLeft }.map(\.id)
            #expect(market.world.exchange.orders.resting(of: buyer) == resting.map(\.id))
            #expect(market.world.exchange.orders.short(of: buyer) == short)
            if buyer == SmallMarket.buyer { #expect(short.count >= least) }
        }
    }
}
