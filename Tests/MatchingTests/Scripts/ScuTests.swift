import Domain
import Testing

/// Types: 1 is 1.026 SCU a unit at FP16, 2 is 8.205, 3 is 1, 4 is 0.25; 5 has no chip, and at BF16 only 3 and 4 have a rate.
@Suite("Demands in SCU")
struct ScuTests {
    @Test func oneDemandTakesTwoArchitecturesByPriceOfAnScu() throws {
        try check(
            """
            offer O1 1 @ 100 type 1
            offer O2 3 @ 98 type 3
            demand D1 3 @ 100 scu fp16 | O1 1 @ 100, O2 2 @ 98
            """)
    }

    @Test func equalPricesOfAnScuGoByPlaceWhateverTheUnit() throws {
        try check(
            """
            offer O1 1 @ 80 type 3
            offer O2 4 @ 20 type 4
            demand D1 1 @ 90 scu fp16 | O1 1 @ 80
            demand D2 1 @ 90 scu fp16 | O2 4 @ 20
            """)
    }

    @Test func itTakesTheFewestLotsThatReachOrTheMostThatDoNotPassTheUpperEnd() throws {
        try check(
            """
            offer O1 5 @ 10 type 2
            offer O2 4 @ 50 type 3
            demand D1 10 @ 100 scu fp16 | O1 1 @ 10, O2 2 @ 50
            demand D2 16.1 @ 100 scu fp16 | O1 2 @ 10
            """)
    }

    @Test func itIsCompleteFromQuantityLessToleranceAndNothingRests() throws {
        try check(
            """
            offer O1 1 @ 10 type 2
            offer O2 1 @ 12 type 4
            demand D1 8.500 @ 100 scu fp16 | O1 1 @ 10
            """)
    }

    @Test func aLotBeyondTheUpperEndIsPassedBy() throws {
        try check(
            """
            offer O1 1 @ 10 type 2
            demand D1 7.700 @ 100 scu fp16 | rests 7.700
            demand D2 7.900 @ 100 scu fp16 | O1 1 @ 10
            """)
    }

    @Test func aTypeWithoutTheRateIsNotCompatible() throws {
        try check(
            """
            offer O1 5 @ 1 type 5
            offer O2 5 @ 1 type 1
            demand D1 1 @ 100 scu bf16 | rests 1
            demand D2 1 @ 100 scu fp8 | rests 1
            offer O3 1 @ 90 type 3 | D1 O3 1 @ 90
            """)
    }

    @Test func theLimitIsOfAnScuHourAndHoldsTheCharge() throws {
        try check(
            """
            link z7 z8 charge 4
            offer O1 8 @ 26 type 4 zone z8
            demand D1 1 @ 119 scu fp16 | rests 1
            demand D2 1 @ 120 scu fp16 | O1 4 @ 26
            """)
    }

    @Test func theTariffRanksOverWhatAUnitIs() throws {
        try check(
            """
            link z7 z8 policy 4
            offer O1 4 @ 20 type 4 zone z8
            offer O2 1 @ 95 type 3
            demand D1 1 @ 200 scu fp16 | O2 1 @ 95
            """)
    }

    @Test func allOrNoneMinimumAndOneProvider() throws {
        try check(
            """
            offer O1 2 @ 100 type 3
            demand D1 3 @ 100 scu fp16 aon | rests 3
            demand D2 3 @ 100 scu fp16 fok | cancelled notAllFillable
            demand D3 4 @ 100 scu fp16 ioc min 3 | cancelled minimumNotMet
            offer O2 1 @ 100 type 1 by P2 | D1 O2 1 @ 100, D1 O1 2 @ 100
            offer O3 1 @ 100 type 3 by P3
            offer O4 2 @ 110 type 3 by P4
            demand D4 2 @ 120 scu fp16 single | O3 1 @ 100, rests 1
            """)
    }

    @Test func lessSupplyLetsAnAllOrNoneDemandTradeWhereUnitsDiffer() throws {
        try check(
            """
            offer O1 1 @ 1 type 3
            offer O2 1 @ 70 type 2 by P2
            demand D1 8.200 @ 100 scu fp16 tolerance 100 aon | rests 8.200
            withdraw O1 | O1 withdrawn, D1 O2 1 @ 70
            """)
    }

    @Test func theRestingPriceIsTheLimitForAUnit() throws {
        try check(
            """
            demand D1 8 @ 101 scu fp16 | rests 8
            demand D2 8 @ 102 scu fp16 | rests 8
            offer O1 1 @ 700 type 2 | D2 O1 1 @ 836
            """, rule: .resting)
    }

    @Test func anAmendmentKeepsWhatIsFilledWithinTheNewRange() throws {
        try check(
            """
            offer O1 2 @ 100 type 3
            demand D1 3 @ 100 scu fp16 | O1 2 @ 100, rests 1
            amend D1 to 1.900 | refused quantityBelowFilled
            amend D1 to 1.910 |
            amend D1 to 3 | refused alreadyClosed
            """)
    }

    @Test func aDemandInUnitsBesideIsServedByTheSameOffers() throws {
        try check(
            """
            demand D1 1 @ 100 | rests 1
            demand D2 1 @ 100 scu fp16 | rests 1
            offer O1 3 @ 100 type 1 | D1 O1 1 @ 100, D2 O1 1 @ 100
            """)
    }
}
