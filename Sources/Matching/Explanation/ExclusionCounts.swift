import Domain

/// Why a demand is not filled: how many of the listed offers each dimension excludes.
public struct ExclusionCounts: Hashable, Sendable {
    /// Offers listed.
    public let offers: Int64
    /// Offers that fail in nothing: a walk would take of them, or its fill policy keeps it from it.
    public let open: Int64
    /// By dimension: offers that fail in this and perhaps in others.
    private let failing: [Int64]
    /// By dimension: offers that fail in this alone.
    private let alone: [Int64]

    init(offers: Int64, open: Int64, failing: [Int64], alone: [Int64]) {
        self.offers = offers
        self.open = open
        self.failing = failing
        self.alone = alone
    }

    /// How many offers fail in this dimension, whatever else they fail in.
    public func failing(_ dimension: Dimension) -> Int64 { failing[Int(dimension.rawValue)] }

    /// How many offers this dimension alone excludes.
    public func alone(_ dimension: Dimension) -> Int64 { alone[Int(dimension.rawValue)] }
}
