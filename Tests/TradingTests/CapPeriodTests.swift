import Domain
import Records
import Testing

@testable import Trading

/// What a demand at rest holds of a cap, over the end of the cap's period.
struct CapPeriodTests {
    /// 2026-02-01T00:00 in Shanghai, in hours of the tests: a year of the cap begins.
    private static let newYear: Hour = 31 * 24 - 8
    private static let full: Int64 = 12_000

    private func market(_ scope: CapScope, countsAt: CountedEvent = .fill) throws -> SmallMarket {
        let market = try SmallMarket(fee: 0)
        let cap = Cap(id: try Symbol("yearly"), scope: scope, amount: Money(fen: Self.full), countsAt: countsAt)
        let programme = try market.programme(caps: [cap], validDays: 90)
        try market.world.accept(
            .applyForVoucher(programme, plannedSpend: Money(fen: 1_000_000)), by: TestExchange.buyer(SmallMarket.buyer))
        return market
    }

    /// For ten hours after the new year: 60 % of the limit are 12,000 fen a unit.
    private func submit(_ market: SmallMarket, hours: Int64 = 10) throws -> DemandID {
        let terms = try market.demandTerms(1, limit: 20, from: Self.newYear + 48, until: Self.newYear + 48 + hours)
        let record = try market.world.accept(.submitDemand(terms), by: TestExchange.buyer(SmallMarket.buyer))
        #expect(record.rested == terms.quantity)
        return DemandID(Int64(market.world.exchange.orders.demands.count))
    }

    private func held(_ demand: DemandID, _ market: SmallMarket) -> Int64 {
        (market.world.exchange.orders.demand(demand)?.hold.lots ?? []).flatMap(\.amounts).reduce(0) { $0 + $1.fen }
    }

    /// The records of the exchange itself that set a hold.
    private func moves(_ market: SmallMarket) -> [Record] {
        market.world.journal.map(\.record).filter { record in
            record.header.kind == .tick && record.events.contains { $0.kind == .holdSet }
        }
    }

    @Test func itMovesToTheNextPeriod() throws {
        let market = try market(.fiscalYear(firstMonth: 2))
        let first = try submit(market)
        #expect(held(first, market) == Self.full)
        let second = try submit(market)
        #expect(held(second, market) == 0, "the first holds all there is")
        try market.world.advance(hours: Self.newYear - 1)
        #expect(moves(market).isEmpty)
        try market.world.advance(hours: 1)
        #expect(moves(market).map(\.header.stamp) == [Stamp(hour: TestExchange.start + Self.newYear)])
        #expect(held(first, market) == Self.full)
        let third = try submit(market)
        #expect(held(third, market) == 0, "the first holds all of the new year too")
        #expect(held(second, market) == 0)
        try market.world.replay()
    }

    /// It takes what is there then, as if it were accepted then.
    @Test func itTakesWhatTheNextPeriodGives() throws {
        let market = try market(.fiscalYear(firstMonth: 2))
        let half = try submit(market, hours: 5)
        let rest = try submit(market)
        let left = held(rest, market)
        #expect(left > 0 && held(half, market) + left == Self.full)
        try market.world.accept(.cancelDemand(half), by: TestExchange.buyer(SmallMarket.buyer))
        #expect(held(rest, market) == left)
        try market.world.advance(hours: Self.newYear)
        #expect(held(rest, market) == Self.full)
        try market.world.replay()
    }

    @Test(arguments: [
        (CapScope.lifetime, CountedEvent.fill), (.rollingDays(30), .fill), (.fiscalYear(firstMonth: 2), .delivery),
    ])
    func elsewhereItStays(_ scope: CapScope, _ countsAt: CountedEvent) throws {
        let market = try market(scope, countsAt: countsAt)
        let demand = try submit(market)
        #expect(held(demand, market) == Self.full)
        try market.world.advance(hours: Self.newYear + 24)
        #expect(moves(market).isEmpty && held(demand, market) == Self.full)
        try market.world.replay()
    }
}
