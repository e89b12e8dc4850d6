import Domain

extension CapBook {
    /// What the period caps of a programme leave for an issue at `stamp`. Caps that count later bound the face as
    /// they stand, without being used up by it.
    public func remainingAtIssue(
        _ definition: ProgrammeDefinition, programme: ProgrammeID, applicant: ApplicantFacts, at stamp: Stamp
    ) -> [CapRemaining] {
        definition.periodCaps(applicant).map { cap in
            CapRemaining(
                cap: cap.id, amount: remaining(account(cap, definition, programme, applicant.party), at: stamp))
        }
    }

    /// What the period caps that count after the issue leave for a fill of `demand`.
    public func remainingAtFill(
        _ definition: ProgrammeDefinition, programme: ProgrammeID, applicant: ApplicantFacts, demand: DemandID,
        window: Window, at stamp: Stamp
    ) -> [CapRemaining] {
        definition.fillCaps(applicant).map { cap in
            let account = account(cap, definition, programme, applicant.party)
            let instant = cap.countingInstant(filledAt: stamp, window: window)
            return CapRemaining(cap: cap.id, amount: remaining(account, for: demand, at: instant))
        }
    }

    /// Counts a lot's face against the caps that count at issue.
    public mutating func recordIssue(
        _ face: Money, _ definition: ProgrammeDefinition, programme: ProgrammeID, applicant: ApplicantFacts,
        at stamp: Stamp
    ) {
        for cap in definition.periodCaps(applicant) where cap.countsAt == .issue {
            use(face, of: account(cap, definition, programme, applicant.party), at: stamp)
        }
    }

    /// Counts a fill's public share against the caps that count after the issue; the demand's hold is set anew after.
    public mutating func recordFill(
        _ amount: Money, _ definition: ProgrammeDefinition, programme: ProgrammeID, applicant: ApplicantFacts,
        window: Window, at stamp: Stamp
    ) {
        for cap in definition.fillCaps(applicant) {
            let instant = cap.countingInstant(filledAt: stamp, window: window)
            use(amount, of: account(cap, definition, programme, applicant.party), at: instant)
        }
    }

    /// Gives a refund back to the caps of the fill made at `filledAt` over `window`.
    public mutating func recordRefund(
        _ amount: Money, _ definition: ProgrammeDefinition, programme: ProgrammeID, applicant: ApplicantFacts,
        window: Window, filledAt: Stamp
    ) {
        for cap in definition.fillCaps(applicant) {
            let instant = cap.countingInstant(filledAt: filledAt, window: window)
            restore(amount, of: account(cap, definition, programme, applicant.party), countedAt: instant)
        }
    }

    /// Sets what a demand holds of a programme's caps: what it holds of the programme's lots, at most what is there.
    public mutating func setHolds(
        _ amount: Money, _ definition: ProgrammeDefinition, programme: ProgrammeID, applicant: ApplicantFacts,
        demand: DemandID, window: Window, at stamp: Stamp
    ) {
        for cap in definition.fillCaps(applicant) {
            let instant = cap.countingInstant(filledAt: stamp, window: window)
            setHold(
                amount, of: account(cap, definition, programme, applicant.party), demand: demand, at: instant)
        }
    }

    private func account(
        _ cap: Cap, _ definition: ProgrammeDefinition, _ programme: ProgrammeID, _ party: PartyID
    ) -> CapAccount {
        CapAccount(party: party, programme: programme, cap: cap, clock: definition.clock)
    }
}

extension ProgrammeDefinition {
    /// When what a resting demand holds of caps must move to another period, exclusive; nil where it never must.
    ///
    /// A rolling period holds the same on every day, and a cap on deliveries or claims is held in the period of the
    /// window's end.
    public func capPeriodEnd(_ applicant: ApplicantFacts, after stamp: Stamp) -> Stamp? {
        fillCaps(applicant).filter { $0.countsAt == .fill }.compactMap { cap in
            if case .rollingDays = cap.scope { return nil }
            return cap.scope.periodEnd(after: stamp, clock: clock)
        }.min()
    }

    fileprivate func periodCaps(_ applicant: ApplicantFacts) -> [Cap] {
        caps(binding: applicant.profile).filter { $0.scope != .contract }
    }

    fileprivate func fillCaps(_ applicant: ApplicantFacts) -> [Cap] {
        periodCaps(applicant).filter { $0.countsAt != .issue }
    }
}
