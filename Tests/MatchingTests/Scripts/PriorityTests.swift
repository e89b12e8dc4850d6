import Domain
import Testing

/// The orders of priority: of offers for a demand, of demands for an arriving offer.
@Suite struct PriorityTests {
    @Test func cheapestFirst() throws {
        try check(
            """
            offer O1 10 @ 200
            offer O2 5 @ 205
            demand D1 12 @ 210 | O1 10 @ 200, O2 2 @ 205
            """)
    }

    /// The first leaves its queue with its last hour.
    @Test func theNextOfferComesFirstOnceOneIsSoldOut() throws {
        try check(
            """
            offer O1 1 @ 200 hours 4-8
            offer O2 1 @ 205 hours 4-8
            offer O3 1 @ 205 hours 4-8
            demand D1 1 @ 210 hours 4-8 | O1 1 @ 200
            demand D2 1 @ 210 hours 4-8 | O2 1 @ 205
            demand D3 1 @ 210 hours 4-8 | O3 1 @ 205
            """)
    }

    @Test func theEarlierPlaceAmongEqualPrices() throws {
        try check(
            """
            offer O1 1 @ 200 by P2
            offer O2 1 @ 200 by P1
            offer O3 1 @ 200 by P2 zone z8
            offer O4 1 @ 200 by P1 place 2
            demand D1 4 @ 200 | O1 1 @ 200, O2 1 @ 200, O4 1 @ 200, O3 1 @ 200
            """)
    }

    @Test func theLimitIsInclusive() throws {
        try check(
            """
            offer O1 1 @ 200
            demand D1 1 @ 199 ioc | cancelled unfilled
            demand D2 1 @ 200 | O1 1 @ 200
            """)
    }

    @Test func aPolicyTariffRanksAndIsNotSeenByTheLimit() throws {
        try check(
            """
            link z7 z9 policy 50
            offer O1 1 @ 200 zone z9
            offer O2 1 @ 240
            demand D1 1 @ 240 | O2 1 @ 240
            demand D2 1 @ 200 | O1 1 @ 200
            """)
    }

    @Test func aChargeRanksAndIsInTheLimit() throws {
        try check(
            """
            link z7 z9 charge 50
            offer O1 1 @ 200 zone z9
            offer O2 1 @ 240
            demand D1 1 @ 250 | O2 1 @ 240
            demand D2 1 @ 249 ioc | cancelled unfilled
            demand D3 1 @ 250 | O1 1 @ 200
            """)
    }

    @Test func theNominalSubsidyRanksNetOfTheRate() throws {
        try check(
            """
            rate 1 1 type 1 5000
            offer O1 1 @ 200
            offer O2 1 @ 390 class 1 by P2
            offer O3 1 @ 401 class 1 by P2
            demand D1 3 @ 500 class 1 | O2 1 @ 390, O1 1 @ 200, O3 1 @ 401
            """)
    }

    @Test func theSubsidyDoesNotReachTheTariff() throws {
        try check(
            """
            rate 1 1 type 1 5000
            link z7 z9 charge 60
            offer O1 1 @ 200 class 1 zone z9
            offer O2 1 @ 150
            demand D1 1 @ 300 class 1 | O2 1 @ 150
            """)
    }

    @Test func wholeSubsidyLeavesPriceAndTariffToRank() throws {
        try check(
            """
            rate 1 1 type 1 10000
            offer O1 1 @ 300 class 1
            offer O2 1 @ 200 class 1
            offer O3 1 @ 200 class 1 by P2
            demand D1 3 @ 300 class 1 | O2 1 @ 200, O3 1 @ 200, O1 1 @ 300
            """)
    }

    @Test func listedServesDemandsByPlace() throws {
        try check(
            """
            demand D1 1 @ 200 | rests 1
            demand D2 1 @ 300 | rests 1
            demand D3 1 @ 250 place 0 | rests 1
            offer O1 2 @ 200 | D3 O1 1 @ 200, D1 O1 1 @ 200
            offer O2 1 @ 260 | D2 O2 1 @ 260
            """)
    }

    @Test func restingServesDemandsByLimitLessCharge() throws {
        try check(
            """
            link z8 z7 charge 60
            demand D1 1 @ 200 | rests 1
            demand D2 1 @ 300 home z8 | rests 1
            demand D3 1 @ 250 | rests 1
            demand D4 1 @ 250 | rests 1
            offer O1 3 @ 200 | D3 O1 1 @ 250, D4 O1 1 @ 250, D2 O1 1 @ 240
            """, rule: .resting)
    }

    @Test func restingPaysTheMaker() throws {
        try check(
            """
            offer O1 1 @ 200
            demand D1 2 @ 300 | O1 1 @ 200, rests 1
            offer O2 1 @ 210 | D1 O2 1 @ 300
            """, rule: .resting)
    }

    @Test func eachPieceOfAnAllOrNoneDemandPaysItsMaker() throws {
        try check(
            """
            offer O1 1 @ 200
            demand D1 3 @ 300 aon | rests 3
            offer O2 1 @ 210 by P2
            offer O3 1 @ 190 by P2 | D1 O3 1 @ 300, D1 O1 1 @ 200, D1 O2 1 @ 300
            """, rule: .resting)
    }

    @Test func aPartialFillKeepsItsPlace() throws {
        try check(
            """
            demand D1 3 @ 200 | rests 3
            demand D2 1 @ 200 | rests 1
            offer O1 1 @ 200 | D1 O1 1 @ 200, D1 rests 2
            offer O2 2 @ 200 | D1 O2 2 @ 200
            offer O3 1 @ 200 | D2 O3 1 @ 200
            """)
    }

    @Test func theMeanOverTheWindowRanks() throws {
        // Hours 0 to 8 are the night in Shanghai too: 6-10 is half of it night.
        try check(
            """
            offer O1 1 @ 300 night 50
            offer O2 2 @ 175
            demand D1 1 @ 300 hours 6-10 | O1 1 @ 175
            demand D2 1 @ 300 hours 6-10 | O2 1 @ 175
            offer O3 1 @ 300 night 50 by P2
            demand D3 1 @ 300 hours 6-11 | O2 1 @ 175
            demand D4 1 @ 300 hours 0-2 | O1 1 @ 50
            demand D5 1 @ 174 hours 6-10 ioc | cancelled unfilled
            demand D6 1 @ 175 hours 6-10 | O3 1 @ 175
            """)
    }
}
