import Accounting
import Domain
import Records
import Testing

@Suite struct PoolAndBankTests {
    @Test func aDepositGoesFromTheBankToFree() throws {
        let line = BankDeposit(party: buyer, amount: yuan(500), reference: try Label("ICBC-1"))
        expect(.deposit(line), "deposit 500 cny/bank/exchange > cny/free/party-1 of party-1")
    }

    @Test func aPayoutGoesFromFreeToTheBank() {
        expect(
            .payout(PayoutID(4), yuan(70), of: provider),
            "payout 70 cny/free/party-2 > cny/bank/exchange of payout-4")
    }

    @Test func anAuthorisationFillsEachFundersPool() {
        expect(
            .authorisation(ProgrammeID(1), [yuan(70), yuan(30)]),
            """
            authorisation 70 programme-1.0/authority/exchange > programme-1.0/available/exchange of programme-1
            authorisation 30 programme-1.1/authority/exchange > programme-1.1/available/exchange of programme-1
            """)
    }

    @Test func anIssueFillsTheWalletAndLeavesZeroPartsOut() {
        expect(
            .issue(lot(1, [40, 0, 2])),
            """
            issue 40 programme-1.0/available/exchange > programme-1.0/lotsFree/party-1 of lot-1 lot-1
            issue 2 programme-1.2/available/exchange > programme-1.2/lotsFree/party-1 of lot-1 lot-1
            """)
    }

    @Test(arguments: [BreakageTo.available, .lapsed])
    func anExpiredLotGoesWhereItsProgrammeSays(_ breakage: BreakageTo) {
        let row = LotRow(lot: LotID(1), programme: ProgrammeID(1), holder: buyer, free: [7, 3], held: [0, 0])
        expect(
            .expiry(of: row, to: breakage),
            """
            expiry 7 programme-1.0/lotsFree/party-1 > programme-1.0/\(breakage)/exchange of lot-1 lot-1
            expiry 3 programme-1.1/lotsFree/party-1 > programme-1.1/\(breakage)/exchange of lot-1 lot-1
            """)
    }
}
