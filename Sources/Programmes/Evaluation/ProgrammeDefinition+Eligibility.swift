import Domain

extension ProgrammeDefinition {
    /// Why this applicant is not eligible at `stamp`; nil where every clause holds.
    public func refusal(of applicant: ApplicantFacts, at stamp: Stamp) -> Reason? {
        if let reason = refusal(at: stamp) { return reason }
        return eligibility.lazy.compactMap { refusal(of: applicant, by: $0.test) }.first
    }

    /// Why this contract is not in the programme, whoever buys; nil where it is.
    ///
    /// Reasons in order: `related`, `providerNotListed`, `kindNotCovered`, `useNotCovered`, `contractTooEarly`,
    /// `contractTooLong`, `alreadyClaimed`.
    public func refusal(of contract: ContractFacts) -> Reason? {
        if contract.related { return .related }
        if let providers, !contract.provider.map(providers.contains(_:)).unwrapped { return .providerNotListed }
        if !baseKinds.contains(contract.kind) { return .kindNotCovered }
        if !baseUses.isEmpty, !baseUses.contains(contract.use) { return .useNotCovered }
        if let contractFrom, clock.date(at: contract.signedAt) < contractFrom { return .contractTooEarly }
        if let contractDaysMost, contract.days > contractDaysMost { return .contractTooLong }
        if oneClaimPerContract, contract.claimed { return .alreadyClaimed }
        return nil
    }

    /// `programmeNotLive` before the first day, `programmeExpired` after the last.
    func refusal(at stamp: Stamp) -> Reason? {
        let day = clock.date(at: stamp)
        if day < effectiveFrom { return .programmeNotLive }
        if let effectiveThrough, day > effectiveThrough { return .programmeExpired }
        return nil
    }

    private func refusal(of applicant: ApplicantFacts, by test: EligibilityTest) -> Reason? {
        let firm = applicant.profile
        switch test {
        case .region(let regions): return regions.contains(firm.region) ? nil : .regionNotCovered
        case .size(let sizes): return sizes.contains(applicant.size) ? nil : .sizeNotCovered
        case .sector(let sectors): return sectors.contains(firm.sector) ? nil : .sectorNotCovered
        case .legalPerson: return applicant.legalPerson ? nil : .notEligible
        case .foundedFrom(let date): return firm.founded >= date ? nil : .foundingDateNotCovered
        case .foundedThrough(let date): return firm.founded <= date ? nil : .foundingDateNotCovered
        case .attribute(let attribute): return applicant.has(attribute) ? nil : .attributeMissing
        case .attributeAbsent(let attribute): return applicant.has(attribute) ? .notEligible : nil
        }
    }

    /// The eligibility phase clause by clause; each step takes `amount` and leaves it, or nothing.
    func eligibilitySteps(
        of applicant: ApplicantFacts, contract: ContractFacts?, amount: Money, at stamp: Stamp
    ) -> [TraceStep] {
        var findings: [(Symbol?, Reason?)] = [(nil, refusal(at: stamp))]
        findings += eligibility.map { ($0.id, refusal(of: applicant, by: $0.test)) }
        if let contract { findings.append((nil, refusal(of: contract))) }
        return findings.map { rule, reason in
            TraceStep(
                phase: .eligibility, rule: rule, input: amount.fen, output: reason == nil ? amount.fen : 0,
                reason: reason)
        }
    }
}

extension Optional<Bool> {
    /// False where nothing is known.
    fileprivate var unwrapped: Bool { self ?? false }
}
