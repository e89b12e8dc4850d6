import Domain

extension MarketBook {
    /// The batch of these members; nil where none could take anything.
    ///
    /// An offer is frozen only as far as its members could take it: in each run of hours that none of their placements
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
        var meeting: [OfferID: (place: Place, takers: [Taker])] = [:]
        for member in members {
            for link in member.links {
                meeting[link.candidate.offer, default: (link.place, [])].takers.add(link.candidate.window, member)
            }
        }
        let offers = meeting.sorted { $0.value.place < $1.value.place }
        let positions = Dictionary(uniqueKeysWithValues: offers.enumerated().map { ($1.key, Int64($0)) })
        return Batch(
            id: id, scope: scope, until: until,
            offers: offers.map { BatchOffer(offer: $0.key, runs: runs(of: $0.key, $0.value.takers, scope.lot)) },
            demands: members.map { BatchDemand($0, positions) }, passed: passed)
    }

    private func runs(of offer: OfferID, _ takers: [Taker], _ lot: Quantity) -> [BatchRun] {
        let row = offers[slot(of: offer)]
        var changes: [Hour: Int64] = [:]
        for taker in takers { taker.want(&changes) }
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

/// A member with its placements of one offer, by time.
private struct Taker {
    let member: DemandID
    let milli: Int64
    var windows: [Window]

    /// What it wants of each hour, as changes from hour to hour, with a change at the begin and end of each placement.
    func want(_ changes: inout [Hour: Int64]) {
        var reached = windows[0].start
        for window in windows {
            changes[window.start, default: 0] += 0
            changes[max(window.start, reached), default: 0] += milli
            changes[window.end, default: 0] -= milli
            reached = window.end
        }
    }
}

extension [Taker] {
    fileprivate mutating func add(_ window: Window, _ member: BatchMember) {
        if last?.member == member.demand {
            self[count - 1].windows.append(window)
        } else {
            append(Taker(member: member.demand, milli: member.quantity.milli, windows: [window]))
        }
    }
}

extension BatchDemand {
    fileprivate init(_ member: BatchMember, _ positions: [OfferID: Int64]) {
        var arcs: [BatchArc] = []
        for link in member.links {
            let (offer, start) = (positions[link.candidate.offer] ?? 0, link.candidate.window.start)
            if member.hours == member.window.hours {
                arcs.append(BatchArc(offer: offer, tariff: link.tariff, subsidy: link.subsidy))
            } else {
                // The placements of an offer follow one another.
                let earlier = arcs.last?.offer == offer ? arcs.removeLast().starts : []
                arcs.append(
                    BatchArc(offer: offer, tariff: link.tariff, starts: earlier + [start], subsidy: link.subsidy))
            }
        }
        self.init(
            demand: member.demand, window: member.window, quantity: member.quantity, minimum: member.minimum,
            limit: member.limit, arcs: arcs.sorted { $0.offer < $1.offer }, hours: member.hours)
    }
}
