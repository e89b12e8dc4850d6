import Domain

/// A firm quote: the fills that a demand is promised until an instant, with all that they will be posted with.
public struct Quote: Hashable, Sendable {
    /// The demand that it becomes when it is taken.
    public let demand: Demand
    public let versions: PinnedVersions
    /// When it ends if it has not been taken, exclusive.
    public let until: Stamp
    /// In the order of the walk, numbered from 1 within the quote.
    public let fills: [Fill]
    /// Of these fills, in their order.
    public let evaluations: [FillEvaluation]

    public init(
        demand: Demand, versions: PinnedVersions, until: Stamp, fills: [Fill], evaluations: [FillEvaluation]
    ) {
        self.demand = demand
        self.versions = versions
        self.until = until
        self.fills = fills
        self.evaluations = evaluations
    }

    public var id: DemandID { demand.id }
}
