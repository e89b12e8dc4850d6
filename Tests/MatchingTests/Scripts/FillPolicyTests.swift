import Testing

/// Time in force, all-or-none, minimum fill and single provider, each judged on one walk.
@Suite struct FillPolicyTests {
    @Test func goodTillCancelledRestsWithTheRemainder() throws {
        try check(
            """
            offer O1 1 @ 200
            demand D1 3 @ 200 | O1 1 @ 200, rests 2
            cancel D1 | cancelled cancelledByOwner
            offer O2 5 @ 200
            demand D2 1 @ 200 gtd | O2 1 @ 200
            """)
    }

    @Test func immediateOrCancelTakesWhatThereIs() throws {
        try check(
            """
            offer O1 1 @ 200
            demand D1 3 @ 200 ioc | O1 1 @ 200, cancelled unfilled
            offer O2 9 @ 200
            """)
    }

    @Test func fillOrKillTakesAllOrNothing() throws {
        try check(
            """
            offer O1 2 @ 200
            demand D1 3 @ 200 fok | cancelled notAllFillable
            offer O2 1 @ 200 by P2
            demand D2 3 @ 200 fok | O1 2 @ 200, O2 1 @ 200
            """)
    }

    @Test func allOrNoneRestsUntilOneWalkFillsIt() throws {
        try check(
            """
            offer O1 2 @ 200
            demand D1 3 @ 200 aon | rests 3
            demand D2 1 @ 200 | O1 1 @ 200
            offer O2 1 @ 190
            offer O3 1 @ 195 | D1 O2 1 @ 190, D1 O3 1 @ 195, D1 O1 1 @ 200
            """)
    }

    @Test func allOrNoneThatIsImmediateSaysSo() throws {
        try check(
            """
            offer O1 2 @ 200
            demand D1 3 @ 200 aon ioc | cancelled notAllFillable
            """)
    }

    @Test func minimumFillBindsTheFirstWalkOnly() throws {
        try check(
            """
            offer O1 1 @ 200
            demand D1 5 @ 200 min 2 | rests 5
            offer O2 1 @ 200 | D1 O1 1 @ 200, D1 O2 1 @ 200, D1 rests 3
            offer O3 1 @ 200 | D1 O3 1 @ 200, D1 rests 2
            """)
    }

    @Test func minimumFillOfAnImmediateDemand() throws {
        try check(
            """
            offer O1 2 @ 200
            demand D1 5 @ 200 ioc min 3 | cancelled minimumNotMet
            demand D2 5 @ 200 ioc min 2 | O1 2 @ 200, cancelled unfilled
            demand D3 5 @ 200 ioc min 1 | cancelled minimumNotMet
            """)
    }

    @Test func singleProviderStaysWithTheFirst() throws {
        try check(
            """
            offer O1 1 @ 200 by P1
            offer O2 5 @ 201 by P2
            offer O3 1 @ 205 by P1
            demand D1 4 @ 300 single | O1 1 @ 200, O3 1 @ 205, rests 2
            offer O4 9 @ 100 by P2
            offer O5 1 @ 300 by P1 | D1 O5 1 @ 300, D1 rests 1
            """)
    }

    @Test func singleProviderWithAllOrNoneWaitsForTheFirstOfTheWalk() throws {
        try check(
            """
            offer O1 1 @ 200 by P1
            offer O2 5 @ 201 by P2
            demand D1 4 @ 300 single aon | rests 4
            demand D2 1 @ 200 | O1 1 @ 200, D1 O2 4 @ 201
            """)
    }

    @Test func aWithdrawalMayMakeAnAllOrNoneDemandTradable() throws {
        try check(
            """
            offer O1 2 @ 200 lot 2000
            offer O2 3 @ 210 lot 3000 by P2
            demand D1 3 @ 300 aon | rests 3
            withdraw O1 | O1 withdrawn, D1 O2 3 @ 210
            """)
    }

    @Test func theEarliestOfThoseThatLessSupplyMakesTradable() throws {
        try check(
            """
            offer O1 2 @ 200 lot 2000
            offer O2 3 @ 210 lot 3000 by P2
            demand D1 3 @ 300 aon | rests 3
            demand D2 3 @ 400 aon | rests 3
            demand D3 2 @ 200 | O1 2 @ 200, D1 O2 3 @ 210
            """)
    }

    @Test func lotsThatDoNotFitArePassedOver() throws {
        try check(
            """
            offer O1 4 @ 200 lot 2000
            offer O2 1 @ 300
            demand D1 3 @ 300 | O1 2 @ 200, O2 1 @ 300
            demand D2 1 @ 300 ioc | cancelled unfilled
            """)
    }

    @Test func fractionsOfUnits() throws {
        try check(
            """
            offer O1 1 @ 200 lot 250
            demand D1 0.600 @ 200 | O1 0.500 @ 200, rests 0.100
            """)
    }
}
