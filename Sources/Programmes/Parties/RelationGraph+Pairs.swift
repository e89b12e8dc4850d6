import Domain

extension RelationGraph {
    /// How two parties stand to each other. Symmetric; not transitive; a party is of its own owner.
    ///
    /// Same beneficial owner: some party, one of the two included, holds at least 25 % of both. Related: a head
    /// of one (it, a controller, joint controller or key manager) is a head of the other or close family of one; or one of the two, or who
    /// controls it, holds at least 20 % of the other or has significant influence by another way; or a relation
    /// between the two is on record.
    ///
    /// Sources: the 25 % rule for beneficial owners; CAS 36, articles 3 and 4.
    public func relation(_ a: PartyID, _ b: PartyID) -> PairRelation {
        relation(standing(of: a), standing(of: b))
    }

    /// The parties with which this one may not trade freely, ascending, each with its relation.
    ///
    /// - Complexity: O(connected parties × their paths).
    public func nonFreePairs(of party: PartyID) -> [(PartyID, PairRelation)] {
        let own = standing(of: party)
        return connected(to: party).filter { $0 != party }.map { ($0, relation(own, standing(of: $0))) }
            .filter { $0.1 != .none }
    }

    private func relation(_ left: Standing, _ right: Standing) -> PairRelation {
        if left.party == right.party || haveOneOwner(left, right) { return .sameBeneficialOwner }
        let related =
            !left.circle.isDisjoint(with: right.heads) || !left.heads.isDisjoint(with: right.circle)
            || influences(left, right) || influences(right, left)
            || ties(of: left.party).contains { $0.from == right.party || $0.to == right.party }
        return related ? .related : .none
    }

    private func haveOneOwner(_ left: Standing, _ right: Standing) -> Bool {
        left.shares.contains { owner, share in
            share >= RelationGraph.beneficialOwner
                && (right.shares[owner] ?? Share(units: 0)) >= RelationGraph.beneficialOwner
        }
    }

    /// Whether `left`, or who controls it, has significant influence on `right`.
    private func influences(_ left: Standing, _ right: Standing) -> Bool {
        left.controllers.contains { (right.shares[$0] ?? Share(units: 0)) >= RelationGraph.influence }
            || ties(of: right.party).contains {
                $0.kind == .significantInfluence && $0.to == right.party && left.controllers.contains($0.from)
            }
    }
}
