import Domain
import Testing

/// What a unit is in SCU, by hand.
@Suite("The conversion table")
struct ConversionTests {
    private func milliScu(_ milliTeraflops: Int64, chipsMilli: Int64, at precision: Precision = .fp16) throws -> Int64?
    {
        let chip = Chip(
            code: try Symbol("chip"), architecture: try Symbol("any"), origin: .unstated,
            rates: [DenseRate(precision: .fp16, milliTeraflops: milliTeraflops)])
        return ConversionTable(version: 1, chips: [chip]).milliScu(
            chip: chip.code, chipsMilli: chipsMilli, at: precision)
    }

    @Test func anA100IsOneAndOthersAreByTheirDenseRate() throws {
        #expect(try milliScu(312_000, chipsMilli: 1_000) == 1_000)
        #expect(try milliScu(312_000, chipsMilli: 250) == 250)
        #expect(try milliScu(989_000, chipsMilli: 8_000) == 25_359)
        #expect(try milliScu(148_000, chipsMilli: 1_000) == 474)
    }

    /// 1.5 and 2.5 milli-SCU, and eight of the first: twelve, not sixteen.
    @Test func itRoundsHalfEvenOnceAfterTheProduct() throws {
        #expect(try milliScu(468, chipsMilli: 1_000) == 2)
        #expect(try milliScu(780, chipsMilli: 1_000) == 2)
        #expect(try milliScu(468, chipsMilli: 8_000) == 12)
    }

    @Test func nothingAndTooMuchAreNoRate() throws {
        #expect(try milliScu(156, chipsMilli: 1_000) == nil)
        #expect(try milliScu(0, chipsMilli: 1_000) == nil)
        #expect(try milliScu(312_000, chipsMilli: 0) == nil)
        #expect(try milliScu(312_000, chipsMilli: 1_000, at: .bf16) == nil)
        #expect(try milliScu(312_000, chipsMilli: Quantity.mostMilli) == Quantity.mostMilli)
        #expect(try milliScu(312_000, chipsMilli: Quantity.mostMilli + 1) == nil)
        #expect(try milliScu(Int64.max, chipsMilli: Int64.max) == nil)
    }

    @Test func aToleranceIsAtMostAHalf() throws {
        #expect(throws: Reason.rateOutOfRange) { try ScuMeasure(precision: .fp16, tolerance: BasisPoints(5_001)) }
        #expect(try ScuMeasure(precision: .fp16).tolerance == BasisPoints(500))
    }
}
