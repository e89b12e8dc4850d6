import Domain
import Records
import Testing

@testable import Trading

/// What a reference price does to orders that vouchers pay 60 % of.
struct ReferenceBoundTests {
    private func market(tolerance: Int64 = 0, table: [TablePrice] = []) throws -> SmallMarket {
        let market = try SmallMarket(fee: 0)
        let programme = try market.programme(tolerance: tolerance, table: table)
        try market.world.accept(
            .applyForVoucher(programme, plannedSpend: Money(fen: 1_000_000)), by: TestExchange.buyer(SmallMarket.buyer))
        return market
    }

    private func own(_ fill: Fill) -> Money {
        fill.shares.filter { $0.source == .own }.reduce(.zero) { $0 + $1.amount }
    }

    private func rest(_ market: SmallMarket, from start: Hour) throws -> Record {
        let terms = try market.demandTerms(1, limit: 25, from: start, until: start + 10)
        return try market.world.accept(.submitDemand(terms), by: TestExchange.buyer(SmallMarket.buyer))
    }

    /// Own money in fen for a unit at 20 yuan over ten hours, where another has paid so much, at a tolerance.
    ///
    /// 16 × 1.2499 × 10 hours are 199.984 yuan: 19,998 fen, of which 60 % are 11,998.8, rounded down.
    @Test(arguments: [
        (20, 0, 8_000), (30, 0, 8_000), (10, 0, 14_000), (10, 5_000, 11_000), (16, 2_500, 8_000), (16, 2_499, 8_002),
    ])
    func theFillIsBound(_ paid: Int64, _ tolerance: Int64, _ expected: Int64) throws {
        let market = try market(tolerance: tolerance)
        try market.sell(1, at: paid)
        try market.pastMidnight()
        let fill = try market.sell(1, at: 20, funding: .automatic)
        #expect(own(fill) == Money(fen: expected))
        #expect(fill.versions.reference == 1)
        try market.world.replay()
    }

    @Test func withoutTheMarketTheTableBinds() throws {
        func fill(_ unit: PricedUnit, _ price: Int64) throws -> Fill {
            let market = try market(tolerance: 1_000, table: [TablePrice(unit: unit, price: try UnitPrice(price))])
            let fill = try market.sell(1, at: 20, funding: .automatic)
            try market.world.replay()
            return fill
        }
        let (type, chip) = (PricedUnit.instanceType(try Symbol("a100.1")), PricedUnit.chip(try Symbol("a100")))
        // 15 × 1.1 × 10 hours = 165 yuan, of which 60 % are 99.
        #expect(try own(fill(type, 15_000_000)) == Money(fen: 20_000 - 9_900))
        #expect(try own(fill(chip, 15_000_000)) == Money(fen: 20_000 - 9_900))
        #expect(try own(fill(chip, 19_000_000)) == Money(fen: 8_000))
        #expect(try own(fill(.chip(Symbol("h100")), 1_000_000)) == Money(fen: 8_000))
        #expect(try fill(type, 15_000_000).versions.reference == 0)
    }

    @Test func theTraceNamesTheReference() throws {
        let market = try market()
        try market.sell(1, at: 10)
        try market.pastMidnight()
        try market.sell(1, at: 20, funding: .automatic)
        let steps = market.world.journal.flatMap(\.record.events).flatMap { event -> [TraceStep] in
            if case .fillEvaluated(let evaluation) = event { evaluation.trace } else { [] }
        }
        let cut = steps.filter { $0.reason == .aboveReference }
        #expect(
            cut == [
                TraceStep(phase: .eligibleBase, rule: nil, input: 20_000, output: 10_000, reason: .aboveReference)
            ])
    }

    /// Demands keep the version of their acceptance, in their holds and at the match.
    @Test func aDemandKeepsItsVersion() throws {
        let market = try market()
        let none = try rest(market, from: 210)
        // 25,001 fen at most, of which 60 % of 24.90 × 10 are sure but for 16 fen.
        #expect(none.held == Money(fen: 25_001 - 14_940 + 16))
        try market.sell(1, at: 10)
        try market.pastMidnight()
        #expect(market.reference().yuan == 10)
        let ten = try rest(market, from: 220)
        // 60 % of 10.00 × 10.
        #expect(ten.held == Money(fen: 25_001 - 6_000 + 16))
        try market.sell(3, at: 30)
        try market.pastMidnight()
        #expect(market.reference().yuan == 30)
        let thirty = try rest(market, from: 230)
        #expect(thirty.held == none.held)
        let fills = try market.offer(1, at: 20, from: 210, until: 240).fills
        #expect(fills.map(\.versions.reference) == [0, 1, 2])
        #expect(fills.map(own) == [8_000, 14_000, 8_000].map { Money(fen: $0) })
        try market.world.replay()
    }

    /// What is out of a demand's reach does not raise its hold.
    @Test func onlyClassesInReachLowerTheSureShare() throws {
        let market = try market()
        try market.sell(1, at: 10, zone: SmallMarket.away)
        try market.pastMidnight()
        #expect(market.reference(SmallMarket.away).yuan == 10)
        func held(_ level: ZoneLevel) throws -> Money? {
            let terms = try DemandTerms(
                requirements: try Requirements(kind: .accelerator), quantity: try Quantity(1_000),
                window: try Window(TestExchange.start + 200, TestExchange.start + 210), home: SmallMarket.home,
                reach: Reach(level: level, latencyMicrosecondsMost: nil), limit: try UnitPrice(25_000_000),
                policy: .goodTillCancelled)
            return try market.world.accept(.submitDemand(terms), by: TestExchange.buyer(SmallMarket.buyer)).held
        }
        #expect(try held(.city) == Money(fen: 25_001 - 14_940 + 16))
        #expect(try held(.hub) == Money(fen: 25_001 - 6_000 + 16))
        #expect(try held(.nation) == Money(fen: 25_001 - 6_000 + 16))
    }
}

extension Record {
    /// The own money of the last hold that the record set.
    fileprivate var held: Money? {
        events.compactMap { if case .holdSet(let hold) = $0 { hold.own } else { nil } }.last
    }
}
