import Accounting
import Domain
import Simulation
import Testing

@Suite struct LimitAmountTests {
    @Test(
        arguments: [
            // limit (micro-yuan), milli-units, hours, fen
            (10_000, 1000, 1, 2),
            (10_001, 1000, 1, 3),
            (1, 1, 1, 2),
            (10_000_000_000, 1_000_000_000, 87_600, 87_600_000_000_000_001),
        ] as [(Int64, Int64, Int64, Int64)])
    func itIsRoundedUpPlusOne(_ limit: Int64, _ milli: Int64, _ hours: Int64, _ fen: Int64) throws {
        let amount = try LimitAmount(
            limit: UnitPrice(unchecked: limit), quantity: Quantity(unchecked: milli), hours: hours)
        #expect(amount.money.fen == fen)
    }

    /// Any fills within limit and quantity cost no more; without the fen more some would.
    @Test func itCoversBothLinesOfAnyFills() throws {
        var closest = Int64.max
        for seed in seeds("limit amount") {
            var chance = SeededGenerator(seed: seed)
            for _ in 0..<2000 { closest = min(closest, try leftOver(&chance)) }
        }
        #expect(closest >= 0)
    }

    /// Both lines at a half: 1.5 fen each is posted as 2, where the exact sum is 3.
    @Test func theFenMoreIsNeeded() throws {
        var totals = DemandRunningTotals()
        let half = UnitPrice(unchecked: 15_000)
        let unit = Quantity(unchecked: 1_000)
        let amounts = try totals.add(
            FillMeasure(priceSum: half.microYuan, chargeTariff: half, quantity: unit, hours: 1))
        let limit = try LimitAmount(limit: UnitPrice(unchecked: 30_000), quantity: unit, hours: 1)
        #expect(amounts.capacity + amounts.transfer == Money(fen: 4))
        #expect(limit.money == Money(fen: 4))
    }

    /// The limit amount less what generated fills at the limit cost.
    private func leftOver(_ chance: inout SeededGenerator) throws -> Int64 {
        // Steps of 500 micro-yuan and half units make ties, where both lines round up, frequent.
        let (limit, hours) = (chance.number(2...60) * 500, chance.number(1...3))
        var totals = DemandRunningTotals()
        var (milli, cost) = (Int64(0), Money.zero)
        for _ in 0..<chance.number(1...6) {
            let (quantity, tariff) = (chance.number(1...4) * 500, chance.number(0...limit / 500 - 1) * 500)
            let amounts = try totals.add(
                FillMeasure(
                    priceSum: (limit - tariff) * hours, chargeTariff: UnitPrice(unchecked: tariff),
                    quantity: Quantity(unchecked: quantity), hours: hours))
            milli += quantity
            cost += amounts.capacity + amounts.transfer
        }
        let most = try LimitAmount(
            limit: UnitPrice(unchecked: limit), quantity: Quantity(unchecked: milli), hours: hours)
        return (most.money - cost).fen
    }
}
