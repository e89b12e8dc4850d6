import Domain

/// An amount on its way through the phases, exact until the rounding phase, with the trace it leaves.
///
/// The exact amount is kept in 1/10,000 fen, so that base × rate (in basis points) needs no rounding.
struct PhaseChain {
    static let partsPerFen: Int128 = 10_000

    private(set) var trace: [TraceStep] = []
    private var exact: Int128 = 0
    /// The lowest limit met, which rounding must not pass.
    private var ceiling: Int128 = .max

    private var fen: Int64 { Int64(clamping: exact / PhaseChain.partsPerFen) }

    init(trace: [TraceStep] = []) { self.trace = trace }

    mutating func note(_ step: TraceStep) { trace.append(step) }

    /// The rate phase: `weighted` is Σ base × basis points over the contract.
    mutating func rate(_ tier: RateTier, weighted: Int128) {
        exact = weighted
        trace.append(TraceStep(phase: .rate, rule: tier.id, input: tier.rate.value, output: fen))
    }

    /// Cuts the amount to `limit`, which is not negative.
    mutating func limit(_ phase: EvaluationPhase, rule: Symbol?, to limit: Money, reason: Reason) {
        let (input, bound) = (fen, Int128(limit.fen) * PhaseChain.partsPerFen)
        let cut = bound < exact
        exact = min(exact, bound)
        ceiling = min(ceiling, Int128(limit.fen))
        trace.append(TraceStep(phase: phase, rule: rule, input: input, output: fen, reason: cut ? reason : nil))
    }

    /// A bound on rounding alone, which leaves no step.
    mutating func bound(to limit: Money) {
        exact = min(exact, Int128(limit.fen) * PhaseChain.partsPerFen)
        ceiling = min(ceiling, Int128(limit.fen))
    }

    /// The rounding phase. Rounding that would pass a limit goes down; a result under `minimum` is zero.
    mutating func rounded(_ rounding: AmountRounding, minimum: Money) -> Money {
        let (input, unit) = (fen, Int128(rounding.unit.fen))
        var result = rounding.rule.quotient(exact, unit * PhaseChain.partsPerFen) * unit
        if result > ceiling { result = ceiling / unit * unit }
        let below = result < minimum.fen
        if below { result = 0 }
        let amount = Money(fen: Int64(result))
        let reason: Reason? = below && input > 0 ? .belowMinimum : nil
        trace.append(TraceStep(phase: .rounding, rule: nil, input: input, output: amount.fen, reason: reason))
        return amount
    }
}
