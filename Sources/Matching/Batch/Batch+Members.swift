import Domain

extension Batch {
    /// The batch of these members; nil where none could take anything.
    ///
    /// An offer is frozen only as far as its members could take it. Members whose arcs would exceed `mostArcs` are left
    /// for the next batch.
    ///
    /// - Parameter members: in order of place.
    /// - Complexity: O(n log n) in the links.
    public init?(_ id: BatchID, _ scope: BatchScope, until: Stamp, members: [BatchMember], passed: [BatchPair]) {
        let members = Batch.bounded(members.filter { !$0.links.isEmpty })
        guard !members.isEmpty else { return nil }
        var held: [OfferID: Held] = [:]
        for member in members {
            for link in member.links {
                held[link.candidate.offer, default: Held(link)].wanted += member.quantity.milli
            }
        }
        let rows = held.values.sorted { $0.place < $1.place }
        let positions = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.offer, Int64($0)) })
        self.init(
            id: id, scope: scope, until: until,
            offers: rows.map {
                BatchOffer(offer: $0.offer, ask: $0.ask, capacity: Quantity(unchecked: min($0.free, $0.wanted)))
            },
            demands: members.map { BatchDemand($0, positions) }, passed: passed)
    }

    private struct Held {
        let offer: OfferID
        let place: Place
        let ask: UnitPrice
        let free: Int64
        var wanted: Int64 = 0

        init(_ link: BatchMember.Link) {
            (offer, place, ask, free) = (link.candidate.offer, link.place, link.ask, link.free.milli)
        }
    }

    private static func bounded(_ members: [BatchMember]) -> [BatchMember] {
        var arcs = 0
        return members.filter { member in
            guard arcs + member.links.count <= mostArcs else { return false }
            arcs += member.links.count
            return true
        }
    }
}

extension BatchDemand {
    fileprivate init(_ member: BatchMember, _ positions: [OfferID: Int64]) {
        let arcs = member.links.map { BatchArc(offer: positions[$0.candidate.offer] ?? 0, tariff: $0.tariff) }
        self.init(
            demand: member.demand, quantity: member.quantity, minimum: member.minimum, limit: member.limit,
            arcs: arcs.sorted { $0.offer < $1.offer })
    }
}
