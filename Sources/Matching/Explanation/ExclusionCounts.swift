import Domain

/// Offers that fail in exactly these dimensions.
public struct ExcludedSet: Hashable, Sendable {
    public let dimensions: DimensionSet
    public let offers: Int64
}

/// Why a demand is not filled: how many of the listed offers each dimension excludes, alone and with others.
public struct ExclusionCounts: Hashable, Sendable {
    /// Offers listed.
    public let offers: Int64
    /// Offers that fail in nothing: a walk would take of them, or its fill policy keeps it from it.
    public let open: Int64
    /// The others, each counted once: by what it fails in, the fewest dimensions first, then in their order.
    public let excluded: [ExcludedSet]

    /// - Parameter counts: offers by what they fail in.
    init(_ counts: [DimensionSet: Int64]) {
        offers = counts.values.reduce(0, +)
        open = counts[[]] ?? 0
        excluded = counts.filter { !$0.key.isEmpty }
            .map { ExcludedSet(dimensions: $0.key, offers: $0.value) }
            .sorted { ($0.dimensions.count, $0.dimensions.rawValue) < ($1.dimensions.count, $1.dimensions.rawValue) }
    }

    /// How many offers fail in this dimension, whatever else they fail in.
    public func failing(_ dimension: Dimension) -> Int64 {
        excluded.reduce(0) { $1.dimensions.contains(dimension) ? $0 + $1.offers : $0 }
    }

    /// How many offers this dimension alone excludes.
    public func alone(_ dimension: Dimension) -> Int64 { exactly(DimensionSet(dimension)) }

    /// How many offers fail in exactly these dimensions.
    public func exactly(_ dimensions: DimensionSet) -> Int64 {
        excluded.first { $0.dimensions == dimensions }?.offers ?? 0
    }
}
