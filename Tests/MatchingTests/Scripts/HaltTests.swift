import Testing

/// Offers and markets that stand still, and go on.
@Suite struct HaltTests {
    @Test func aSuspendedOfferIsPassedByAndComesBackAtItsPlace() throws {
        try check(
            """
            offer O1 1 @ 200 by P1
            offer O2 1 @ 200 by P2
            suspend P1
            demand D1 1 @ 300 | O2 1 @ 200
            demand D2 1 @ 300 | rests 1
            demand D3 1 @ 300 | rests 1
            resume P1 | D2 O1 1 @ 200
            offer O3 1 @ 210 by P1 | D3 O3 1 @ 210
            """)
    }

    @Test func anImmediateDemandIsToldThatItPassedByWhatStandsStill() throws {
        try check(
            """
            offer O1 2 @ 200 by P1
            offer O2 1 @ 210 by P2
            suspend P1
            demand D1 3 @ 300 ioc | O2 1 @ 210, cancelled halted
            demand D2 2 @ 300 fok | cancelled halted
            demand D3 1 @ 199 ioc | cancelled unfilled
            owner B2 P1
            demand D4 1 @ 300 ioc for B2 | cancelled unfilled
            demand D5 1 @ 300 ioc chip none | cancelled unfilled
            """)
    }

    @Test func whatIsAmendedOrWithdrawnMeanwhileIsSo() throws {
        try check(
            """
            offer O1 1 @ 200 by P1
            offer O2 1 @ 200 by P1
            suspend P1
            demand D1 2 @ 190 | rests 2
            amend O1 to 1 price 180
            withdraw O2 | O2 withdrawn
            resume P1 | D1 O1 1 @ 180, D1 rests 1
            """)
    }

    @Test func lessSupplyMayLetAnAllOrNoneDemandFill() throws {
        try check(
            """
            offer O1 2 @ 200 by P1 lot 2000
            offer O2 3 @ 210 by P2 lot 3000
            demand D1 3 @ 300 aon | rests 3
            suspend P1 | D1 O2 3 @ 210
            """)
    }

    @Test func inAHaltedMarketDemandsRestAndAreServedInOrderOfPlace() throws {
        try check(
            """
            offer O1 2 @ 200
            market halts
            demand D1 1 @ 210 | rests 1
            demand D2 2 @ 300 | rests 2
            demand D3 1 @ 300 ioc | cancelled halted
            demand D4 1 @ 300 fok | cancelled halted
            offer O2 1 @ 100
            cancel D1 | cancelled cancelledByOwner
            market resumes | D2 O2 1 @ 100, D2 O1 1 @ 200
            """)
    }

    @Test func whatAnAmendmentLeavesNothingOpenOfIsDoneThen() throws {
        try check(
            """
            offer O1 1 @ 200
            demand D1 3 @ 300 | O1 1 @ 200, rests 2
            market halts
            amend D1 to 1
            amend D1 to 2 | refused alreadyClosed
            """)
    }

    @Test func aBlockThatCameUpMeanwhileCancelsAtTheResumption() throws {
        try check(
            """
            offer O1 1 @ 200 by P1
            suspend P1
            owner B1 P1
            demand D1 1 @ 300 | rests 1
            resume P1 | D1 cancelled wouldCrossBlock
            """)
    }
}
