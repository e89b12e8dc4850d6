import Testing

/// Windows, capacity by hour, shortest term.
@Suite struct CapacityTests {
    @Test func windowsAreHalfOpen() throws {
        try check(
            """
            offer O1 1 @ 200 hours 4-8
            demand D1 1 @ 200 hours 3-5 ioc | cancelled unfilled
            demand D2 1 @ 200 hours 7-9 ioc | cancelled unfilled
            demand D3 1 @ 200 hours 4-6 | O1 1 @ 200
            demand D4 1 @ 200 hours 6-8 | O1 1 @ 200
            demand D5 1 @ 200 hours 5-6 ioc | cancelled unfilled
            """)
    }

    @Test func theLeastHourBinds() throws {
        try check(
            """
            offer O1 3 @ 200
            demand D1 1 @ 200 hours 2-3 | O1 1 @ 200
            demand D2 1 @ 200 hours 3-6 | O1 1 @ 200
            demand D3 3 @ 200 hours 0-4 ioc | O1 2 @ 200, cancelled unfilled
            demand D4 3 @ 200 hours 4-5 ioc | O1 2 @ 200, cancelled unfilled
            demand D5 3 @ 200 hours 6-24 ioc | O1 3 @ 200
            """)
    }

    @Test func aBlackoutBreaksAWindow() throws {
        try check(
            """
            offer O1 2 @ 200 hours 0-4+5-9+9-12
            demand D1 1 @ 200 hours 3-6 ioc | cancelled unfilled
            demand D2 1 @ 200 hours 4-5 ioc | cancelled unfilled
            demand D3 1 @ 200 hours 5-12 | O1 1 @ 200
            demand D4 2 @ 200 hours 8-10 ioc | O1 1 @ 200, cancelled unfilled
            """)
    }

    @Test func anOfferThatIsTakenComesBackWithReleasedCapacity() throws {
        try check(
            """
            offer O1 1 @ 200 hours 0-4
            demand D1 1 @ 200 | O1 1 @ 200
            demand D2 1 @ 200 | rests 1
            demand D3 1 @ 200 hours 2-4 | rests 1
            release O1 1 hours 2-4 | D3 O1 1 @ 200
            release O1 1 hours 0-4 | D2 O1 1 @ 200
            """)
    }

    /// Twelve providers have nothing for these hours first in their queues; two have something behind it.
    @Test func whatStandsBehindManyMissesIsFound() throws {
        try check(
            """
            offer O1 1 @ 151 hours 12-24 by P1
            offer O2 1 @ 152 hours 12-24 by P2
            offer O3 1 @ 153 hours 12-24 by P3
            offer O4 1 @ 154 hours 12-24 by P4
            offer O5 1 @ 155 hours 12-24 by P5
            offer O6 1 @ 156 hours 12-24 by P6
            offer O7 1 @ 157 hours 12-24 by P7
            offer O8 1 @ 158 hours 12-24 by P8
            offer O9 1 @ 159 hours 12-24 by P9
            offer O10 1 @ 160 hours 12-24 by P10
            offer O11 1 @ 161 hours 12-24 by P11
            offer O12 1 @ 162 hours 12-24 by P12
            offer O13 1 @ 190 hours 0-12 by P3
            offer O14 2 @ 180 hours 0-12 by P12
            demand D1 3 @ 200 hours 0-4 | O14 2 @ 180, O13 1 @ 190
            demand D2 1 @ 189 hours 4-8 | O14 1 @ 180
            """)
    }

    @Test func theShortestTermIsInclusive() throws {
        try check(
            """
            offer O1 1 @ 200 term 4
            demand D1 1 @ 200 hours 0-3 | rests 1
            demand D2 1 @ 200 hours 0-4 | O1 1 @ 200
            """)
    }
}
