import Accounting
import Domain
import Matching
import Records

/// Why a line gets less than all of it in the first attempt, of what the lines before it have left.
struct ShortLineFinding {
    /// The hour with which all lines would begin, where they begin together.
    let start: Hour?
    /// Of the offers that fail in nothing, those too far from what serves the lines before.
    let tooFar: Int64
    let quest: RemedyQuest
}

/// What would become of a bundle as the next command, and why: at one sequence number.
public struct BundlePreview: Sendable {
    /// `fundsInsufficient` where it would be refused for that, and nothing is given.
    public let refusal: Reason?
    public let lines: [LinePreview]
    /// The line for which the others get nothing; nil where all are filled.
    public let short: ShortLinePreview?
}

/// What would become of a line.
public struct LinePreview: Sendable {
    public let residual: Residual
    public let cost: PlannedCost
}

/// Why a line is short, and the nearest changes of it by which the whole bundle would be filled.
public struct ShortLinePreview: Sendable {
    /// From 0.
    public let position: Int
    /// The hour with which all lines would begin, where they begin together: the first that was tried.
    public let start: Hour?
    /// Of the offers that the lines before it have left.
    public let exclusions: ExclusionCounts
    /// Of the offers that fail in nothing, those too far from what serves the lines before.
    public let tooFar: Int64
    public let halts: [HaltScope]
    /// Each verified by an attempt at the whole bundle.
    public let remedies: Remedies
}
