import Domain
import Records
import Testing

@testable import Trading

/// How the market's reference price comes about.
struct ReferencePriceTests {
    /// `2 @ 10, 1 @ 20` is a fill of two units at ten yuan, then one of one unit at twenty, each for ten hours.
    @Test(arguments: [
        ("1 @ 10", 10), ("1 @ 10, 1 @ 40, 1 @ 20", 20), ("1 @ 10, 1 @ 20, 1 @ 40, 1 @ 45", 30),
        ("1 @ 10, 1 @ 11", 10.5),
        // A purchase weighs by its unit-hours, however many fills it took.
        ("3 @ 10, 1 @ 20, 1 @ 40", 10), ("2 @ 10, 1 @ 20, 1 @ 40", 15), ("1 @ 10, 1 @ 20, 5 @ 40", 40),
    ])
    func theMedianOfFills(_ sales: String, _ median: Double) throws {
        let market = try SmallMarket()
        for sale in sales.split(separator: ",") {
            let parts = sale.split(separator: "@").map { Int64($0.filter { $0 != " " })! }
            try market.sell(parts[0], at: parts[1])
        }
        let before = market.reference()
        #expect(before.version == 0 && before.yuan == nil)
        try market.pastMidnight()
        let after = market.reference()
        #expect(after.version == 1 && after.yuan == median && after.basis == .fills)
        let elsewhere = market.reference(SmallMarket.away)
        #expect(elsewhere.yuan == nil)
        try market.world.replay()
    }

    @Test func relatedAndPubliclyFundedFillsStandOutside() throws {
        let market = try SmallMarket()
        let programme = try market.programme()
        let buyer = TestExchange.buyer(SmallMarket.buyer)
        try market.world.accept(.applyForVoucher(programme, plannedSpend: Money(fen: 1_000_000)), by: buyer)
        try market.sell(1, at: 10)
        let funded = try market.sell(5, at: 50, funding: .automatic)
        #expect(funded.shares.count > 1)
        try market.world.accept(
            .recordRelation(.significantInfluence, SmallMarket.provider, SmallMarket.buyer),
            by: TestExchange.operatorOne)
        let related = try market.sell(5, at: 90, acceptsRelated: true)
        #expect(related.related)
        try market.pastMidnight()
        #expect(market.reference().yuan == 10)
        try market.world.replay()
    }

    @Test func aSaleLeavesAfterThirtyDays() throws {
        let market = try SmallMarket()
        try market.sell(1, at: 10)
        try market.world.advance(hours: 20)
        try market.sell(1, at: 20)
        try market.pastMidnight()
        #expect(market.reference().yuan == 15)
        // The first was 30 days old at hour 720; the midnights before and after are hours 712 and 736.
        try market.world.advance(hours: 735 - 40)
        #expect(market.reference().yuan == 15)
        try market.world.advance(hours: 1)
        #expect(market.reference().yuan == 20)
        // The second, of hour 20, leaves at hour 740.
        try market.world.advance(hours: 23)
        #expect(market.reference().yuan == 20)
        let version = market.reference().version
        try market.world.advance(hours: 1)
        let last = market.reference()
        #expect(last.version == version + 1 && last.yuan == nil)
        // Nothing is left that could change, and nothing falls due.
        try market.world.advance(hours: 2_000)
        #expect(market.reference().version == last.version)
        #expect(market.world.exchange.references.dueAt == nil)
        try market.world.replay()
    }

    @Test func askingCountsFromFiveOwners() throws {
        let market = try SmallMarket()
        let providers = try market.providers(4...9)
        func ask(_ position: Int, _ yuan: Int64) throws {
            _ = try market.offer(1, at: yuan, until: 2_000, by: providers[position])
        }
        for position in 0..<4 { try ask(position, Int64(position + 1) * 10) }
        try ask(0, 90)
        try market.pastMidnight()
        #expect(market.reference().yuan == nil)
        // The fifth owner: 10, 20, 30, 40, 50; the ask at 90 is not its owner's lowest.
        try ask(4, 50)
        try market.pastMidnight()
        var found = market.reference()
        #expect(found.yuan == 30 && found.basis == .asks)
        // 40 and 50 get one owner, so that there are four.
        try market.world.accept(
            .recordOwnership(Ownership(owner: providers[3], owned: providers[4], share: try BasisPoints(2_500))),
            by: TestExchange.operatorOne)
        try market.pastMidnight()
        #expect(market.reference().yuan == nil)
        // Another fifth: 10, 20, 30, 40, 60. A share of less than a quarter makes no common owner: six, and 35.
        try ask(5, 60)
        try market.pastMidnight()
        #expect(market.reference().yuan == 30)
        try market.world.accept(
            .recordOwnership(Ownership(owner: providers[3], owned: providers[4], share: try BasisPoints(2_499))),
            by: TestExchange.operatorOne)
        try market.pastMidnight()
        #expect(market.reference().yuan == 35)
        // A single fill comes before all asks.
        try market.sell(1, at: 9)
        try market.pastMidnight()
        found = market.reference()
        #expect(found.yuan == 9 && found.basis == .fills)
        try market.world.replay()
    }

    @Test func aDayWithoutChangeHasNoRecord() throws {
        let market = try SmallMarket()
        _ = try market.offer(1, at: 20, until: 2_000)
        try market.pastMidnight()
        func published() -> [Int64] {
            market.world.journal.flatMap(\.record.events).compactMap {
                if case .referencesPublished(let version, _) = $0 { version } else { nil }
            }
        }
        // One ask is not enough, so the version stays.
        #expect(published() == [0])
        for _ in 0..<5 { try market.pastMidnight() }
        #expect(published() == [0])
        try market.sell(1, at: 9)
        for _ in 0..<5 { try market.pastMidnight() }
        // Its offer closes the day after, and changes nothing.
        #expect(published() == [0, 1, 1])
    }
}
