import Domain
import Testing

/// Other terms for what is open, and the end of much at once.
@Suite struct AmendmentTests {
    @Test func aSmallerQuantityKeepsThePlace() throws {
        try check(
            """
            demand D1 5 @ 200 | rests 5
            demand D2 5 @ 200 | rests 5
            amend D1 to 3
            offer O1 4 @ 190 | D1 O1 3 @ 190, D2 O1 1 @ 190, D2 rests 4
            """)
    }

    @Test func aLargerQuantityLosesIt() throws {
        try check(
            """
            demand D1 5 @ 200 | rests 5
            demand D2 5 @ 200 | rests 5
            amend D1 to 6
            offer O1 6 @ 190 | D2 O1 5 @ 190, D1 O1 1 @ 190, D1 rests 5
            """)
    }

    @Test func aNewLimitLosesItEvenIfHigher() throws {
        try check(
            """
            demand D1 5 @ 200 | rests 5
            demand D2 5 @ 200 | rests 5
            amend D1 limit 201
            offer O1 6 @ 190 | D2 O1 5 @ 190, D1 O1 1 @ 190, D1 rests 4
            """)
    }

    @Test func underRestingALimitOrdersBeforeThePlace() throws {
        try check(
            """
            demand D1 5 @ 200 | rests 5
            demand D2 5 @ 200 | rests 5
            amend D2 limit 201
            offer O1 6 @ 190 | D2 O1 5 @ 201, D1 O1 1 @ 200, D1 rests 4
            """, rule: .resting)
    }

    @Test func aDemandThatNowCrossesIsMatchedAtOnce() throws {
        try check(
            """
            offer O1 2 @ 200
            offer O2 9 @ 210
            demand D1 5 @ 200 | O1 2 @ 200, rests 3
            amend D1 limit 210 | O2 3 @ 210
            amend D1 limit 220 | refused alreadyClosed
            """)
    }

    @Test func whatIsFilledStays() throws {
        try check(
            """
            offer O1 3 @ 200
            demand D1 8 @ 200 | O1 3 @ 200, rests 5
            amend D1 to 2 | refused quantityBelowFilled
            amend D1 to 4
            offer O2 9 @ 200 | D1 O2 1 @ 200
            """)
    }

    @Test func aQuantityOfWhatIsFilledEndsTheDemand() throws {
        try check(
            """
            offer O1 3 @ 200
            demand D1 8 @ 200 | O1 3 @ 200, rests 5
            amend D1 to 3
            offer O2 9 @ 200
            amend D1 to 4 | refused alreadyClosed
            """)
    }

    @Test func lessMayMakeAllOfItFillable() throws {
        try check(
            """
            offer O1 3 @ 200
            demand D1 5 @ 200 aon | rests 5
            demand D2 9 @ 200 min 4 | rests 9
            amend D2 to 3 | refused minimumFillTooLarge
            amend D1 to 3 | O1 3 @ 200
            """)
    }

    @Test func anAmendmentTakesTheConditionsOfNow() throws {
        try check(
            """
            rate 1 1 5000
            offer O1 1 @ 200
            offer O2 1 @ 240 class 1
            demand D1 1 @ 190 | rests 1
            amend D1 limit 240 class 1 | O2 1 @ 240
            """)
    }

    @Test func nothingChanged() throws {
        try check(
            """
            offer O1 3 @ 210
            demand D1 5 @ 200 | rests 5
            amend D1 to 5 limit 200 | refused nothingChanged
            amend O1 price 210 | refused nothingChanged
            """)
    }

    @Test func lessOfAnOfferKeepsItsPlaceAndMoreLosesIt() throws {
        try check(
            """
            offer O1 5 @ 200
            offer O2 5 @ 200
            amend O1 to 3
            demand D1 4 @ 200 | O1 3 @ 200, O2 1 @ 200
            amend O1 to 9
            demand D2 5 @ 200 | O2 4 @ 200, O1 1 @ 200
            """)
    }

    @Test func moreAtOneHourLosesThePlaceWhateverElseIsLess() throws {
        try check(
            """
            offer O1 5 @ 200 hours 0-12
            offer O2 5 @ 200
            amend O1 to 2 hours 0-13
            demand D1 5 @ 200 | O2 5 @ 200
            """)
    }

    @Test func anotherPriceLosesThePlaceEvenIfLower() throws {
        try check(
            """
            offer O1 5 @ 210
            offer O2 5 @ 200
            amend O1 price 200
            demand D1 6 @ 210 | O2 5 @ 200, O1 1 @ 200
            """)
    }

    @Test func whatIsSoldStaysSoldHourByHour() throws {
        try check(
            """
            offer O1 5 @ 200
            demand D1 3 @ 200 hours 2-6 | O1 3 @ 200
            amend O1 to 2 | refused capacitySold
            amend O1 to 3 hours 0-5 | refused capacitySold
            amend O1 to 3 hours 0-4+5-9 | refused capacitySold
            amend O1 to 3 hours 2-6
            demand D2 1 @ 200 hours 2-6 | rests 1
            amend O1 to 4 hours 2-6 | D2 O1 1 @ 200
            """)
    }

    @Test func aReducedOfferIsNotSoldTwice() throws {
        try check(
            """
            offer O1 5 @ 200
            demand D1 2 @ 200 | O1 2 @ 200
            amend O1 to 3
            demand D2 5 @ 200 | O1 1 @ 200, rests 4
            """)
    }

    @Test func aCheaperOfferServesWhoItNowMeets() throws {
        try check(
            """
            offer O1 3 @ 220
            demand D1 2 @ 200 | rests 2
            demand D2 2 @ 210 | rests 2
            amend O1 price 205 | D2 O1 2 @ 205
            """)
    }

    /// A lot of two leaves one open, which the lot of three cannot fill: with less of the first, the walk begins anew.
    @Test func lessOfAnOfferMayLetAnAllOrNoneDemandFill() throws {
        try check(
            """
            offer O1 2 @ 190 lot 2000
            offer O2 3 @ 200 lot 3000
            demand D1 3 @ 200 aon | rests 3
            amend O1 to 2 hours 8-24 | D1 O2 3 @ 200
            """)
    }

    @Test func aDearerOfferMayComeBehind() throws {
        try check(
            """
            offer O1 2 @ 190 lot 2000
            offer O2 3 @ 195 lot 3000
            demand D1 3 @ 200 aon | rests 3
            amend O1 price 200 | D1 O2 3 @ 195
            """)
    }

    @Test func allOffersOfAProviderAreOutBeforeAnyoneIsServed() throws {
        try check(
            """
            offer O1 2 @ 190 lot 2000
            offer O2 3 @ 200 lot 3000
            demand D1 3 @ 200 aon | rests 3
            withdraw-all P1 | O1 withdrawn, O2 withdrawn
            offer O3 3 @ 200 by P2 | D1 O3 3 @ 200
            """)
    }

    @Test func allDemandsOfABuyerEndInOrderOfPlace() throws {
        try check(
            """
            demand D1 1 @ 200 | rests 1
            demand D2 2 @ 200 for B2 | rests 2
            demand D3 3 @ 210 | rests 3
            amend D1 limit 205
            cancel-all B1 | D3 cancelled cancelledByOwner, D1 cancelled cancelledByOwner
            offer O1 9 @ 200 | D2 O1 2 @ 200
            """)
    }
}
