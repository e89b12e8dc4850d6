import Domain

extension ProgrammeDefinition {
    /// The subsidy on a settled amount, for mode `postUse`: the base is the settled amount × days of the
    /// contract within the base period / days of the contract, by the programme's day count, rounded by its
    /// rule for bases.
    ///
    /// - Parameters:
    ///   - contract: facts that are tested as at a fill; nil where only the applicant is.
    ///   - from: first day of the contract.
    ///   - through: its last day.
    public func evaluatePostUse(
        applicant: ApplicantFacts, contract: ContractFacts? = nil, from: CivilDate, through: CivilDate,
        settled: Money, limits: EvaluationLimits = .unlimited, at stamp: Stamp
    ) -> Evaluation {
        var chain = PhaseChain(
            trace: eligibilitySteps(of: applicant, contract: contract, amount: settled, at: stamp))
        if let refused = chain.refused(paid: .zero) { return refused }
        chain.note(TraceStep(phase: .eligibleBase, rule: nil, input: settled.fen, output: settled.fen))
        let base = proRated(settled, from: from, through: through)
        chain.note(TraceStep(phase: .proRating, rule: nil, input: settled.fen, output: base.fen))
        let tier =
            contract.map { rateTier(applicant: applicant, contract: $0) }
            ?? highestRateTier(applicant: applicant)
        guard let tier else { return chain.withoutRate(paid: .zero) }
        chain.rate(tier, weighted: Int128(base.fen) * Int128(tier.rate.value))
        let amount = finish(
            &chain, profile: applicant.profile, paid: .zero, most: base, limits: limits, minimum: minimum)
        return Evaluation(amount: amount, trace: chain.trace)
    }

    /// The part of `settled` that falls into the base period. All of it where there is no base period.
    func proRated(_ settled: Money, from: CivilDate, through: CivilDate) -> Money {
        guard let basePeriod, from <= through else { return basePeriod == nil ? settled : .zero }
        let (first, last) = (max(from, basePeriod.from), min(through, basePeriod.through))
        guard first <= last else { return .zero }
        let whole = basePeriod.dayCount.days(from: from, through: through)
        // A contract of one day has no days where the end is not counted; it lies in the period whole.
        guard whole > 0 else { return settled }
        let within = basePeriod.dayCount.days(from: first, through: last)
        let unit = Int128(baseRounding.unit.fen)
        let units = baseRounding.rule.quotient(Int128(settled.fen) * Int128(within), Int128(whole) * unit)
        return min(settled, Money(fen: Int64(units * unit)))
    }
}

extension DayCount {
    /// Days from the first day to the last.
    public func days(from: CivilDate, through: CivilDate) -> Int64 {
        let difference = through.daysSinceEpoch - from.daysSinceEpoch
        switch self {
        case .endExclusive: return difference
        case .inclusive: return difference + 1
        }
    }
}
