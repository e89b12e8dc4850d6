import Domain

/// What the phases made of a base, and how.
public struct Evaluation: Hashable, Sendable {
    /// At issue the face; at a fill the contract's running total; after use the subsidy.
    public let amount: Money
    /// One step a rule and phase, phases in their fixed order.
    public let trace: [TraceStep]

    public init(amount: Money, trace: [TraceStep]) {
        self.amount = amount
        self.trace = trace
    }

    /// The first reason in the trace that left nothing, if nothing is left.
    public var refusal: Reason? {
        amount == .zero ? trace.first { $0.output == 0 && $0.reason != nil }?.reason : nil
    }
}
