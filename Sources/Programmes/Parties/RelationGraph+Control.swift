import Domain

extension RelationGraph {
    static let beneficialOwner = Share.of(BasisPoints(unchecked: 2_500))
    static let influence = Share.of(BasisPoints(unchecked: 2_000))
    static let majority = Share.of(BasisPoints(unchecked: 5_000))

    /// What a pair's relation is found from, for one of its sides.
    struct Standing {
        let party: PartyID
        let shares: [PartyID: Share]
        /// The party and who controls it, by majority (in one step or in all) or by agreement, up the chain.
        let controllers: Set<PartyID>
        /// The controllers, and who controls them jointly or manages them.
        let heads: Set<PartyID>
        /// The heads and their close family.
        let circle: Set<PartyID>
    }

    func standing(of party: PartyID) -> Standing {
        let shares = shares(in: party)
        var controllers = closure([party]) { self.direct(controllersOf: $0) }
        controllers.formUnion(shares.lazy.filter { $0.value > RelationGraph.majority }.map(\.key))
        let heads = controllers.reduce(into: controllers) { $0.formUnion(self.heads(of: $1)) }
        let circle = heads.reduce(into: heads) { $0.formUnion(self.family(of: $1)) }
        return Standing(party: party, shares: shares, controllers: controllers, heads: heads, circle: circle)
    }

    private func direct(controllersOf party: PartyID) -> [PartyID] {
        stakes(in: party).filter { Share.of($0.share) > RelationGraph.majority }.map(\.owner)
            + ties(of: party).filter { $0.kind == .controlByAgreement && $0.to == party }.map(\.from)
    }

    private func heads(of party: PartyID) -> [PartyID] {
        ties(of: party).filter { ($0.kind == .keyManager || $0.kind == .jointControl) && $0.to == party }.map(\.from)
    }

    private func family(of party: PartyID) -> [PartyID] {
        ties(of: party).filter { $0.kind == .closeFamily }.map { $0.from == party ? $0.to : $0.from }
    }

    private func closure(_ start: Set<PartyID>, _ next: (PartyID) -> [PartyID]) -> Set<PartyID> {
        var (reached, open) = (start, Array(start))
        while let party = open.popLast() {
            for other in next(party) where reached.insert(other).inserted { open.append(other) }
        }
        return reached
    }
}
