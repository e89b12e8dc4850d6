import Testing

/// Related parties, and residuals that would cross but for a block.
@Suite struct BlockTests {
    @Test func aBlockedProviderIsSkipped() throws {
        try check(
            """
            offer O1 1 @ 200 by P1
            offer O2 1 @ 210 by P2
            owner B1 P1
            demand D1 1 @ 300 | O2 1 @ 210
            demand D2 1 @ 300 | cancelled wouldCrossBlock
            demand D3 1 @ 199 | rests 1
            demand D4 1 @ 300 for B2 | O1 1 @ 200
            """)
    }

    @Test func aResidualThatWouldCrossABlockIsCancelled() throws {
        try check(
            """
            offer O1 1 @ 200 by P1
            offer O2 1 @ 210 by P2
            related B1 P1
            demand D1 2 @ 300 | O2 1 @ 210, cancelled wouldCrossBlock
            """)
    }

    @Test func alsoWhenTheOfferComesLater() throws {
        try check(
            """
            related B1 P1
            demand D1 2 @ 300 | rests 2
            offer O1 1 @ 200 by P1 | D1 cancelled wouldCrossBlock
            """)
    }

    @Test func anImmediateDemandIsUnfilled() throws {
        try check(
            """
            related B1 P1
            offer O1 1 @ 200 by P1
            demand D1 2 @ 300 ioc | cancelled unfilled
            demand D2 2 @ 300 fok | cancelled notAllFillable
            """)
    }

    @Test func relatedPartiesTradeFlaggedIfTheBuyerAsks() throws {
        try check(
            """
            related B1 P1
            owner B1 P2
            offer O1 1 @ 200 by P1
            offer O2 1 @ 100 by P2
            demand D1 1 @ 300 accepts-related | O1 1 @ 200 related
            demand D2 1 @ 300 accepts-related | cancelled wouldCrossBlock
            """)
    }

    @Test func anAllOrNoneDemandIsCancelledWhereTheBlockAloneKeepsItOpen() throws {
        try check(
            """
            related B1 P1
            offer O1 1 @ 200 by P1
            demand D1 3 @ 300 aon | rests 3
            offer O2 1 @ 210 by P2
            offer O3 1 @ 220 by P2 | D1 cancelled wouldCrossBlock
            """)
    }

    @Test func aMinimumThatOnlyABlockedOfferWouldMeet() throws {
        try check(
            """
            related B1 P1
            offer O1 1 @ 200 by P2
            demand D1 3 @ 300 min 2 | rests 3
            offer O2 1 @ 210 by P1 | D1 cancelled wouldCrossBlock
            """)
    }

    @Test func aLotThatDoesNotFitDoesNotCross() throws {
        try check(
            """
            related B1 P1
            offer O1 2 @ 200 by P1 lot 2000
            offer O2 1 @ 210 by P2
            demand D1 2 @ 300 | O2 1 @ 210, rests 1
            """)
    }

    @Test func aDemandBoundToItsProviderDoesNotCrossAnother() throws {
        try check(
            """
            related B1 P1
            offer O1 2 @ 220 by P1
            offer O2 1 @ 210 by P2
            demand D1 2 @ 300 single | O2 1 @ 210, rests 1
            """)
    }

    @Test func aRelationThatEndsLetsTheDemandTrade() throws {
        try check(
            """
            related B1 P1
            offer O1 1 @ 310 by P1
            demand D1 1 @ 300 | rests 1
            offer O2 1 @ 290 by P2 lot 1000 hours 5-9
            free B1 P1
            withdraw O1 | O1 withdrawn
            offer O3 1 @ 300 by P1 | D1 O3 1 @ 300
            """)
    }
}
