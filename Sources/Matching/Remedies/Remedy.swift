import Domain

/// A change of a demand's terms by which it would be filled whole, as the engine itself found by deciding the changed
/// demand at the state it was asked at.
public struct Remedy: Hashable, Sendable {
    /// One, or two where no single one does.
    public let changes: [TermChange]
    /// The demand to post.
    public let terms: DemandTerms
    /// In basis points, summed over the changes: see `TermChange.distance`.
    public let distance: Int64
}

/// What would fill a demand.
public struct Remedies: Hashable, Sendable {
    /// The nearest first.
    public let found: [Remedy]
    /// Whether every candidate was tried; where not, there may be more, or nearer ones.
    public let isExhaustive: Bool

    public init(found: [Remedy], isExhaustive: Bool) {
        self.found = found
        self.isExhaustive = isExhaustive
    }
}
