import Domain

/// Who owns, controls, manages and is family of whom: firms and persons alike, as party numbers.
///
/// The state's own holdings are not recorded: common control by the state alone is no relation, nor is being
/// customer or supplier. Recording is idempotent; a later share replaces an earlier one, zero removes it.
public struct RelationGraph: Hashable, Sendable {
    /// Owners of a party and what each holds, by owner.
    private var owners: [PartyID: [Stake]] = [:]
    /// What a party holds a share of, ascending.
    private var owned: [PartyID: [PartyID]] = [:]
    /// Other relations that name a party, from both ends.
    private var ties: [PartyID: [Tie]] = [:]

    struct Stake: Hashable, Sendable {
        let owner: PartyID
        let share: BasisPoints
    }

    struct Tie: Hashable, Sendable {
        let kind: RelationKind
        /// The end that controls, influences or manages; family and common control are the same both ways.
        let from: PartyID
        let to: PartyID
    }

    public init() {}

    public mutating func record(_ ownership: Ownership) {
        var stakes = owners[ownership.owned] ?? []
        stakes.removeAll { $0.owner == ownership.owner }
        if ownership.share > .zero {
            stakes.append(Stake(owner: ownership.owner, share: ownership.share))
        }
        owners[ownership.owned] = stakes.isEmpty ? nil : stakes.sorted { $0.owner < $1.owner }
        var holdings = (owned[ownership.owner] ?? []).filter { $0 != ownership.owned }
        if ownership.share > .zero { holdings.append(ownership.owned) }
        owned[ownership.owner] = holdings.isEmpty ? nil : holdings.sorted()
    }

    /// `a` controls, jointly controls, influences or manages `b`; family and common control read both ways.
    public mutating func record(relation kind: RelationKind, _ a: PartyID, _ b: PartyID) {
        let tie = Tie(kind: kind, from: a, to: b)
        for end in a == b ? [a] : [a, b] where !(ties[end] ?? []).contains(tie) {
            ties[end, default: []].append(tie)
            ties[end]!.sort { ($0.from, $0.to, $0.kind.rawValue) < ($1.from, $1.to, $1.kind.rawValue) }
        }
    }

    /// The shares that stand, ascending by what is owned, then by owner.
    public var ownerships: [Ownership] {
        owners.keys.sorted().flatMap { owned in
            stakes(in: owned).map { Ownership(owner: $0.owner, owned: owned, share: $0.share) }
        }
    }

    /// The other relations, each once: as they were recorded, ascending by the end they are from, then to, then kind.
    public var relations: [(kind: RelationKind, from: PartyID, to: PartyID)] {
        ties.keys.sorted().flatMap { party in
            ties(of: party).filter { $0.from == party }.map { ($0.kind, $0.from, $0.to) }
        }
    }

    func stakes(in party: PartyID) -> [Stake] { owners[party] ?? [] }
    func holdings(of party: PartyID) -> [PartyID] { owned[party] ?? [] }
    func ties(of party: PartyID) -> [Tie] { ties[party] ?? [] }

    /// Every party that some chain of shares or relations joins to this one, itself included, ascending: those whose
    /// pairs a new record about it may change.
    ///
    /// - Complexity: O(edges of the component).
    public func connected(to party: PartyID) -> [PartyID] {
        var (reached, open): (Set<PartyID>, [PartyID]) = ([party], [party])
        while let next = open.popLast() {
            let tied = ties(of: next).flatMap { [$0.from, $0.to] }
            for other in stakes(in: next).map(\.owner) + holdings(of: next) + tied where reached.insert(other).inserted
            {
                open.append(other)
            }
        }
        return reached.sorted()
    }
}
