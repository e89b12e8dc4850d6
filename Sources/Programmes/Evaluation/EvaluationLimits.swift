import Domain

/// What a period cap still lets a programme pay.
public struct CapRemaining: Hashable, Sendable {
    public let cap: Symbol
    /// Not negative.
    public let amount: Money

    public init(cap: Symbol, amount: Money) {
        self.cap = cap
        self.amount = amount
    }
}

/// The ceilings of one evaluation: what may be paid further, beyond what the contract got already.
public struct EvaluationLimits: Hashable, Sendable {
    /// One for each period cap that binds the applicant, in the order of the definition.
    public let periodCaps: [CapRemaining]
    /// What a cap over several programmes leaves; nil where there is none.
    public let crossProgramme: Money?
    /// At issue what the pool can issue, at a fill what the lots hold; nil where the pot does not bind.
    public let pot: Money?

    public static let unlimited = EvaluationLimits()

    public init(periodCaps: [CapRemaining] = [], crossProgramme: Money? = nil, pot: Money? = nil) {
        self.periodCaps = periodCaps
        self.crossProgramme = crossProgramme
        self.pot = pot
    }
}
