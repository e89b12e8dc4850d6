import Accounting
import Domain
import Records
import Testing

@Suite struct HoldTests {
    @Test func aHoldTakesOwnMoneyAndEachFundersPart() {
        expect(
            .hold(from: .none(DemandID(1)), to: hold(60, [(1, [30, 10])]), buyer: buyer, lots: termsByThrees),
            """
            hold 60 cny/free/party-1 > cny/held/party-1 of demand-1
            hold 30 programme-1.0/lotsFree/party-1 > programme-1.0/lotsHeld/party-1 of demand-1 lot-1
            hold 10 programme-1.1/lotsFree/party-1 > programme-1.1/lotsHeld/party-1 of demand-1 lot-1
            """)
    }

    @Test func aChangeMovesTheDifferenceOnly() {
        expect(
            .hold(
                from: hold(60, [(1, [30, 10]), (4, [5])]), to: hold(70, [(2, [9]), (1, [30, 4])]), buyer: buyer,
                lots: termsByThrees),
            """
            hold 10 cny/free/party-1 > cny/held/party-1 of demand-1
            hold 9 programme-2.0/lotsFree/party-1 > programme-2.0/lotsHeld/party-1 of demand-1 lot-2
            release 6 programme-1.1/lotsHeld/party-1 > programme-1.1/lotsFree/party-1 of demand-1 lot-1
            release 5 programme-1.0/lotsHeld/party-1 > programme-1.0/lotsFree/party-1 of demand-1 lot-4
            """)
    }

    @Test func theEndOfADemandReleasesAll() {
        expect(
            .hold(from: hold(60, [(1, [30])]), to: .none(DemandID(1)), buyer: buyer, lots: termsByThrees),
            """
            release 60 cny/held/party-1 > cny/free/party-1 of demand-1
            release 30 programme-1.0/lotsHeld/party-1 > programme-1.0/lotsFree/party-1 of demand-1 lot-1
            """)
    }
}
