import Accounting
import Domain
import Records
import Testing

@testable import Trading

/// A provider announces that capacity will not be there: what is cut, what comes back, and what takes its place.
///
/// Hours are counted from the start of the tests; leases are of the hours 24 to 34.
struct WithdrawalTests {
    private let provider = TestExchange.provider(SmallMarket.provider)

    private func plan(_ start: Hour, _ end: Hour, left units: Int64 = 0, of offer: Int64 = 1) throws -> Command {
        .planWithdrawal(
            OfferID(offer),
            try PlannedWithdrawal(
                window: Window(TestExchange.start + start, TestExchange.start + end),
                left: Quantity(unchecked: units * 1_000)))
    }

    private func escrow(_ market: SmallMarket) -> Int64 { market.world.balance(.escrow(SmallMarket.buyer)) }

    @Test func whatNobodyCanTakeComesBackToTheFen() throws {
        let market = try SmallMarket()
        _ = try market.offer(3, at: 25)
        _ = try market.demand(3, limit: 25)
        #expect(escrow(market) == 75_000)
        try market.world.advance(hours: 26)
        let lease = try #require(market.world.lease(LeaseID(1)))
        try market.world.accept(
            .reportUsage(
                UsageReport(
                    lease: LeaseID(1), fromSecond: lease.reportedUntil, untilSecond: lease.reportedUntil + 3_600,
                    used: 3_600 * 3_000, idle: 0)), by: provider)
        let free = market.world.free(SmallMarket.buyer)
        let record = try market.world.accept(try plan(28, 200), by: provider)
        // Six hours of three units at 25 yuan; the demand in their place found nothing.
        #expect(record.leaseCuts.map(\.quota) == [6 * 3_600 * 3_000])
        #expect(record.closed == [.notAllFillable])
        #expect(market.world.free(SmallMarket.buyer) == free + 45_000)
        #expect(escrow(market) == 22_500)
        #expect(market.world.lease(LeaseID(1))?.ended == .withdrawn)
        try market.world.refuse(try plan(28, 200), by: provider, .nothingChanged)
        // What is left is delivered and earned as ever, and then nothing is in escrow.
        try market.world.advance(hours: 3)
        let left = try #require(market.world.lease(LeaseID(1)))
        #expect(left.endSecond == (TestExchange.start + 28) * 3_600)
        try market.world.accept(
            .reportUsage(
                UsageReport(
                    lease: LeaseID(1), fromSecond: left.reportedUntil, untilSecond: left.endSecond,
                    used: 3 * 3_600 * 3_000, idle: 0)), by: provider)
        #expect(escrow(market) == 0)
        #expect(market.world.lease(LeaseID(1))?.isOver == true)
        try market.world.replay()
    }

    @Test func anotherOfferTakesTheHoursAndTheBuyerKeepsWhatItSaves() throws {
        let market = try SmallMarket(deposit: 75_001)
        _ = try market.offer(3, at: 25)
        _ = try market.demand(3, limit: 25)
        _ = try market.offer(2, at: 26, by: SmallMarket.other)
        _ = try market.offer(2, at: 24, by: SmallMarket.other)
        _ = try market.offer(1, at: 25, by: SmallMarket.other)
        let record = try market.world.accept(try plan(30, 40), by: provider)
        // Four hours: two units at 24 and one at 25; not the one at 26.
        #expect(record.fills.map(\.priceSum) == [96_000_000, 100_000_000])
        #expect(record.fills.allSatisfy { $0.provider == SmallMarket.other && $0.window.hours == 4 })
        #expect(record.closed == [nil])
        #expect(market.world.free(SmallMarket.buyer) == 1 + 800)
        #expect(escrow(market) == 75_000 - 800)
        #expect(market.world.lease(LeaseID(1))?.sought == record.fills.first?.demand)
        try market.world.replay()
    }

    @Test func noWorsePriceIsTaken() throws {
        let market = try SmallMarket()
        _ = try market.offer(3, at: 25)
        _ = try market.demand(3, limit: 30)
        // Dearer by a fen with the tariff, within the limit of the demand.
        _ = try market.offer(3, at: 25, zone: SmallMarket.away, by: SmallMarket.other)
        _ = try market.offer(2, at: 25, by: SmallMarket.other)
        let record = try market.world.accept(try plan(24, 34), by: provider)
        #expect(record.fills.isEmpty && record.closed == [.notAllFillable])
        #expect(market.world.lease(LeaseID(1))?.isOver == true)
        #expect(escrow(market) == 0)
        try market.world.replay()
    }

    @Test(arguments: [ProgrammeMode.deduct, .reimburse]) func publicMoneyMovesByItsOwnRules(
        _ mode: ProgrammeMode
    ) throws {
        let market = try SmallMarket()
        let programme = try market.programme(mode: mode)
        try market.world.accept(
            .applyForVoucher(programme, plannedSpend: Money(fen: 1_000_000)),
            by: TestExchange.buyer(SmallMarket.buyer))
        _ = try market.offer(3, at: 25)
        _ = try market.demand(3, limit: 25)
        let first = try #require(market.world.lease(LeaseID(1))).fill
        _ = try market.offer(3, at: 20, by: SmallMarket.other)
        let free = market.world.free(SmallMarket.buyer)
        let record = try market.world.accept(try plan(24, 34), by: provider)
        let moved = try #require(record.fills.first)
        #expect(first.lotAmounts.flatMap(\.amounts).reduce(.zero, +) == Money(fen: 45_000))
        #expect(moved.lotAmounts.flatMap(\.amounts).reduce(.zero, +) == Money(fen: 36_000))
        #expect(moved.ownMoney == Money(fen: mode == .deduct ? 24_000 : 60_000))
        #expect(market.world.free(SmallMarket.buyer) == free + first.ownMoney.fen - moved.ownMoney.fen)
        try market.world.replay()
    }

    /// What public money paid and cannot pay now, its buyer is not asked for.
    @Test func noMoreOwnMoneyIsTakenThanCameBack() throws {
        let market = try SmallMarket()
        let programme = try market.programme()
        try market.world.accept(
            .applyForVoucher(programme, plannedSpend: Money(fen: 1_000_000)),
            by: TestExchange.buyer(SmallMarket.buyer))
        _ = try market.offer(3, at: 25)
        _ = try market.demand(3, limit: 25)
        _ = try market.offer(3, at: 20, by: SmallMarket.other)
        try market.world.accept(
            .halt(.programme(programme), note: HaltTests.note),
            by: TestExchange.operatorOne)
        let (free, own) = (
            market.world.free(SmallMarket.buyer), try #require(market.world.lease(LeaseID(1))).fill.ownMoney
        )
        let record = try market.world.accept(try plan(24, 34), by: provider)
        #expect(record.fills.isEmpty && record.leaseCuts.count == 1)
        #expect(market.world.free(SmallMarket.buyer) == free + own.fen)
        try market.world.replay()
    }

    @Test func theLatestGoFirstAndOnlyAsManyAsMust() throws {
        let market = try SmallMarket()
        _ = try market.offer(6, at: 25)
        for _ in 0..<3 { _ = try market.demand(2, limit: 25) }
        let record = try market.world.accept(try plan(20, 26, left: 3), by: provider)
        #expect(record.leaseCuts.map(\.lease) == [LeaseID(2), LeaseID(3)])
        // Hours after the withdrawal are free again, and cannot serve whole leases that begin before.
        #expect(record.fills.isEmpty)
        try market.world.refuse(try plan(20, 26, left: 3), by: provider, .nothingChanged)
        let later = try market.demandTerms(4, limit: 25, from: 26, until: 30)
        let sold = try market.world.accept(.submitDemand(later), by: TestExchange.buyer(SmallMarket.other))
        #expect(sold.fills.map(\.quantity.milli) == [4_000])
        try market.world.replay()
    }

    @Test func whoWasServedEarlierLooksFirst() throws {
        let market = try SmallMarket()
        _ = try market.offer(4, at: 25)
        _ = try market.demand(2, limit: 25)
        _ = try market.demand(2, limit: 25)
        _ = try market.offer(2, at: 22, by: SmallMarket.other)
        let record = try market.world.accept(try plan(24, 34), by: provider)
        #expect(record.closed == [nil, .notAllFillable])
        #expect(record.leaseCuts.first?.lease == LeaseID(1))
        #expect(record.leaseCuts.first?.sought == record.fills.first?.demand)
    }

    @Test func whatIsWithdrawnAlreadyMayStillNotBeThere() throws {
        let market = try SmallMarket()
        _ = try market.offer(3, at: 25)
        _ = try market.demand(3, limit: 25)
        try market.world.accept(.withdrawOffer(OfferID(1)), by: provider)
        #expect(market.world.lease(LeaseID(1))?.isOver == false)
        let record = try market.world.accept(try plan(24, 34), by: provider)
        #expect(record.leaseCuts.count == 1 && escrow(market) == 0)
        try market.world.replay()
    }

    @Test func aQuoteGoesBeforeAnySale() throws {
        let market = try SmallMarket()
        _ = try market.offer(3, at: 25)
        try market.quotePolicy()
        _ = try market.demand(1, limit: 25)
        let quote = try market.quote(try market.demandTerms(2, limit: 25))
        let record = try market.world.accept(try plan(24, 34, left: 1), by: provider)
        #expect(record.closed == [.withdrawn] && record.leaseCuts.isEmpty)
        try market.world.refuse(
            .takeQuote(quote.id, quote.demand.terms), by: TestExchange.buyer(SmallMarket.buyer), .notQuoted)
        try market.world.replay()
    }

    @Test func freedCapacityServesWhoRests() throws {
        let market = try SmallMarket()
        _ = try market.offer(3, at: 25)
        _ = try market.demand(3, limit: 25)
        let terms = try market.demandTerms(1, limit: 25, from: 30, until: 34)
        let waits = try market.world.accept(.submitDemand(terms), by: TestExchange.buyer(SmallMarket.other))
        #expect(waits.fills.isEmpty)
        let record = try market.world.accept(try plan(24, 26), by: provider)
        #expect(record.fills.map(\.demand) == [DemandID(2)])
        try market.world.replay()
    }

    @Test func aSingleProviderThatGoesOnIsNotDivided() throws {
        let market = try SmallMarket()
        _ = try market.offer(1, at: 25)
        _ = try market.offer(1, at: 25)
        let plain = try market.demandTerms(2, limit: 25)
        let terms = try DemandTerms(
            requirements: plain.requirements, quantity: plain.quantity, window: plain.window, home: plain.home,
            reach: plain.reach, limit: plain.limit, policy: plain.policy, singleProvider: true)
        try market.world.accept(.submitDemand(terms), by: TestExchange.buyer(SmallMarket.buyer))
        _ = try market.offer(1, at: 20, by: SmallMarket.other)
        let record = try market.world.accept(try plan(24, 34), by: provider)
        #expect(record.leaseCuts.count == 1 && record.leaseCuts.first?.sought == nil && record.fills.isEmpty)
    }

    /// The storage stays where it is; a machine elsewhere might be too far from it.
    @Test(arguments: [true, false]) func aLineThatIsNearTheOthersGoesWithoutASearch(_ isNear: Bool) throws {
        let market = try SmallMarket.withStorageAndNetwork()
        try market.offer(.gpu, 1, at: 20)
        try market.offer(.storage, 1, at: 1)
        let bond = isNear ? BundleBond(commonStart: false, latencyMicrosecondsMost: 5_000) : .none
        let sold = try market.bundle(
            [try market.line(.gpu, 1, limit: 25), try market.line(.storage, 1, limit: 2)], bond)
        #expect(sold.fills.count == 2)
        try market.offer(.gpu, 1, at: 20, by: SmallMarket.other)
        let record = try market.world.accept(try plan(24, 34), by: provider)
        #expect(record.leaseCuts.count == 1 && record.fills.count == (isNear ? 0 : 1))
        #expect((record.leaseCuts.first?.sought == nil) == isNear)
        try market.world.replay()
    }

    /// A lease of two units goes whole, so one is free again in the hours of the bundle.
    @Test func freedCapacityServesABundleAtRest() throws {
        let market = try SmallMarket.withStorageAndNetwork()
        try market.offer(.gpu, 2, at: 20)
        try market.offer(.storage, 1, at: 1)
        _ = try market.demand(2, limit: 25)
        let waits = try market.bundle(
            [
                try market.line(.gpu, 1, limit: 25, immediate: false),
                try market.line(.storage, 1, limit: 2, immediate: false),
            ], by: SmallMarket.other)
        #expect(waits.fills.isEmpty)
        let record = try market.world.accept(try plan(24, 34, left: 1), by: provider)
        #expect(record.leaseCuts.count == 1 && record.fills.map(\.buyer) == [SmallMarket.other, SmallMarket.other])
        try market.world.replay()
    }

    @Test func whatIsRefused() throws {
        let market = try SmallMarket()
        _ = try market.offer(3, at: 25)
        try market.world.refuse(try plan(0, 10, of: 9), by: provider, .unknownOffer)
        try market.world.refuse(
            try plan(1, 10), by: TestExchange.provider(SmallMarket.other), .foreignObject)
        try market.world.refuse(try plan(1, 10), by: TestExchange.buyer(SmallMarket.buyer), .seatForbidden)
        try market.world.refuse(try plan(1, 10, left: 3), by: provider, .nothingChanged)
        try market.world.advance(hours: 3)
        try market.world.refuse(try plan(2, 10), by: provider, .windowPast)
        let gone = try market.world.accept(try plan(3, 200), by: provider)
        // Hours that have begun are past: nothing is left to sell.
        #expect(gone.events.contains(.offerClosed(OfferID(1), .withdrawn)))
    }
}

extension Record {
    var leaseCuts: [LeaseCut] { events.compactMap { if case .leaseCut(let cut) = $0 { cut } else { nil } } }
}
