import Domain

extension ProgrammeDefinition {
    /// The contract's running total once this fill's base is added: a fill is posted the difference to
    /// `totals.amount`, which is never below zero and never above the fill's own base.
    ///
    /// A fill that is refused adds no base and leaves the total as it is.
    ///
    /// - Parameters:
    ///   - totals: the contract's totals before this fill.
    ///   - base: this fill's eligible base; see `EligibleBase`.
    ///   - limits: what caps and lots let this fill add.
    public func evaluateFill(
        applicant: ApplicantFacts, contract: ContractFacts, totals: ContractTotals, base: Money,
        limits: EvaluationLimits, at stamp: Stamp
    ) -> Evaluation {
        evaluateFill(
            applicant: applicant, contract: contract, totals: totals, base: base, asked: base, limits: limits,
            minimum: minimum, at: stamp)
    }

    /// - Parameter asked: the base that the fill would have without a reference price. Where it is more, a step of
    ///   the eligible base says what the reference cut.
    func evaluateFill(
        applicant: ApplicantFacts, contract: ContractFacts, totals: ContractTotals, base: Money, asked: Money,
        limits: EvaluationLimits, minimum: Money, at stamp: Stamp
    ) -> Evaluation {
        var chain = PhaseChain(
            trace: eligibilitySteps(of: applicant, contract: contract, amount: base, at: stamp))
        if let refused = chain.refused(paid: totals.amount) { return refused }
        if base < asked {
            chain.note(
                TraceStep(
                    phase: .eligibleBase, rule: nil, input: asked.fen, output: base.fen, reason: .aboveReference))
        }
        let running = totals.base + base
        chain.note(TraceStep(phase: .eligibleBase, rule: nil, input: base.fen, output: running.fen))
        guard let tier = rateTier(applicant: applicant, contract: contract) else {
            return chain.withoutRate(paid: totals.amount)
        }
        chain.rate(tier, weighted: totals.weighted + Int128(base.fen) * Int128(tier.rate.value))
        let amount = finish(
            &chain, profile: applicant.profile, paid: totals.amount, most: totals.amount + base, limits: limits,
            minimum: minimum)
        return Evaluation(amount: max(totals.amount, amount), trace: chain.trace)
    }
}
