import Domain

/// What two parties are to each other in the market.
public enum PairRelation: UInt8, Sendable, CaseIterable {
    case free
    /// Otherwise related: skipped, or matched on own money and flagged where the buyer accepts it.
    case related
    /// Never matched.
    case sameBeneficialOwner
}

/// The pairs of buyer and provider that are not free of each other, as they stand.
public struct PairTable: Hashable, Sendable {
    public let version: Int64
    private var providers: [PartyID: [Pair]] = [:]

    struct Pair: Hashable, Sendable {
        let provider: PartyID
        var relation: PairRelation
    }

    public init(version: Int64 = 0) { self.version = version }

    /// The same table with some pairs changed, under a new version.
    public func setting(_ changes: [(buyer: PartyID, provider: PartyID, relation: PairRelation)], version: Int64)
        -> PairTable
    {
        var table = PairTable(version: version)
        table.providers = providers
        for change in changes { table.set(change.buyer, change.provider, change.relation) }
        return table
    }

    private mutating func set(_ buyer: PartyID, _ provider: PartyID, _ relation: PairRelation) {
        var pairs = providers[buyer] ?? []
        let position = pairs.firstIndex { $0.provider >= provider } ?? pairs.count
        if position < pairs.count, pairs[position].provider == provider { pairs.remove(at: position) }
        if relation != .free { pairs.insert(Pair(provider: provider, relation: relation), at: position) }
        providers[buyer] = pairs.isEmpty ? nil : pairs
    }

    public func relation(_ buyer: PartyID, _ provider: PartyID) -> PairRelation {
        PairTable.relation(to: provider, in: pairs(of: buyer))
    }

    /// Whether there is a provider that the buyer is not free of.
    public func concerns(_ buyer: PartyID) -> Bool { !pairs(of: buyer).isEmpty }

    /// The providers a buyer is not free of, ascending.
    func pairs(of buyer: PartyID) -> [Pair] { providers[buyer] ?? [] }

    /// - Complexity: O(log n).
    static func relation(to provider: PartyID, in pairs: [Pair]) -> PairRelation {
        var (low, high) = (0, pairs.count)
        while low < high {
            let middle = (low + high) / 2
            if pairs[middle].provider < provider { low = middle + 1 } else { high = middle }
        }
        return low < pairs.count && pairs[low].provider == provider ? pairs[low].relation : .free
    }
}

extension PairTable {
    /// The pairs in ascending order of buyer and provider.
    public var sorted: [(buyer: PartyID, provider: PartyID, relation: PairRelation)] {
        providers.keys.sorted().flatMap { buyer in
            pairs(of: buyer).map { (buyer, $0.provider, $0.relation) }
        }
    }
}
