import Accounting
import Domain
import Records

extension Exchange {
    /// Books a credit line of the bank's statement. Errors: `seatForbidden`, `amountNotPositive`, `unknownParty`,
    /// `notAdmitted`, `bankReferenceUsed`.
    mutating func recordDeposit(_ deposit: BankDeposit) throws(Reason) {
        try require(.operator)
        _ = try Money(positive: deposit.amount.fen)
        guard let party = parties.entry(deposit.party) else { throw .unknownParty }
        guard party.admitted else { throw .notAdmitted }
        guard !payouts.isUsed(deposit.reference) else { throw .bankReferenceUsed }
        emit(.depositRecorded(deposit))
        post(.deposit(deposit))
    }

    /// Asks for a payout; the money moves when a second person approves it. Errors: `seatForbidden`, `notAdmitted`, `amountNotPositive`, `fundsInsufficient`.
    mutating func requestPayout(_ amount: Money) throws(Reason) {
        let party = try actingTrader()
        _ = try Money(positive: amount.fen)
        guard freeMoney(of: party.id) >= amount else { throw .fundsInsufficient }
        let id = PayoutID(Int64(payouts.entries.count) + 1)
        emit(.payoutRequested(id, party.id, amount, by: draft.actor.person))
    }

    /// Books the bank's debit line. Errors: `seatForbidden`, `unknownPayout`, `alreadyApproved`, `samePerson`,
    /// `bankReferenceUsed`, `fundsInsufficient` (spent meanwhile).
    mutating func approvePayout(_ id: PayoutID, _ reference: Label) throws(Reason) {
        try require(.operator)
        guard let payout = payouts.entry(id) else { throw .unknownPayout }
        guard payout.approver == nil else { throw .alreadyApproved }
        guard payout.requester != draft.actor.person else { throw .samePerson }
        guard !payouts.isUsed(reference) else { throw .bankReferenceUsed }
        guard freeMoney(of: payout.party) >= payout.amount else { throw .fundsInsufficient }
        emit(.payoutApproved(id, bankReference: reference, by: draft.actor.person))
        post(.payout(id, payout.amount, of: payout.party))
    }

    /// A buyer or provider acting for its own admitted party.
    func actingTrader() throws(Reason) -> PartyEntry {
        try actingParty(draft.actor.seat == .provider ? .provider : .buyer)
    }

    func freeMoney(of party: PartyID) -> Money { Money(fen: ledger.balance(of: .free(party))) }
}
