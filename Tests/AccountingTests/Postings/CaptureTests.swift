import Accounting
import Domain
import Records
import Testing

@Suite struct CaptureTests {
    @Test func aFillCapturesReleasesAndGrants() {
        let match = fill(milli: 2000, shares: [share(1, 0, 25), share(1, 1, 5), own(50)], transfer: 3)
        expect(
            .fill(
                match, holding: hold(100, [(1, [60, 20])]), residual: hold(40, [(1, [20, 20])]), lots: termsByThrees),
            """
            capture 25 programme-1.0/lotsHeld/party-1 > programme-1.0/escrow/party-1 of lease-1 lot-1
            capture 5 programme-1.1/lotsHeld/party-1 > programme-1.1/escrow/party-1 of lease-1 lot-1
            capture 50 cny/held/party-1 > cny/escrow/party-1 of lease-1
            capture 3 cny/held/party-1 > cny/escrow/party-1 of lease-1
            release 7 cny/held/party-1 > cny/free/party-1 of demand-1
            release 15 programme-1.0/lotsHeld/party-1 > programme-1.0/lotsFree/party-1 of demand-1 lot-1
            hold 5 programme-1.1/lotsFree/party-1 > programme-1.1/lotsHeld/party-1 of demand-1 lot-1
            grant 7200000 quota-1/duty/party-2 > quota-1/undelivered/party-1 of lease-1
            """)
    }

    @Test func freeMoneyPaysWhereTheHoldIsTooSmall() {
        let match = fill(shares: [own(90), share(1, 0, 10)], transfer: 5)
        expect(
            .fill(match, holding: hold(80, [(1, [10])]), residual: .none(DemandID(1)), lots: termsByThrees),
            """
            hold 15 cny/free/party-1 > cny/held/party-1 of demand-1
            capture 90 cny/held/party-1 > cny/escrow/party-1 of lease-1
            capture 10 programme-1.0/lotsHeld/party-1 > programme-1.0/escrow/party-1 of lease-1 lot-1
            capture 5 cny/held/party-1 > cny/escrow/party-1 of lease-1
            grant 3600000 quota-1/duty/party-2 > quota-1/undelivered/party-1 of lease-1
            """)
    }

    @Test func aReimbursingLotRunsBesideTheMoney() {
        let match = fill(shares: [own(100), share(2, 0, 60)])
        expect(
            .capture(match, lots: termsByThrees),
            """
            capture 100 cny/held/party-1 > cny/escrow/party-1 of lease-1
            capture 60 programme-2.0/lotsHeld/party-1 > programme-2.0/escrow/party-1 of lease-1 lot-2
            """)
    }

    @Test func coveringAndLessSpeakOfEachLotAndFunder() {
        let match = fill(shares: [share(1, 1, 8), share(4, 0, 2), own(10)])
        #expect(hold(4, [(1, [5, 6])]).covering(match) == hold(10, [(1, [5, 8]), (4, [2])]))
        #expect(hold(10, [(1, [5, 8]), (4, [2])]).less(match) == hold(0, [(1, [5, 0]), (4, [0])]))
    }
}
