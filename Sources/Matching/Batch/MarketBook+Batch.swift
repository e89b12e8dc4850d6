import Domain

extension MarketBook {
    /// The batch of these members; nil where none could take anything.
    ///
    /// An offer is frozen only as far as its members could take it: in each run of hours that none of their windows
    /// divides, what it has free in whole lots at every hour, and no more than they want together. Members whose arcs
    /// would exceed `mostArcs` are left for the next batch.
    ///
    /// - Parameter members: in order of place, of this market as it is.
    /// - Complexity: O(n log n) in the links.
    public func batch(
        _ id: BatchID, _ scope: BatchScope, until: Stamp, members: [BatchMember], passed: [BatchPair]
    ) -> Batch? {
        let members = MarketBook.bounded(members.filter { !$0.links.isEmpty })
        guard !members.isEmpty else { return nil }
        var meeting: [OfferID: (place: Place, members: [BatchMember])] = [:]
        for member in members {
            for link in member.links { meeting[link.candidate.offer, default: (link.place, [])].members.append(member) }
        }
        let offers = meeting.sorted { $0.value.place < $1.value.place }
        let positions = Dictionary(uniqueKeysWithValues: offers.enumerated().map { ($1.key, Int64($0)) })
        return Batch(
            id: id, scope: scope, until: until,
            offers: offers.map { BatchOffer(offer: $0.key, runs: runs(of: $0.key, $0.value.members, scope.lot)) },
            demands: members.map { BatchDemand($0, positions) }, passed: passed)
    }

    private func runs(of offer: OfferID, _ members: [BatchMember], _ lot: Quantity) -> [BatchRun] {
        let row = offers[slot(of: offer)]
        var changes: [Hour: Int64] = [:]
        for member in members {
            changes[member.window.start, default: 0] += member.quantity.milli
            changes[member.window.end, default: 0] -= member.quantity.milli
        }
        let hours = changes.sorted { $0.key < $1.key }
        var (runs, wanted): ([BatchRun], Int64) = ([], 0)
        for (begin, end) in zip(hours, hours.dropFirst()) {
            wanted += begin.value
            guard wanted > 0 else { continue }
            let window = Window(unchecked: begin.key, end.key)
            let free = capacity.least(row.capacity, Int32(window.start), Int32(window.end))
            let whole = Quantity(unchecked: min(free, wanted)).roundedDown(toMultipleOf: lot)
            runs.append(BatchRun(window: window, askSum: askSum(row, over: window), capacity: whole))
        }
        return runs
    }

    private static func bounded(_ members: [BatchMember]) -> [BatchMember] {
        var arcs = 0
        return members.filter { member in
            guard arcs + member.links.count <= Batch.mostArcs else { return false }
            arcs += member.links.count
            return true
        }
    }
}

extension BatchDemand {
    fileprivate init(_ member: BatchMember, _ positions: [OfferID: Int64]) {
        let arcs = member.links.map { BatchArc(offer: positions[$0.candidate.offer] ?? 0, tariff: $0.tariff) }
        self.init(
            demand: member.demand, window: member.window, quantity: member.quantity, minimum: member.minimum,
            limit: member.limit, arcs: arcs.sorted { $0.offer < $1.offer })
    }
}
