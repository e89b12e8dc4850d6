import Accounting
import Domain
import Matching
import Programmes
import Records
import Testing

@testable import Trading

/// Firm quotes: what is promised, what it holds, and that it is kept whatever happens.
struct QuoteTests {
    private let buyer = TestExchange.buyer(SmallMarket.buyer)
    private let other = TestExchange.buyer(SmallMarket.other)
    private let provider = TestExchange.provider(SmallMarket.provider)

    /// A market without a bound by class, with a voucher lot of 60 %.
    private func market(mode: ProgrammeMode = .deduct, rule: PriceRule = .listed) throws -> SmallMarket {
        let market = try SmallMarket(rule: rule, fee: 0)
        let programme = try market.programme(mode: mode)
        try market.world.accept(.applyForVoucher(programme, plannedSpend: Money(fen: 50_000)), by: buyer)
        try market.quotePolicy()
        return market
    }

    private func publicMoney(_ market: SmallMarket, _ role: AccountRole) -> Int64 {
        (0...1).reduce(0) { sum, funder in
            let asset = Asset.programme(ProgrammeID(1), funder: Int64(funder))
            return sum + market.world.balance(.voucher(asset, role, SmallMarket.buyer))
        }
    }

    @Test(arguments: [ProgrammeMode.deduct, .reimburse])
    func holdsWhatItsFillsNeedAndNoMore(mode: ProgrammeMode) throws {
        let market = try market(mode: mode)
        _ = try market.offer(2, at: 20)
        _ = try market.offer(10, at: 22)
        let quote = try market.quote(try market.demandTerms(3, limit: 90))
        #expect(quote.fills.map(\.quantity.milli) == [2_000, 1_000])
        #expect(quote.until == Stamp(microseconds: market.world.time.microseconds + 300_000_000))
        let own = quote.fills.reduce(Money.zero) { $0 + $1.ownMoney }
        let lots = quote.fills.flatMap(\.lotAmounts).flatMap(\.amounts).reduce(Money.zero, +)
        // Two units at 20 and one at 22 for ten hours: 620 yuan, of which the lot has 300.
        #expect(lots == Money(fen: 30_000) && own == Money(fen: mode == .deduct ? 32_000 : 62_000))
        #expect(market.world.held(SmallMarket.buyer) == own.fen && publicMoney(market, .lotsHeld) == lots.fen)
        let record = try market.take(quote)
        #expect(record.fills.unnumbered == quote.fills.unnumbered)
        #expect(record.closed == [nil])
        #expect(market.world.held(SmallMarket.buyer) == 0 && publicMoney(market, .lotsHeld) == 0)
        #expect(publicMoney(market, .escrow) == lots.fen)
        try market.world.replay()
    }

    @Test func isKeptWhateverHappens() throws {
        let market = try market()
        _ = try market.offer(4, at: 20)
        _ = try market.offer(4, at: 30)
        let quote = try market.quote(try market.demandTerms(4, limit: 25))
        // Everybody else passes it by, and the voucher and the money are held.
        #expect(try market.demand(1, limit: 40, by: SmallMarket.other).fills.map(\.offer) == [OfferID(2)])
        let free = market.world.free(SmallMarket.buyer)
        try market.world.accept(.requestPayout(Money(fen: free)), by: buyer)
        try market.world.accept(
            .approvePayout(PayoutID(1), bankReference: try Label("all")), by: TestExchange.operatorTwo)
        try market.world.accept(
            .amendOffer(OfferID(1), try OfferAmendment(price: .flat(try UnitPrice(90_000_000)))), by: provider)
        let less = CapacityStep(
            window: try Window(TestExchange.start, TestExchange.start + 200), quantity: try Quantity(3_000))
        try market.world.refuse(
            .amendOffer(OfferID(1), try OfferAmendment(schedule: try CapacitySchedule(steps: [less]))), by: provider,
            .capacitySold)
        try market.world.accept(.withdrawOffer(OfferID(1)), by: provider)
        let record = try market.take(quote)
        #expect(record.fills.unnumbered == quote.fills.unnumbered)
        #expect(record.fills.map(\.priceSum) == [200_000_000])
        try market.world.replay()
    }

    @Test func endsAtItsInstantAndGivesEverythingBack() throws {
        let market = try market()
        _ = try market.offer(4, at: 20)
        let quote = try market.quote(try market.demandTerms(4, limit: 25))
        let waiting = try market.demand(3, limit: 21, by: SmallMarket.other)
        #expect(waiting.fills.isEmpty && waiting.rested == Quantity(unchecked: 3_000))
        #expect(market.violations.isEmpty, "what crosses only because of a quote rests")
        let immediate = try market.demand(
            1, limit: 25, by: SmallMarket.other, policy: try FillPolicy(.immediateOrCancel))
        #expect(immediate.closed == [.unfilled])
        #expect(try market.wait(minutes: 4).flatMap(\.fills).isEmpty)
        let ended = try market.wait(minutes: 1)
        #expect(ended.flatMap(\.closed) == [.quoteExpired, nil])
        #expect(ended.flatMap(\.fills).map(\.buyer) == [SmallMarket.other])
        #expect(market.world.free(SmallMarket.buyer) == 10_000_000 && publicMoney(market, .lotsHeld) == 0)
        try market.world.refuse(.takeQuote(quote.id, quote.demand.terms), by: buyer, .quoteExpired)
        try market.world.replay()
    }

    @Test func isItsBuyersForItsTermsOnce() throws {
        let market = try market()
        let world = market.world
        _ = try market.offer(9, at: 20)
        let quote = try market.quote(try market.demandTerms(2, limit: 25))
        let (id, terms) = (quote.id, quote.demand.terms)
        try world.refuse(.takeQuote(DemandID(99), terms), by: buyer, .unknownDemand)
        try world.refuse(.takeQuote(id, terms), by: other, .foreignObject)
        try world.refuse(.takeQuote(id, try terms.with(limit: UnitPrice(26_000_000))), by: buyer, .quoteDiffers)
        try world.refuse(.takeQuote(id, try terms.with(quantity: Quantity(1_000))), by: buyer, .quoteDiffers)
        try world.refuse(.amendDemand(id, try DemandAmendment(limit: UnitPrice(26_000_000))), by: buyer, .quoted)
        try world.refuse(.cancelDemand(id), by: other, .foreignObject)
        try market.take(quote)
        try world.refuse(.takeQuote(id, terms), by: buyer, .notQuoted)
        let plain = try market.demand(1, limit: 10)
        try world.refuse(.takeQuote(DemandID(2), terms), by: buyer, .notQuoted)
        #expect(plain.rested != nil)
        let given = try market.quote(terms)
        try world.accept(.cancelDemand(given.id), by: buyer)
        try world.refuse(.takeQuote(given.id, terms), by: buyer, .notQuoted)
        try world.refuse(.cancelDemand(given.id), by: buyer, .alreadyClosed)
        let left = world.exchange.market.freeCapacity(OfferID(1), over: terms.window)
        #expect(left == Quantity(unchecked: 7_000))
        try world.replay()
    }

    @Test func isBounded() throws {
        let market = try market()
        let world = market.world
        let terms = try market.demandTerms(1, limit: 25)
        try world.refuse(.quoteDemand(terms), by: buyer, .nothingToQuote)
        _ = try market.offer(30, at: 20)
        try world.refuse(.quoteDemand(try market.demandTerms(1, limit: 25, lane: .batch)), by: buyer, .laneUnsupported)
        try world.refuse(
            .quoteDemand(try market.demandTerms(31, limit: 25, policy: try FillPolicy(.fillOrKill))), by: buyer,
            .nothingToQuote)
        try world.refuse(.quoteDemand(try market.demandTerms(30, limit: 9_000)), by: buyer, .fundsInsufficient)
        let quotes = try (0..<3).map { _ in try market.quote(terms) }
        try world.refuse(.quoteDemand(terms), by: buyer, .quotesTooMany)
        try world.accept(.cancelDemand(quotes[0].id), by: buyer)
        _ = try market.quote(terms)
        try world.refuse(.setQuotePolicy(.standard), by: buyer, .seatForbidden)
        // 3 of 30 are promised: not one more, of whichever provider, but in hours of which none is promised.
        try market.quotePolicy(share: 1_000)
        try world.refuse(.quoteDemand(terms), by: other, .quotedTooMuch)
        try world.refuse(
            .quoteDemand(try market.demandTerms(1, limit: 25, from: 20, until: 25)), by: other, .quotedTooMuch)
        _ = try market.quote(try market.demandTerms(1, limit: 25, from: 34, until: 44), by: SmallMarket.other)
        _ = try market.offer(9, at: 40, by: SmallMarket.other)
        try world.refuse(.quoteDemand(terms), by: other, .quotedTooMuch)
        _ = try market.offer(1, at: 40, by: SmallMarket.other)
        _ = try market.quote(terms, by: SmallMarket.other)
        try world.refuse(.quoteDemand(terms), by: other, .quotedTooMuch)
        try world.replay()
    }

    @Test func leavesTheRestToTheMarket() throws {
        let market = try market()
        _ = try market.offer(2, at: 20)
        let resting = try market.quote(try market.demandTerms(5, limit: 25))
        let immediate = try market.demandTerms(5, limit: 25, policy: try FillPolicy(.immediateOrCancel))
        try market.world.refuse(.quoteDemand(immediate), by: buyer, .nothingToQuote)
        _ = try market.offer(1, at: 24)
        let short = try market.quote(immediate)
        _ = try market.offer(1, at: 23)
        // What has come since is for the rest of the first; the second takes what was quoted, and nothing beside.
        #expect(try market.take(short).fills.map(\.offer) == [OfferID(2)])
        let ended = market.world.exchange.orders.demand(short.id)?.closed
        #expect(ended == .unfilled)
        let record = try market.take(resting)
        #expect(record.fills.map(\.offer) == [OfferID(1), OfferID(3)])
        #expect(record.rested == Quantity(unchecked: 2_000))
        let place = market.world.exchange.orders.demand(resting.id)?.demand.place
        #expect(place == Place(sequence: record.header.sequence))
        #expect(try market.offer(2, at: 25).fills.map(\.demand) == [resting.id])
        try market.world.replay()
    }

    @Test func lessSupplyMayLetOthersTrade() throws {
        let market = try market()
        // Lots of three and one: all or none of four is filled once the lot of three is promised to somebody else.
        _ = try market.offer(3, at: 20, lot: 3)
        _ = try market.offer(2, at: 21)
        let all = try market.demand(2, limit: 22, by: SmallMarket.other, policy: try FillPolicy(.fillOrKill))
        #expect(all.fills.map(\.offer) == [OfferID(2)])
        try market.world.replay()
    }

    @Test func oneOwnerIsNotServed() throws {
        let market = try market()
        let world = market.world
        _ = try market.offer(4, at: 20)
        let quote = try market.quote(try market.demandTerms(2, limit: 25))
        let command = Command.takeQuote(quote.id, quote.demand.terms)
        try world.accept(
            .recordRelation(.keyManager, SmallMarket.buyer, SmallMarket.provider), by: TestExchange.operatorOne)
        try world.refuse(command, by: buyer, .related)
        try world.accept(
            .recordOwnership(Ownership(owner: SmallMarket.buyer, owned: SmallMarket.provider, share: .whole)),
            by: TestExchange.operatorOne)
        try world.refuse(command, by: buyer, .sameBeneficialOwner)
        #expect(try market.wait(minutes: 5).flatMap(\.closed) == [.quoteExpired])
        try world.replay()
    }

    @Test(arguments: [
        HaltScope.market, .region(ZoneID(2)), .provider(SmallMarket.provider), .programme(ProgrammeID(1)),
    ])
    func isNotTakenWhileAnythingOfItStandsStill(scope: HaltScope) throws {
        let market = try market()
        _ = try market.offer(4, at: 20)
        let quote = try market.quote(try market.demandTerms(2, limit: 25))
        #expect(quote.fills.allSatisfy { !$0.lotAmounts.isEmpty })
        let note = try Commitment(bytes: [UInt8](repeating: 7, count: 32))
        try market.world.accept(.halt(scope, note: note), by: TestExchange.operatorOne)
        try market.world.refuse(.takeQuote(quote.id, quote.demand.terms), by: buyer, .halted)
        try market.world.accept(.resume(scope, note: note), by: TestExchange.operatorTwo)
        #expect(try market.take(quote).fills.unnumbered == quote.fills.unnumbered)
        try market.world.replay()
    }

    @Test func endsBeforeWhatWouldChangeIt() throws {
        let market = try market()
        try market.quotePolicy(minutes: 60)
        _ = try market.offer(9, at: 20, until: 1_000)
        try market.world.advance(hours: 23)
        _ = try market.wait(minutes: 30)
        let window = try market.quote(try market.demandTerms(1, limit: 25))
        #expect(window.until == Stamp(hour: TestExchange.start + 24))
        let until = Stamp(microseconds: market.world.time.microseconds + 1)
        let terms = try market.demandTerms(
            1, limit: 25, from: 40, until: 50, policy: try FillPolicy(.goodTill(until)))
        #expect(try market.quote(terms).until == until)
        #expect(try market.wait(minutes: 30).flatMap(\.closed) == [.quoteExpired, .quoteExpired])
        try market.world.replay()
    }
}
