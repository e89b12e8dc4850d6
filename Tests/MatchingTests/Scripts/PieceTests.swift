import Testing

/// So many hours between an earliest start and a deadline, in pieces of a least length.
@Suite struct PieceTests {
    /// "40 h before Friday, pieces of at least 4 h".
    @Test func fillsFromThreeWindows() throws {
        try check(
            """
            offer O1 1 @ 200 hours 0-18
            offer O2 1 @ 200 hours 30-45 by P2
            offer O3 1 @ 200 hours 60-72 by P3
            demand D1 1 @ 200 choose 40 pieces 4 hours 0-100 | O1 1 @ 200 in 0-18, O2 1 @ 200 in 30-45, O3 1 @ 200 in 60-67
            """)
    }

    /// Five of six hours would leave one, which is no piece.
    @Test func aPieceLeavesNothingOrAPiece() throws {
        try check(
            """
            offer O1 1 @ 200 hours 0-5
            offer O2 1 @ 200 hours 10-13
            demand D1 1 @ 200 choose 6 pieces 2 hours 0-20 | O1 1 @ 200 in 0-4, O2 1 @ 200 in 10-12
            """)
    }

    @Test func aUnitHasNoTwoPiecesAtOnce() throws {
        try check(
            """
            offer O1 1 @ 200 hours 0-4
            offer O2 1 @ 200 hours 0-4 by P2
            offer O3 1 @ 200 hours 4-6 by P3
            demand D1 1 @ 200 choose 8 pieces 2 hours 0-20 ioc | cancelled unfilled
            demand D2 1 @ 200 choose 6 pieces 2 hours 0-20 | O1 1 @ 200 in 0-4, O3 1 @ 200 in 4-6
            """)
    }

    /// Two units begin with the same piece and go different ways; the third gets nothing, and nothing is left of it.
    @Test func aUnitIsBoughtWholeOrNotAtAll() throws {
        try check(
            """
            offer O1 3 @ 200 hours 0-4
            offer O2 1 @ 200 hours 4-8 by P2
            offer O3 1 @ 210 hours 6-10 by P3
            demand D1 3 @ 210 choose 8 pieces 4 hours 0-20 | O1 2 @ 200 in 0-4, O2 1 @ 200 in 4-8, O3 1 @ 210 in 6-10, rests 1
            demand D2 1 @ 200 choose 4 hours 0-4 | O1 1 @ 200 in 0-4
            """)
    }

    @Test func theCheapestHoursThenTheLongestPiece() throws {
        try check(
            """
            offer O1 1 @ 100 night 50 hours 0-24
            demand D1 1 @ 100 choose 10 pieces 2 hours 0-24 | O1 1 @ 50 in 0-8, O1 1 @ 100 in 8-10
            demand D2 1 @ 99 choose 4 pieces 2 hours 0-24 ioc | cancelled unfilled
            """)
    }

    @Test func policiesCountUnits() throws {
        try check(
            """
            offer O1 2 @ 200 hours 0-4
            offer O2 1 @ 200 hours 6-10 by P2
            demand D1 2 @ 200 choose 8 pieces 4 hours 0-20 fok | cancelled notAllFillable
            demand D2 2 @ 200 choose 8 pieces 4 hours 0-20 ioc min 2 | cancelled minimumNotMet
            demand D3 2 @ 200 choose 8 pieces 4 hours 0-20 aon | rests 2
            demand D4 2 @ 200 choose 8 pieces 4 hours 0-20 single | rests 2
            offer O3 1 @ 200 hours 12-16 | D3 O1 2 @ 200 in 0-4, D3 O2 1 @ 200 in 6-10, D3 O3 1 @ 200 in 12-16
            """)
    }

    /// A unit from a blocked provider and a free one would trade but for the block.
    @Test func blocksOfAPartCount() throws {
        try check(
            """
            owner B1 P2
            offer O1 1 @ 200 hours 0-4
            offer O2 1 @ 200 hours 6-10 by P2
            demand D1 1 @ 200 choose 8 pieces 4 hours 0-20 | cancelled wouldCrossBlock
            demand D2 1 @ 200 choose 8 pieces 4 hours 0-20 for B2 | O1 1 @ 200 in 0-4, O2 1 @ 200 in 6-10
            """)
    }
}
