import Domain

extension ProgrammeDefinition {
    /// The face of a lot: the phases on the planned spend, taken as one contract.
    ///
    /// The rate is the highest that a contract of this applicant may reach, since the face is a ceiling only;
    /// each fill is evaluated again. The planned spend is stated as the base is, with or without VAT.
    ///
    /// - Parameter limits: what the period caps leave and what the pool can issue.
    public func evaluateIssue(
        applicant: ApplicantFacts, plannedSpend: Money, limits: EvaluationLimits, at stamp: Stamp
    ) -> Evaluation {
        var chain = PhaseChain(
            trace: eligibilitySteps(of: applicant, contract: nil, amount: plannedSpend, at: stamp))
        if let refused = chain.refused(paid: .zero) { return refused }
        chain.note(
            TraceStep(phase: .eligibleBase, rule: nil, input: plannedSpend.fen, output: plannedSpend.fen))
        guard let tier = highestRateTier(applicant: applicant) else { return chain.withoutRate(paid: .zero) }
        chain.rate(tier, weighted: Int128(plannedSpend.fen) * Int128(tier.rate.value))
        let amount = finish(
            &chain, profile: applicant.profile, paid: .zero, most: plannedSpend, limits: limits, minimum: minimum)
        return Evaluation(amount: amount, trace: chain.trace)
    }
}

extension PhaseChain {
    /// The evaluation that ends here, because an eligibility step failed: the contract keeps what it has.
    func refused(paid: Money) -> Evaluation? {
        trace.contains { $0.reason != nil } ? Evaluation(amount: paid, trace: trace) : nil
    }

    /// The evaluation that ends here, because no rate applies.
    mutating func withoutRate(paid: Money) -> Evaluation {
        note(TraceStep(phase: .rate, rule: nil, input: 0, output: 0, reason: .notEligible))
        return Evaluation(amount: paid, trace: trace)
    }
}
