import Accounting
import Domain
import Simulation
import Testing

/// The nearest integer, a tie to the even one, found by trying: shares nothing with `Rounding`.
func nearestEven(_ numerator: Int128, _ denominator: Int128) -> Int128 {
    let floor = numerator / denominator
    let (below, above) = (numerator - floor * denominator, (floor + 1) * denominator - numerator)
    if below == above { return floor.isMultiple(of: 2) ? floor : floor + 1 }
    return below < above ? floor : floor + 1
}

@Suite struct RunningTotalsTests {
    private func measure(_ priceSum: Int64, tariff: Int64 = 0, milli: Int64, hours: Int64 = 1) -> FillMeasure {
        FillMeasure(
            priceSum: priceSum, chargeTariff: UnitPrice(unchecked: tariff), quantity: Quantity(unchecked: milli),
            hours: hours)
    }

    /// Fills of half a fen each: 0.5 → 0, 1.0 → 1, 1.5 → 2, 2.0 → 2.
    @Test func aFillIsPostedTheDifferenceOfTheRunningTotal() throws {
        var totals = DemandRunningTotals()
        let posted = try (1...4).map { _ in try totals.add(measure(5000, milli: 1000)).capacity.fen }
        #expect(posted == [0, 1, 1, 0])
        #expect(totals.capacity.posted.fen == 2)
    }

    @Test func theLinesAreRoundedApart() throws {
        var totals = DemandRunningTotals()
        let first = try totals.add(measure(15_000, tariff: 2500, milli: 1000, hours: 2))
        #expect(first == FillAmounts(capacity: yuan(2), transfer: yuan(0)))
        let second = try totals.add(measure(15_000, tariff: 2500, milli: 1000, hours: 2))
        #expect(second == FillAmounts(capacity: yuan(1), transfer: yuan(1)))
    }

    @Test func aPreviewChangesNothing() throws {
        let totals = DemandRunningTotals()
        #expect(try totals.amounts(of: measure(20_000, milli: 1000)).capacity == yuan(2))
        #expect(totals == DemandRunningTotals())
    }

    @Test func tooMuchIsARefusalThatChangesNothing() throws {
        var totals = DemandRunningTotals()
        let most = measure(Int64.max, milli: Quantity.mostMilli)
        #expect(throws: Reason.overflow) { try totals.add(most) }
        #expect(totals == DemandRunningTotals())
    }

    @Test func generatedFillsSumToTheRoundedWhole() throws {
        for seed in seeds("running totals") {
            var chance = SeededGenerator(seed: seed)
            for _ in 0..<300 { try checkDemand(&chance) }
        }
    }

    private func checkDemand(_ chance: inout SeededGenerator) throws {
        var totals = DemandRunningTotals()
        var (prices, tariffs, capacity, transfer) = (Int128(0), Int128(0), Int64(0), Int64(0))
        for _ in 0..<chance.number(1...12) {
            let next = measure(
                chance.number(1...40_000), tariff: chance.number(0...9000), milli: chance.number(1...3000),
                hours: chance.number(1...9))
            prices += Int128(next.priceSum) * Int128(next.quantity.milli)
            tariffs += Int128(next.chargeTariff.microYuan) * Int128(next.quantity.milli) * Int128(next.hours)
            let posted = try totals.add(next)
            #expect(posted.capacity >= .zero && posted.transfer >= .zero)
            capacity += posted.capacity.fen
            transfer += posted.transfer.fen
            #expect(Int128(capacity) == nearestEven(prices, 10_000_000))
            #expect(Int128(transfer) == nearestEven(tariffs, 10_000_000))
        }
    }

    /// Control: rounding each fill by itself drifts away from the total, which is what the check above sees.
    @Test func roundingFillByFillWouldNotSum() {
        let alone = (1...4).map { _ in nearestEven(5_000_000, 10_000_000) }.reduce(0, +)
        #expect(alone != nearestEven(20_000_000, 10_000_000))
    }
}
