import Testing

/// What each unit must have, who may buy, and how far a claim was checked.
///
/// Types: 1 one ascend card, 2 eight of them, 3 one ampere card, 4 a quarter of one, 5 a CPU instance.
@Suite struct RequirementTests {
    @Test func eachUnitDominatesTheNeeds() throws {
        try check(
            """
            offer O1 1 @ 200 type 1
            offer O2 1 @ 210 type 3
            offer O3 1 @ 220 type 5
            demand D1 1 @ 300 vcpu 8001 | O2 1 @ 210
            demand D2 1 @ 300 cpu | O3 1 @ 220
            demand D3 1 @ 300 chip ampere ioc | cancelled unfilled
            demand D4 1 @ 300 domestic | O1 1 @ 200
            """)
    }

    @Test func aTypeByName() throws {
        try check(
            """
            offer O1 1 @ 200 type 1
            offer O2 1 @ 210 type 2
            demand D1 1 @ 300 type 2 | O2 1 @ 210
            """)
    }

    @Test func theBuyerClassAdmits() throws {
        try check(
            """
            offer O1 1 @ 200 small-firms
            offer O2 1 @ 210 members B2
            demand D1 1 @ 300 large ioc | cancelled unfilled
            demand D2 1 @ 300 for B2 large | O2 1 @ 210
            demand D3 1 @ 300 | O1 1 @ 200
            """)
    }

    @Test func theTierIsAtLeast() throws {
        try check(
            """
            offer O1 1 @ 200
            demand D1 1 @ 300 measured | rests 1
            offer O2 1 @ 250 measured | D1 O2 1 @ 250
            demand D2 1 @ 300 | O1 1 @ 200
            """)
    }
}
