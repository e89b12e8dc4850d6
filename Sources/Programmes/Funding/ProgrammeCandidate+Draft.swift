import Domain

/// One candidate's evaluation of a fill and what it would draw.
struct FillDraft {
    let evaluation: ContractEvaluation
    let draws: [LotPart]
}

extension ProgrammeCandidate {
    func mayPay(_ state: ContractState) -> Bool {
        guard definition.mode != .postUse else { return false }
        return state.payer.map { $0.programme == programme && $0.version == version } ?? true
    }

    /// Lot by lot, in their order: the rules on the base of the hours up to the lot's expiry say what this lot and
    /// those before it may pay together. nil where the demand holds nothing that may pay.
    func draft(_ request: FillRequest) -> FillDraft? {
        let paying = lots.filter {
            $0.held(by: request.demand).total > .zero && $0.pays(for: request.terms.window, at: request.stamp)
        }
        guard let last = paying.last else { return nil }
        let before = request.state.totals(programme, version: version)
        var (amounts, drawn, pot) = ([Money](), Money.zero, Money.zero)
        var (base, evaluation) = (Money.zero, Evaluation(amount: before.amount, trace: []))
        for lot in paying {
            let held = lot.held(by: request.demand).total
            base = EligibleBase.of(request.terms, definition: definition, endingBy: lot.lastHour)
            pot = drawn + held
            let asked = EligibleBase.of(
                request.terms, definition: definition, endingBy: lot.lastHour, referenced: false)
            evaluation = evaluate(
                request, before, base: base, asked: asked, pot: pot, final: lot.lot.id == last.lot.id)
            amounts.append(max(.zero, min(held, evaluation.amount - before.amount - drawn)))
            drawn += amounts[amounts.count - 1]
        }
        return finish(request, paying: paying, amounts: amounts, before: before, base: base, evaluation: evaluation)
    }

    /// The minimum is for the whole: it is left out until the last lot.
    private func evaluate(
        _ request: FillRequest, _ before: ContractTotals, base: Money, asked: Money, pot: Money, final: Bool
    ) -> Evaluation {
        definition.evaluateFill(
            applicant: request.applicant, contract: request.contract, totals: before, base: base, asked: asked,
            limits: EvaluationLimits(periodCaps: caps, pot: pot), minimum: final ? definition.minimum : .zero,
            at: request.stamp)
    }

    private func finish(
        _ request: FillRequest, paying: [LotBalance], amounts: [Money], before: ContractTotals, base: Money,
        evaluation: Evaluation
    ) -> FillDraft {
        let allowed = evaluation.amount - before.amount
        // Below the minimum the last evaluation takes back what the earlier lots would have paid.
        let amounts = amounts.total > allowed ? [Money].zeros(amounts.count) : amounts
        let draws = zip(paying, amounts).filter { $0.1 > .zero }.map { lot, amount in
            LotPart(lot: lot.lot.id, amounts: lot.drawSplit(amount, demand: request.demand))
        }
        let counted = evaluation.trace.contains { $0.phase == .rate && $0.reason == nil }
        let result = ContractEvaluation(
            programme: programme, version: version, base: counted ? before.base + base : before.base,
            amount: before.amount + amounts.total, trace: evaluation.trace)
        return FillDraft(evaluation: result, draws: draws)
    }
}
