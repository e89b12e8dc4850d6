import Domain

/// Who pays a fill's capacity line.
public struct FillSplit: Hashable, Sendable {
    /// Own money first, then the lots in the order of use and the funders in the order of the definition; no zeros.
    /// In mode `deduct` they sum to the capacity line; under `reimburse` own money is all of it and the lots' shares
    /// run beside.
    public let shares: [FundingShare]
    public let own: Money
    public let publicShare: Money
    /// What is drawn of each lot, out of what the demand holds of it.
    public let draws: [LotPart]
    /// The programme and version that pays, if one does.
    public let payer: ContractEvaluation?
    /// Every evaluation that was made, in order: those before the payer came to nothing.
    public let evaluations: [ContractEvaluation]
    /// The contract after this fill.
    public let state: ContractState

    /// All of the capacity line is own money: what `compute` finds without candidates.
    public init(own: Money, state: ContractState) {
        (shares, self.own, publicShare) = (FillSplit.shares(own: own, draws: []), own, .zero)
        (draws, payer, evaluations, self.state) = ([], nil, [], state)
    }

    /// Finds the split under the facts now known. It draws on nothing but what the demand holds.
    ///
    /// A contract draws on one programme: the one that pays it already, else the first candidate whose rules give it
    /// something. Each lot pays for the hours that end by its expiry, the first expiring first; a lot, cap or minimum
    /// that binds thins the share evenly over the hours it may pay.
    ///
    /// - Complexity: O(candidates × lots × rules).
    public static func compute(_ request: FillRequest, candidates: [ProgrammeCandidate]) -> FillSplit {
        var (state, evaluations) = (request.state, [ContractEvaluation]())
        for candidate in candidates where candidate.mayPay(request.state) {
            guard let draft = candidate.draft(request) else { continue }
            evaluations.append(draft.evaluation)
            state.record(draft.evaluation)
            if draft.evaluation.amount > .zero {
                return FillSplit(
                    request, candidate, draws: draft.draws, payer: draft.evaluation, evaluations, state)
            }
        }
        return FillSplit(request, nil, draws: [], payer: nil, evaluations, state)
    }

    private init(
        _ request: FillRequest, _ candidate: ProgrammeCandidate?, draws: [LotPart], payer: ContractEvaluation?,
        _ evaluations: [ContractEvaluation], _ state: ContractState
    ) {
        publicShare = draws.reduce(.zero) { $0 + $1.amounts.total }
        let deducted = candidate?.definition.mode == .deduct ? publicShare : .zero
        own = request.terms.capacity - deducted
        shares = FillSplit.shares(own: own, draws: draws)
        self.draws = draws
        self.payer = payer
        self.evaluations = evaluations
        self.state = state
        assert(own >= .zero && publicShare <= request.terms.capacity, "the public share is a part of the line")
    }

    private static func shares(own: Money, draws: [LotPart]) -> [FundingShare] {
        let own = own > .zero ? [FundingShare(source: .own, amount: own)] : []
        if draws.isEmpty { return own }
        let lots = draws.flatMap { part in
            part.amounts.enumerated().map { funder, amount in
                FundingShare(source: .lot(part.lot, funder: Int64(funder)), amount: amount)
            }
        }
        return own + lots.filter { $0.amount > .zero }
    }
}

extension ContractState {
    mutating func record(_ evaluation: ContractEvaluation) {
        record(
            programme: evaluation.programme, version: evaluation.version, base: evaluation.base,
            amount: evaluation.amount, trace: evaluation.trace)
    }
}
