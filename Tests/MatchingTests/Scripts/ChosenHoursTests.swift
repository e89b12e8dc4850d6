import Testing

/// So many consecutive hours between an earliest start and a deadline.
@Suite struct ChosenHoursTests {
    @Test func everyUnitStartsWhereItCan() throws {
        try check(
            """
            offer O1 1 @ 200 hours 0-5
            offer O2 2 @ 200 hours 3-12
            demand D1 3 @ 200 choose 4 hours 0-12 | O1 1 @ 200 in 0-4, O2 2 @ 200 in 3-7
            demand D2 3 @ 200 choose 4 hours 0-12 | O2 2 @ 200 in 7-11, rests 1
            demand D3 1 @ 200 choose 2 hours 0-12 ioc | cancelled unfilled
            demand D4 1 @ 200 choose 1 hours 0-12 | O1 1 @ 200 in 4-5
            """)
    }

    @Test func hoursDoNotLeaveTheWindow() throws {
        try check(
            """
            offer O1 1 @ 200 hours 0-4
            offer O2 1 @ 200 hours 9-14
            demand D1 1 @ 200 choose 4 hours 1-12 ioc | cancelled unfilled
            demand D2 1 @ 200 choose 3 hours 1-12 | O1 1 @ 200 in 1-4
            demand D3 1 @ 200 choose 3 hours 1-12 | O2 1 @ 200 in 9-12
            """)
    }

    /// A blackout parts a run, and so does an hour that is sold.
    @Test func aRunIsOfTheSameUnits() throws {
        try check(
            """
            offer O1 2 @ 200 hours 0-3+4-9
            demand D1 1 @ 200 choose 4 hours 0-9 | O1 1 @ 200 in 4-8
            demand D2 2 @ 200 choose 5 hours 0-9 ioc | O1 1 @ 200 in 4-9, cancelled unfilled
            demand D3 1 @ 200 choose 4 hours 0-9 ioc | cancelled unfilled
            offer O2 1 @ 200 hours 0-2
            offer O3 1 @ 200 hours 2-4
            demand D4 1 @ 200 choose 4 hours 0-4 ioc | cancelled unfilled
            """)
    }

    /// The mean over the hours ranks and is bounded; of equal ones the earlier start goes before the earlier place.
    @Test func theCheapestHoursGoFirst() throws {
        try check(
            """
            offer O1 1 @ 200 hours 4-8
            offer O2 1 @ 200 hours 2-6
            demand D1 2 @ 200 choose 2 hours 0-9 | O2 1 @ 200 in 2-4, O1 1 @ 200 in 4-6
            offer O3 9 @ 90 night 70 hours 0-24
            demand D2 1 @ 85 choose 2 hours 0-24 | O3 1 @ 70 in 0-2
            demand D3 1 @ 79 choose 4 hours 6-24 ioc | cancelled unfilled
            demand D4 1 @ 80 choose 4 hours 6-24 | O3 1 @ 80 in 6-10
            """)
    }

    @Test func fillPoliciesAreJudgedOnTheWalk() throws {
        try check(
            """
            offer O1 1 @ 200 hours 0-8
            demand D1 3 @ 200 choose 4 hours 0-8 fok | cancelled notAllFillable
            demand D2 3 @ 200 choose 4 hours 0-8 ioc min 3 | cancelled minimumNotMet
            demand D3 3 @ 200 choose 4 hours 0-8 aon | rests 3
            demand D4 4 @ 200 choose 4 hours 0-8 min 3 | rests 4
            offer O2 1 @ 200 hours 3-7 | D3 O1 1 @ 200 in 0-4, D3 O2 1 @ 200 in 3-7, D3 O1 1 @ 200 in 4-8
            demand D5 2 @ 200 choose 1 hours 0-8 fok | cancelled notAllFillable
            """)
    }

    @Test func blocksAndProvidersHold() throws {
        try check(
            """
            owner B1 P1
            offer O1 1 @ 200 hours 0-8
            offer O2 1 @ 205 hours 0-4 by P2
            demand D1 3 @ 210 choose 4 hours 0-8 | O2 1 @ 205 in 0-4, cancelled wouldCrossBlock
            offer O3 1 @ 190 hours 0-4 by P3
            demand D2 2 @ 210 choose 4 hours 0-8 single for B2 | O3 1 @ 190 in 0-4, rests 1
            offer O4 1 @ 210 hours 4-8 by P3 | D2 O4 1 @ 210 in 4-8
            """)
    }

    @Test func shortTermsAndLotsAreNoCandidates() throws {
        try check(
            """
            offer O1 4 @ 200 term 5 hours 0-12
            offer O2 4 @ 201 lot 2000 hours 0-12
            demand D1 3 @ 210 choose 4 hours 0-12 ioc | O2 2 @ 201 in 0-4, cancelled unfilled
            demand D2 1 @ 210 choose 5 hours 0-12 | O1 1 @ 200 in 0-5
            """)
    }

    /// A chosen hour has not begun. As hours begin, what waits for all of its units may have to take others.
    @Test func hoursThatHaveBegunAreGone() throws {
        try check(
            """
            begin 3
            offer O1 1 @ 200 hours 0-8
            demand D1 1 @ 200 choose 4 hours 0-8 | O1 1 @ 200 in 3-7
            demand D2 1 @ 200 choose 4 hours 0-8 | rests 1
            begin 5
            offer O2 1 @ 200 hours 0-8 |
            cancel D2 | cancelled cancelledByOwner
            """)
    }

    /// The cheaper provider has too little. When its hours have begun, the other one serves.
    @Test func anHourThatBeginsMayMakeAllOrNoneFillable() throws {
        try check(
            """
            offer O1 1 @ 100 hours 0-4
            offer O2 2 @ 200 hours 2-10 by P2
            demand D1 2 @ 300 choose 4 hours 0-10 single aon | rests 2
            begin 1 | D1 O2 2 @ 200 in 2-6
            """)
    }
}
