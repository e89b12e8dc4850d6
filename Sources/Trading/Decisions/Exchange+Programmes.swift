import Accounting
import Domain
import Programmes
import Records

extension Exchange {
    /// A programme, or a new version of one with the same code. Errors: `seatForbidden`, `programmeInvalid`.
    mutating func proposeProgramme(_ definition: ProgrammeDefinition) throws(Reason) {
        try require(.manager)
        try definition.validate()
        let known = programmes.programme(code: definition.code)
        let id = known ?? ProgrammeID(Int64(programmes.entries.count) + 1)
        let versions = programmes.entry(id)?.versions ?? []
        if let first = versions.first, first.definition.funders.count != definition.funders.count {
            throw .programmeInvalid
        }
        emit(.programmeProposed(id, version: Int64(versions.count) + 1, definition, by: draft.actor.person))
    }

    /// A second person puts a version in force. Errors: `seatForbidden`, `unknownProgramme`, `alreadyApproved`,
    /// `samePerson`.
    mutating func approveProgramme(_ id: ProgrammeID, _ version: Int64) throws(Reason) {
        try require(.manager)
        guard let entry = programmes.entry(id), let proposed = entry.version(version) else {
            throw .unknownProgramme
        }
        guard proposed.approver == nil else { throw .alreadyApproved }
        guard proposed.proposer != draft.actor.person else { throw .samePerson }
        emit(.programmeApproved(id, version: version, by: draft.actor.person))
    }

    /// Puts money into a pool, funder by funder. Errors: `seatForbidden`, `amountNotPositive`, `amountTooLarge`,
    /// `unknownProgramme`, `programmeNotLive`.
    mutating func authorisePool(_ id: ProgrammeID, _ amount: Money) throws(Reason) {
        try require(.manager)
        _ = try Money(positive: amount.fen)
        guard let entry = programmes.entry(id) else { throw .unknownProgramme }
        guard let live = entry.live else { throw .programmeNotLive }
        let parts = live.definition.faces(of: amount)
        emit(.poolAuthorised(id, parts))
        post(.authorisation(id, parts))
    }

    /// Decides an application clause by clause; a lot is issued where anything is granted.
    ///
    /// A decision that grants nothing is an accepted command: its trace says why.
    /// Errors: `seatForbidden`, `notAdmitted`, `amountNotPositive`, `amountTooLarge`, `unknownProgramme`,
    /// `programmeNotLive`, `halted`.
    mutating func applyForVoucher(_ id: ProgrammeID, _ spend: Money) throws(Reason) {
        let party = try actingParty(.buyer)
        _ = try Money(positive: spend.fen)
        guard let entry = programmes.entry(id) else { throw .unknownProgramme }
        guard let live = entry.live else { throw .programmeNotLive }
        guard !halts.covers(id) else { throw .halted }
        let decision = evaluate(live, id, party, spend)
        emit(.voucherEvaluated(decision))
        guard decision.granted > .zero else { return }
        let lot = live.definition.lot(
            id: LotID(programmes.lotCount + 1), programme: id, version: live.number, holder: party.id,
            face: decision.granted, issuedAt: draft.stamp)
        emit(.lotIssued(lot))
        post(.issue(lot))
    }

    private func evaluate(
        _ live: ProgrammeVersion, _ id: ProgrammeID, _ party: PartyEntry, _ spend: Money
    ) -> VoucherDecision {
        let applicant = party.applicant
        let remaining = caps.remainingAtIssue(live.definition, programme: id, applicant: applicant, at: draft.stamp)
        let limits = EvaluationLimits(
            periodCaps: remaining, pot: pools.issuable(id, definition: live.definition))
        let evaluation = live.definition.evaluateIssue(
            applicant: applicant, plannedSpend: spend, limits: limits, at: draft.stamp)
        return VoucherDecision(
            programme: id, version: live.number, party: party.id, plannedSpend: spend, granted: evaluation.amount,
            trace: evaluation.trace)
    }
}
