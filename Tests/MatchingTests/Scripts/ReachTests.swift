import Testing

/// Level of the tree, latency, and the tariffs of links and of ancestors' links.
///
/// The tree: nation z1; hubs z2, z3; provinces z4, z5 of z2 and z6 of z3; cities z7, z8 of z4 and z9 of z6; edge z10 of z7.
@Suite struct ReachTests {
    @Test func theLevelMustContainTheOffer() throws {
        try check(
            """
            offer O1 1 @ 200 zone z5
            demand D1 1 @ 200 home z10 reach province ioc | cancelled unfilled
            demand D2 1 @ 200 home z10 reach hub | O1 1 @ 200
            offer O2 1 @ 200 zone z8
            demand D3 1 @ 200 home z10 reach city ioc | cancelled unfilled
            demand D4 1 @ 200 home z10 reach province | O2 1 @ 200
            offer O3 1 @ 200 zone z9
            demand D5 1 @ 200 home z10 reach hub ioc | cancelled unfilled
            demand D6 1 @ 200 home z10 | O3 1 @ 200
            """)
    }

    @Test func aHomeWiderThanTheLevelReachesItself() throws {
        try check(
            """
            offer O1 2 @ 200 zone z10
            demand D1 1 @ 200 home z4 reach city | O1 1 @ 200
            demand D2 1 @ 200 home z5 reach city ioc | cancelled unfilled
            """)
    }

    @Test func latencyIsInclusiveAndUnknownIsOut() throws {
        try check(
            """
            link z7 z9 latency 5000
            offer O1 3 @ 200 zone z9
            demand D1 1 @ 200 latency 4999 ioc | cancelled unfilled
            demand D2 1 @ 200 latency 5000 | O1 1 @ 200
            demand D3 1 @ 200 home z9 latency 0 | O1 1 @ 200
            demand D4 1 @ 200 home z8 latency 99999999 ioc | cancelled unfilled
            demand D5 1 @ 200 home z8 | O1 1 @ 200
            """)
    }

    @Test func aLinkLeadsOneWay() throws {
        try check(
            """
            link z7 z9 latency 5000
            offer O1 1 @ 200 zone z7
            demand D1 1 @ 200 home z9 latency 5000 ioc | cancelled unfilled
            """)
    }

    @Test func theClosestAncestorsLinkHolds() throws {
        try check(
            """
            link z2 z3 charge 90
            link z4 z3 charge 30
            link z4 z9 charge 10
            offer O1 1 @ 200 zone z9
            demand D1 1 @ 209 ioc | cancelled unfilled
            demand D2 1 @ 210 | O1 1 @ 200
            offer O2 1 @ 200 zone z6
            demand D3 1 @ 229 ioc | cancelled unfilled
            demand D4 1 @ 230 | O2 1 @ 200
            offer O3 1 @ 200 zone z9
            demand D5 1 @ 289 home z5 ioc | cancelled unfilled
            demand D6 1 @ 290 home z5 | O3 1 @ 200
            """)
    }

    @Test func amongEquallyCloseLinksTheOneNearerToTheOffer() throws {
        try check(
            """
            link z7 z6 charge 90
            link z4 z9 charge 10
            offer O1 1 @ 200 zone z9
            demand D1 1 @ 210 | O1 1 @ 200
            """)
    }

    @Test func aZoneToItselfIsFreeUnlessALinkSaysOtherwise() throws {
        try check(
            """
            link z4 z4 charge 20
            link z8 z8 charge 5
            offer O1 1 @ 200 zone z7
            demand D1 1 @ 200 home z7 | O1 1 @ 200
            offer O2 1 @ 200 zone z8
            demand D2 1 @ 204 home z8 ioc | cancelled unfilled
            demand D3 1 @ 219 home z7 ioc | cancelled unfilled
            demand D4 1 @ 220 home z7 | O2 1 @ 200
            """)
    }
}
