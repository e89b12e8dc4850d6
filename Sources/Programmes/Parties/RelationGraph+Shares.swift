import Domain

extension RelationGraph {
    /// A share of the whole in units of 10⁻³²: exact along eight steps of basis points, rounded up beyond.
    struct Share: Hashable, Comparable {
        var units: Int128
        static let whole = Share(units: 100_000_000_000_000_000_000_000_000_000_000)

        func times(_ rate: BasisPoints) -> Share {
            Share(units: Rounding.up.quotient(units * Int128(rate.value), 10_000))
        }

        static func of(_ rate: BasisPoints) -> Share { whole.times(rate) }
        static func < (left: Share, right: Share) -> Bool { left.units < right.units }
    }

    /// Bounds of the search for owners: steps in all, and owners above one another. Beyond either, what was found
    /// so far counts whole, so that a doubt blocks.
    static let mostSteps = 10_000
    static let mostLevels = 64

    /// What each party holds of `party`, directly and through the chain: products summed over the paths that visit
    /// no party twice. The party holds itself whole.
    ///
    /// - Complexity: O(paths), at most `mostSteps`.
    func shares(in party: PartyID) -> [PartyID: Share] {
        var search = ShareSearch(graph: self)
        search.visit(party, share: .whole)
        return search.exhausted ? search.found.mapValues { _ in .whole } : search.found
    }

    /// A walk up the chain of owners, path by path.
    private struct ShareSearch {
        let graph: RelationGraph
        var found: [PartyID: Share] = [:]
        var path: [PartyID] = []
        var steps = 0
        var exhausted = false

        mutating func visit(_ party: PartyID, share: Share) {
            steps += 1
            exhausted = exhausted || steps > RelationGraph.mostSteps || path.count >= RelationGraph.mostLevels
            found[party, default: Share(units: 0)].units += share.units
            guard !exhausted else { return }
            path.append(party)
            for stake in graph.stakes(in: party) where !path.contains(stake.owner) {
                visit(stake.owner, share: share.times(stake.share))
            }
            path.removeLast()
        }
    }
}
