import Accounting
import Domain
import Records
import Testing

@testable import Trading

/// An order paid with a voucher lot of 60 %, in both modes.
struct VoucherOrderTests {
    private func market(mode: ProgrammeMode, deposit: Int64 = 10_000_000) throws -> SmallMarket {
        let market = try SmallMarket(fee: 0, deposit: deposit)
        let programme = try market.programme(mode: mode)
        try market.world.accept(
            .applyForVoucher(programme, plannedSpend: Money(fen: 1_000_000)), by: TestExchange.buyer(SmallMarket.buyer))
        return market
    }

    private func publicMoney(_ market: SmallMarket, _ role: AccountRole, _ party: PartyID) -> Int64 {
        (0...1).reduce(0) { sum, funder in
            sum + market.world.balance(.voucher(.programme(ProgrammeID(1), funder: Int64(funder)), role, party))
        }
    }

    @Test func deductPaysSixtyPerCentAndTheProviderClaimsIt() throws {
        let market = try market(mode: .deduct)
        let world = market.world
        #expect(publicMoney(market, .lotsFree, SmallMarket.buyer) == 600_000)
        _ = try market.offer(10, at: 20)
        let fill = try #require(try market.demand(1, limit: 25).fills.first)
        let own = fill.shares.filter { $0.source == .own }.reduce(Money.zero) { $0 + $1.amount }
        #expect(fill.capacity == Money(fen: 20_000))
        #expect(own == Money(fen: 8_000))
        #expect(publicMoney(market, .escrow, SmallMarket.buyer) == 12_000)
        try world.advance(hours: 34)
        let from = fill.window.start * 3600
        try world.accept(
            .reportUsage(
                UsageReport(
                    lease: fill.lease, fromSecond: from, untilSecond: from + 36_000, used: 5 * 3_600_000, idle: 0)),
            by: TestExchange.provider(SmallMarket.provider))
        // Half was missed: each source gets half of its own back.
        #expect(world.free(SmallMarket.buyer) == 10_000_000 - 4_000)
        #expect(publicMoney(market, .lotsFree, SmallMarket.buyer) == 600_000 - 6_000)
        try world.refuse(.claim(fill.lease), by: TestExchange.provider(SmallMarket.provider), .nothingToClaim)
        try world.advance(hours: 72)
        try world.accept(.claim(fill.lease), by: TestExchange.provider(SmallMarket.provider))
        #expect(publicMoney(market, .claimed, SmallMarket.provider) == 6_000)
        try world.replay()
    }

    @Test func aSixtyPerCentLotCannotBuyWithoutTheOtherForty() throws {
        let market = try market(mode: .deduct, deposit: 0)
        _ = try market.offer(10, at: 20)
        try market.world.refuse(
            .submitDemand(try market.demandTerms(1, limit: 25)), by: TestExchange.buyer(SmallMarket.buyer),
            .fundsInsufficient)
        #expect(publicMoney(market, .lotsHeld, SmallMarket.buyer) == 0)
    }

    /// So little that one of the two funders pays all of it.
    @Test func aShareOfOneFenIsOneFundersAlone() throws {
        let market = try market(mode: .deduct)
        _ = try market.offer(10, at: 20)
        try market.world.accept(
            .amendOffer(OfferID(1), try OfferAmendment(price: .flat(try UnitPrice(2_000)))),
            by: TestExchange.provider(SmallMarket.provider))
        let fill = try #require(try market.demand(1, limit: 25).fills.first)
        #expect(fill.capacity == Money(fen: 2))
        #expect(fill.shares.map(\.amount) == [Money(fen: 1), Money(fen: 1)])
        #expect(publicMoney(market, .escrow, SmallMarket.buyer) == 1)
        #expect(publicMoney(market, .lotsFree, SmallMarket.buyer) == 600_000 - 1)
        try market.world.replay()
    }

    @Test func reimburseRunsBesideTheMoney() throws {
        let market = try market(mode: .reimburse)
        _ = try market.offer(10, at: 20)
        let fill = try #require(try market.demand(1, limit: 25).fills.first)
        #expect(market.world.free(SmallMarket.buyer) == 10_000_000 - 20_000)
        #expect(publicMoney(market, .escrow, SmallMarket.buyer) == 12_000)
        try market.world.advance(hours: 34)
        let from = fill.window.start * 3600
        try market.world.accept(
            .reportUsage(
                UsageReport(
                    lease: fill.lease, fromSecond: from, untilSecond: from + 36_000, used: 36_000_000, idle: 0)),
            by: TestExchange.provider(SmallMarket.provider))
        try market.world.advance(hours: 72)
        try market.world.accept(.claim(fill.lease), by: TestExchange.buyer(SmallMarket.buyer))
        #expect(publicMoney(market, .claimed, SmallMarket.buyer) == 12_000)
        try market.world.replay()
    }

    @Test func expiryReleasesHoldsAndOwnMoneyTakesOver() throws {
        let market = try market(mode: .deduct)
        let terms = try market.demandTerms(1, limit: 25, from: 24 * 29, until: 24 * 29 + 5)
        try market.world.accept(.submitDemand(terms), by: TestExchange.buyer(SmallMarket.buyer))
        #expect(publicMoney(market, .lotsHeld, SmallMarket.buyer) > 0)
        // A demand of next year does not see the lot, which ends after 30 days.
        let later = try market.demandTerms(1, limit: 25, from: 24 * 60, until: 24 * 60 + 5)
        try market.world.accept(.submitDemand(later), by: TestExchange.buyer(SmallMarket.buyer))
        try market.world.advance(hours: 24 * 32)
        #expect(publicMoney(market, .lotsFree, SmallMarket.buyer) == 0)
        #expect(publicMoney(market, .lotsHeld, SmallMarket.buyer) == 0)
        let pool = (0...1).reduce(Int64(0)) {
            $0 + market.world.balance(.available(.programme(ProgrammeID(1), funder: Int64($1))))
        }
        #expect(pool == 100_000_000)
        try market.world.replay()
    }
}
