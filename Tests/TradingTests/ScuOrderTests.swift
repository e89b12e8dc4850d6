import Accounting
import Domain
import Records
import Testing

@testable import Trading

/// Demands in SCU through the exchange: holds, versions, amendments, money.
struct ScuOrderTests {
    /// For ten hours at most 25 yuan an SCU-hour, with five per cent of tolerance.
    private func terms(
        _ milli: Int64, limit yuan: Int64 = 25, lane: Lane = .now, policy: FillPolicy = .goodTillCancelled
    ) throws -> DemandTerms {
        let units = try SmallMarket(deposit: 0).demandTerms(1, limit: yuan)
        return try DemandTerms(
            requirements: units.requirements, quantity: Quantity(milli), window: units.window, home: units.home,
            reach: units.reach, limit: units.limit, policy: policy, use: units.use, lane: lane,
            scu: ScuMeasure(precision: .fp16))
    }

    private func submit(_ terms: DemandTerms, to market: SmallMarket) throws -> Record {
        try market.world.accept(.submitDemand(terms), by: TestExchange.buyer(SmallMarket.buyer))
    }

    /// The same chip at another rate: a unit is so many milli-SCU.
    private func publish(milliScu: Int64, in market: SmallMarket) throws {
        let rate = DenseRate(precision: .fp16, milliTeraflops: 312 * milliScu)
        let chip = Chip(code: try Symbol("a100"), architecture: try Symbol("cuda"), origin: .domestic, rates: [rate])
        try market.world.accept(.publishConversion([chip]), by: TestExchange.operatorOne)
    }

    @Test func holdsCoverTheUpperEndAndEndWithTheDemand() throws {
        let market = try SmallMarket()
        #expect(try submit(terms(2_000), to: market).rested == Quantity(2_000))
        #expect(market.world.held(SmallMarket.buyer) == 25 * 100 * 21 + 1)
        let record = try market.offer(5, at: 20)
        #expect(record.fills.map(\.quantity) == [try Quantity(2_000)])
        #expect(record.closed == [nil])
        #expect(market.world.held(SmallMarket.buyer) == 0)
        #expect(market.world.free(SmallMarket.buyer) == 10_000_000 - 2 * 10 * 2_000)
        try market.world.replay()
    }

    @Test func aNewTableLeavesOldFillsAndDemandsAtRest() throws {
        let market = try SmallMarket()
        _ = try market.offer(1, at: 20)
        #expect(try submit(terms(2_000), to: market).rested == Quantity(1_000))
        try publish(milliScu: 500, in: market)
        let late = try #require(try market.offer(4, at: 20).fills.first)
        #expect(late.milliScu == 1_000 && late.versions.conversion == 1)
        #expect(late.quantity == (try Quantity(1_000)))
        let next = try #require(try submit(terms(1_000, limit: 40), to: market).fills.first)
        #expect(next.milliScu == 500 && next.versions.conversion == 2)
        #expect(next.quantity == (try Quantity(2_000)))
        let first = try #require(market.world.lease(LeaseID(1)))
        #expect(first.fill.milliScu == 1_000)
        try market.world.replay()
    }

    @Test func anAmendmentTakesTheTableInForceAndKeepsWhatIsFilled() throws {
        let market = try SmallMarket()
        let buyer = TestExchange.buyer(SmallMarket.buyer)
        _ = try market.offer(1, at: 20)
        _ = try submit(terms(3_000), to: market)
        try publish(milliScu: 500, in: market)
        let less = DemandID(1)
        try market.world.refuse(
            .amendDemand(less, try DemandAmendment(quantity: Quantity(952))), by: buyer, .quantityBelowFilled)
        let amended = try market.world.accept(
            .amendDemand(less, try DemandAmendment(quantity: Quantity(2_000))), by: buyer)
        #expect(
            amended.events.contains {
                if case .demandAmended(_, _, let open) = $0 { open.milli == 1_000 } else { false }
            })
        let fill = try #require(try market.offer(4, at: 12).fills.first)
        #expect(fill.milliScu == 500)
        #expect(fill.quantity == (try Quantity(2_000)))
        _ = try submit(terms(3_000), to: market)
        // One SCU of three is there: enough for 1.052 less five per cent, and not for 1.053.
        let short = try market.world.accept(
            .amendDemand(DemandID(2), try DemandAmendment(quantity: Quantity(1_053))), by: buyer)
        #expect(short.closed.isEmpty)
        let complete = try market.world.accept(
            .amendDemand(DemandID(2), try DemandAmendment(quantity: Quantity(1_052))), by: buyer)
        #expect(complete.closed == [nil])
        try market.world.replay()
    }

    @Test func batchesTakeNone() throws {
        let market = try SmallMarket()
        let buyer = TestExchange.buyer(SmallMarket.buyer)
        try market.world.refuse(.submitDemand(try terms(1_000, lane: .batch)), by: buyer, .scuNotInBatches)
        _ = try submit(terms(1_000), to: market)
        let scope = BatchScope(zone: ZoneID(2), window: try terms(1_000).window, lot: try Quantity(1_000))
        try market.world.refuse(.callBatch(scope), by: TestExchange.operatorOne, .nothingToClear)
    }

    @Test func hoursAreFixed() throws {
        let terms = try terms(1_000)
        #expect(throws: Reason.hoursNotFixed) {
            try DemandTerms(
                requirements: terms.requirements, quantity: terms.quantity, window: terms.window, home: terms.home,
                reach: terms.reach, limit: terms.limit, policy: terms.policy, chosenHours: ChosenHours(consecutive: 4),
                scu: terms.scu)
        }
    }

    /// A quote is complete within the tolerance; of one that is not, the rest goes to the market by the table that it was
    /// quoted by.
    @Test func quotesAreKept() throws {
        let market = try SmallMarket()
        try market.quotePolicy()
        _ = try market.offer(2, at: 20)
        let whole = try market.quote(try terms(1_040))
        #expect(whole.fills.map(\.quantity.milli) == [1_000] && whole.fills.map(\.milliScu) == [1_000])
        let part = try market.quote(try terms(3_000))
        #expect(part.fills.map(\.quantity.milli) == [1_000])
        try publish(milliScu: 500, in: market)
        #expect(try market.take(whole).closed == [nil])
        let taken = try market.take(part)
        #expect(taken.fills.map(\.milliScu) == [1_000] && taken.rested == Quantity(unchecked: 2_000))
        let late = try #require(try market.offer(2, at: 20).fills.first)
        #expect(late.milliScu == 1_000 && late.quantity == Quantity(unchecked: 2_000))
        #expect(market.world.held(SmallMarket.buyer) == 0)
        try market.world.replay()
    }

    /// What is held is enough, to the fen, for an offer at the limit behind the dearest link.
    @Test func ownMoneyBesideAVoucherIsEnough() throws {
        func held(deposit: Int64, offered: Bool) throws -> (held: Int64, fills: [Fill]) {
            let market = try SmallMarket(fee: 0, deposit: deposit)
            let programme = try market.programme(mode: .deduct)
            try market.world.accept(
                .applyForVoucher(programme, plannedSpend: Money(fen: 1_000_000)),
                by: TestExchange.buyer(SmallMarket.buyer))
            _ = try submit(terms(3_000), to: market)
            let held = market.world.held(SmallMarket.buyer)
            let fills = offered ? try market.offer(3, at: 24, zone: SmallMarket.away).fills : []
            try market.world.replay()
            return (held, fills)
        }
        let needed = try held(deposit: 10_000_000, offered: false).held
        #expect(needed < 25 * 100 * 10 * 3)
        let (again, fills) = try held(deposit: needed, offered: true)
        #expect(again == needed)
        #expect(fills.map(\.quantity) == [try Quantity(3_000)])
        #expect(fills[0].shares.count > 1)
    }

    @Test func fillsOfTwoTypesAddUpExactly() throws {
        let market = try SmallMarket()
        let third = InstanceTypeTerms(
            code: try Symbol("a100.third"), kind: .accelerator, architecture: try Symbol("cuda"),
            chip: try Symbol("a100"), origin: .domestic, chipsMilli: 333, chipMemoryBytes: 80 << 30,
            vcpuMilli: 16_000, memoryBytes: 128 << 30)
        try market.world.accept(.defineInstanceType(third), by: TestExchange.operatorOne)
        let window = try Window(TestExchange.start, TestExchange.start + 200)
        let step = CapacityStep(window: window, quantity: try Quantity(500))
        let offer = try OfferTerms(
            instanceType: InstanceTypeID(2), zone: SmallMarket.home, schedule: CapacitySchedule(steps: [step]),
            lotSize: Quantity(500), shortestTermHours: 1, price: .flat(UnitPrice(3_000_000)), vat: .cloudService,
            buyers: .everyone, tier: .declared)
        try market.world.accept(.listOffer(offer), by: TestExchange.provider(SmallMarket.provider))
        // A half of 0.333 SCU: 1.8335 are open, told as 1.834.
        let record = try submit(terms(2_000), to: market)
        #expect(record.fills.map(\.quantity) == [try Quantity(500)])
        #expect(record.fills[0].grains == 166_500)
        #expect(record.rested == (try Quantity(1_834)))
        // Two units more would be 2.1665, beyond 2.1.
        let more = try market.offer(5, at: 20)
        #expect(more.fills.map(\.quantity) == [try Quantity(1_000)])
        #expect(more.rested == (try Quantity(834)))
        try market.world.replay()
    }
}
