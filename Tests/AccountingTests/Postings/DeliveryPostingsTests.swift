import Accounting
import Domain
import Records
import Testing

@Suite struct DeliveryPostingsTests {
    /// Half an hour used, a quarter idle, a quarter missed.
    private func postings(
        _ match: Fill, _ destination: RefundDestination = .lot
    ) throws -> (LeaseAccount, [Posting]) {
        var lease = try LeaseAccount(match, lots: termsByThrees)
        let split = try lease.deliver(used: 1_800_000, idle: 900_000, missed: 900_000, maturesAt: .epoch)
        return (lease, .delivery(of: lease, split) { _ in destination })
    }

    @Test func deductPaysTheProviderFromBothSides() throws {
        let match = fill(shares: [own(100), share(1, 0, 40), share(1, 1, 8)], transfer: 4, fee: 1000)
        expect(
            try postings(match).1,
            """
            delivery 1800000 quota-1/undelivered/party-1 > quota-1/used/party-1 of lease-1
            delivery 900000 quota-1/undelivered/party-1 > quota-1/idle/party-1 of lease-1
            delivery 900000 quota-1/undelivered/party-1 > quota-1/missed/party-1 of lease-1
            earning 75 cny/escrow/party-1 > cny/earned/party-2 of lease-1
            fee 8 cny/earned/party-2 > cny/fees/exchange of lease-1
            refund 25 cny/escrow/party-1 > cny/free/party-1 of lease-1
            network 3 cny/escrow/party-1 > cny/network/zone-1+zone-2 of lease-1
            refund 1 cny/escrow/party-1 > cny/free/party-1 of lease-1
            earning 30 programme-1.0/escrow/party-1 > programme-1.0/earned/party-2 of lease-1 lot-1
            refund 10 programme-1.0/escrow/party-1 > programme-1.0/lotsFree/party-1 of lease-1 lot-1
            earning 6 programme-1.1/escrow/party-1 > programme-1.1/earned/party-2 of lease-1 lot-1
            refund 2 programme-1.1/escrow/party-1 > programme-1.1/lotsFree/party-1 of lease-1 lot-1
            """)
    }

    @Test func reimbursePaysTheBuyerBesideTheMoney() throws {
        expect(
            Array(try postings(fill(shares: [own(100), share(2, 0, 60)])).1.dropFirst(3)),
            """
            earning 75 cny/escrow/party-1 > cny/earned/party-2 of lease-1
            refund 25 cny/escrow/party-1 > cny/free/party-1 of lease-1
            earning 45 programme-2.0/escrow/party-1 > programme-2.0/earned/party-1 of lease-1 lot-2
            refund 15 programme-2.0/escrow/party-1 > programme-2.0/lotsFree/party-1 of lease-1 lot-2
            """)
    }

    @Test(arguments: [BreakageTo.available, .lapsed])
    func aForfeitedRefundGoesToThePool(_ breakage: BreakageTo) throws {
        let all = try postings(fill(shares: [share(1, 0, 40)]), .forfeited(breakage)).1
        expect(
            Array(all.dropFirst(3)),
            """
            earning 30 programme-1.0/escrow/party-1 > programme-1.0/earned/party-2 of lease-1 lot-1
            forfeit 10 programme-1.0/escrow/party-1 > programme-1.0/\(breakage)/exchange of lease-1 lot-1
            """)
    }

    @Test func maturityAndClaimMoveWhatTheLeaseSays() throws {
        var (lease, _) = try postings(fill(shares: [own(100), share(1, 0, 40)], fee: 1000))
        let matured = lease.mature(until: .epoch) ?? MaturedEarning(own: .zero, lots: [])
        expect(.maturity(matured.own, of: lease), "maturity 67 cny/earned/party-2 > cny/free/party-2 of lease-1")
        expect(
            try .claim(lease.claimable(by: provider), by: provider, of: lease),
            "claim 30 programme-1.0/earned/party-2 > programme-1.0/claimed/party-2 of lease-1 lot-1")
        #expect(throws: AccountingFault.claimOutsideLease(lease1, LotID(1))) {
            try [Posting].claim(matured.lots, by: buyer, of: lease)
        }
    }

    /// Expired at second 100.
    @Test(arguments: [
        (99, true, BreakageTo.lapsed, false, RefundDestination.lot),
        (100, false, .lapsed, true, .lot),
        (100, true, .available, false, .forfeited(.available)),
        (100, true, .lapsed, false, .forfeited(.lapsed)),
        (100, true, .available, true, .forfeited(.lapsed)),
    ])
    func theDestinationOfARefundFollowsExpiryAndFault(
        _ second: Int64, _ buyerAtFault: Bool, _ breakage: BreakageTo, _ closed: Bool, _ expected: RefundDestination
    ) {
        #expect(
            RefundDestination.of(
                expiresAt: Stamp(seconds: 100), at: Stamp(seconds: second), buyerAtFault: buyerAtFault,
                breakageTo: breakage, poolYearClosed: closed) == expected)
    }
}
