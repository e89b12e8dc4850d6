import Domain

/// The outcome of a batch: who gets what, at which shadow prices, and the proof how good it is.
///
/// Welfare is the sum of (limit − ask − tariff) × quantity. The result depends on the problem and the effort alone.
///
/// **Ties.** Among allocations of equal welfare the auction's is taken: demands bid in order of arrival, at equal gain
/// for the offer that arrived first, and at equal price the demand that arrived last loses its units first. Demands that
/// are alike, and offers that are alike, then share pro rata; see `TieRule`.
///
/// What is to come has its place: hours of a window that share capacity are offers of one ask, of which a demand's arc
/// takes several, priced by their sum; orders that are filled whole or not at all are a search over problems with some
/// demands left out, each of which this solves.
public struct Clearing: Sendable {
    /// By demand, then offer; at most one a pair.
    public let fills: [ClearingFill]
    public let certificate: ClearingCertificate
    /// Arcs that the solver looked at.
    public let arcsSeen: Int
    /// The certified gap is what the effort asked for; false where the bound on the work came first.
    public let isFinished: Bool

    /// - Complexity: on generated markets about a hundred looks at an arc; `effort` is the bound.
    public init(_ problem: ClearingProblem, _ effort: ClearingEffort) {
        var rounds = ClearingRounds(problem, effort)
        rounds.run()
        let ties = TieRule(&rounds.auction)
        fills = ties.share(rounds.bestFills, of: problem)
        certificate = ClearingCertificate(
            problem, fills, prices: ties.level(rounds.bestPrices), scale: rounds.bestScale)
        arcsSeen = rounds.auction.arcsSeen
        isFinished = certificate.gap * 1_000_000 <= certificate.bound * Int128(effort.gapMillionths)
    }

    /// Ask plus shadow price of an offer, in whole micro-yuan: what a unit costs at price rule `clearing`, without the
    /// tariff. Never above the limit less tariff of a demand that it fills.
    public func price(of offer: Int, in problem: ClearingProblem) -> Int64 {
        problem.offers[offer].ask.microYuan + certificate.shadowPrices[offer] / certificate.scale
    }
}
