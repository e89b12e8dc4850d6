import Domain

/// The outcome of a batch: who gets what, at which shadow prices, and the proof how good it is.
///
/// Welfare is the sum of (limit − ask − tariff) × quantity. The result depends on the problem and the effort alone.
///
/// **Ties.** Among allocations of equal welfare the auction's is taken: demands bid in order of arrival, at equal gain
/// for the offer that arrived first, and at equal price the demand that arrived last loses its units first. Demands that
/// are alike, and offers that are alike, then share pro rata; see `TieRule`.
///
/// **Least fills.** The auction first solves the problem without them; `Admission` then decides who is let in. No order
/// that is filled pays more than its limit. Some that are not would like to be at the prices: they are listed.
///
/// What is to come has its place: hours of a window that share capacity are offers of one ask, of which a demand's arc
/// takes several, priced by their sum.
public struct Clearing: Sendable {
    /// By demand, then offer; at most one a pair.
    public let fills: [ClearingFill]
    public let certificate: BatchProof
    /// Arcs that the solver looked at.
    public let arcsSeen: Int
    /// False where the bound on the work came first. Without least fills, the certified gap is then what the effort asked
    /// for; with them, that of the problem without is, and the search for who is let in came to its own end.
    public let isFinished: Bool
    /// Demands that get nothing though a unit would gain at the shadow prices, ascending: because of their least fill or,
    /// where they have none, because others' least fills need the units. Empty where no demand has a least fill.
    public let rejectedInTheMoney: [Int32]
    /// Demands that get less than they want though one more unit would gain, for the same reasons.
    public let curtailedInTheMoney: [Int32]

    /// - Complexity: on generated markets about a hundred looks at an arc; `effort` is the bound.
    public init(_ problem: ClearingProblem, _ effort: ClearingEffort) {
        var rounds = ClearingRounds(problem, effort)
        rounds.run()
        let ties = TieRule(&rounds.auction, of: problem)
        if problem.hasMinimums {
            self.init(problem, effort, admittingFrom: rounds, ties)
        } else {
            self.init(problem, effort, rounds, ties)
        }
    }

    private init(
        _ problem: ClearingProblem, _ effort: ClearingEffort, _ rounds: borrowing ClearingRounds, _ ties: TieRule
    ) {
        fills = ties.share(rounds.bestFills, of: problem)
        certificate = BatchProof(
            problem, fills, prices: ties.level(rounds.bestPrices), scale: rounds.bestScale)
        arcsSeen = rounds.auction.arcsSeen
        isFinished = certificate.gap * 1_000_000 <= certificate.bound * Int128(effort.gapMillionths)
        (rejectedInTheMoney, curtailedInTheMoney) = ([], [])
    }

    private init(
        _ problem: ClearingProblem, _ effort: ClearingEffort, admittingFrom rounds: consuming ClearingRounds,
        _ ties: TieRule
    ) {
        let (boundPrices, scale, isOptimum) = (rounds.bestPrices, rounds.bestScale, rounds.isFinished)
        var admission = Admission(problem, rounds)
        admission.run(gapMillionths: effort.gapMillionths)
        fills = ties.share(admission.auction.fills(), of: problem)
        certificate = BatchProof(
            problem, fills, prices: ties.level(admission.postedPrices(scale: scale)), boundPrices: boundPrices,
            scale: scale)
        arcsSeen = admission.auction.arcsSeen
        isFinished = isOptimum && !admission.auction.isExhausted
        let unmet = UnmetDemands(problem, fills, certificate)
        (rejectedInTheMoney, curtailedInTheMoney) = (unmet.rejected, unmet.curtailed)
    }

    /// Ask plus shadow price of an offer, in whole micro-yuan: what a unit costs at price rule `clearing`, without the
    /// tariff. Never above the limit less tariff of a demand that it fills.
    public func price(of offer: Int, in problem: ClearingProblem) -> Int64 {
        problem.offers[offer].ask.microYuan + certificate.shadowPrices[offer] / certificate.scale
    }
}
