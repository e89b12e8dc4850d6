import Accounting
import Domain
import Matching
import Records

/// The fills of one line as one walk gives them, with what pays them.
struct PlannedLine {
    let id: DemandID
    let decision: Decision
    let funding: [PlannedFunding]
}

/// What came of trying to fill all lines of a bundle.
enum BundleAttempt {
    case fills([PlannedLine])
    /// A line is short; with its residual, and the zone that the bundle's first fill would have come from.
    case short(DemandID, Residual, first: ZoneID?)
}

// Trying changes nothing: a line takes capacity, lots and money of the ones after it, and all is given back.
extension Exchange {
    /// How many zones a bundle's first fill is sought in.
    private static let mostFirstZones = 16

    /// The fills of all lines. Each line is decided by its own walk, in their order, of what those before it have left:
    /// no other combination is searched. But a common start is sought from the earliest hour on; and where a latency is
    /// bounded and a line is short, all is tried anew without the zone of the first fill, up to sixteen times.
    ///
    /// - Parameter liftingBlocks: as if no pair of parties were blocked.
    /// - Complexity: O(common starts × first zones × lines) walks.
    mutating func attempt(_ bundle: Bundle, liftingBlocks: Bool = false) -> BundleAttempt {
        var first: BundleAttempt?
        for start in starts(of: bundle) {
            var without: Set<ZoneID> = []
            while true {
                let attempt = attempt(bundle, from: start, without: without, liftingBlocks: liftingBlocks)
                guard case .short(_, _, let zone) = attempt else { return attempt }
                first = first ?? attempt
                guard let zone, bundle.bond.latencyMicrosecondsMost != nil, without.count + 1 < Self.mostFirstZones,
                    without.insert(zone).inserted
                else { break }
            }
        }
        return first ?? .short(bundle.id, .rest, first: nil)
    }

    /// The hours to try, earliest first; one nil where the lines need not begin together.
    private func starts(of bundle: Bundle) -> [Hour?] {
        guard bundle.bond.commonStart else { return [nil] }
        guard let starts = bundle.lines.map({ orders.demand($0)!.terms }).commonStarts else { return [] }
        let first = max(starts.first, draft.stamp.nextHour)
        return first <= starts.last ? (first...starts.last).map { $0 } : []
    }

    private mutating func attempt(
        _ bundle: Bundle, from start: Hour?, without passed: Set<ZoneID>, liftingBlocks: Bool
    ) -> BundleAttempt {
        let (lots, caps) = (lots, caps)
        var (free, zones, planned): (Money, [ZoneID], [PlannedLine]) = (freeMoney(of: buyer(of: bundle)), [], [])
        defer {
            for line in planned.reversed() { market.endPromise(to: line.id) }
            (self.lots, self.caps) = (lots, caps)
        }
        for id in bundle.lines {
            let entry = orders.demand(id)!
            let isInPieces = entry.terms.chosenHours?.isInPieces == true
            var funding = fundingWalk(entry, free: free)
            let decision = market.decide(trial(of: entry, from: start), liftingBlocks: liftingBlocks) { candidate in
                guard isNear(candidate.zone, zones, bundle, entry.versions.network),
                    !zones.isEmpty || !passed.contains(candidate.zone),
                    funding.judge(fundingCandidate(candidate, of: entry), isProbe: candidate.isProbe)
                else { return false }
                // With blocks lifted all are probes: which pieces are kept is known when the walk has ended.
                if !candidate.isProbe || liftingBlocks && !isInPieces { zones.append(candidate.zone) }
                return true
            }
            guard decision.residual == .none,
                areNear(liftingBlocks && isInPieces ? decision.fills : [], &zones, bundle, entry.versions.network)
            else { return .short(id, decision.residual, first: zones.first ?? decision.firstZone) }
            market.promise(decision.parts, to: id)
            planned.append(PlannedLine(id: id, decision: decision, funding: funding.planned))
            free = funding.free
            guard !liftingBlocks else { continue }
            let taken = zip(decision.fills, funding.planned).reduce(DemandHold.none(id)) { hold, line in
                hold.adding(fill(nextFill, line.0, line.1, of: entry))
            }
            hold(taken, for: entry)
        }
        return .fills(planned)
    }

    /// Whether each of these fills is near to those before it, which it then is one of.
    private func areNear(
        _ fills: [PlannedFill], _ zones: inout [ZoneID], _ bundle: Bundle, _ network: Int64
    ) -> Bool {
        for fill in fills {
            guard isNear(fill.zone, zones, bundle, network) else { return false }
            zones.append(fill.zone)
        }
        return true
    }

    /// Whether a zone is within the bundle's latency of all those that serve it already.
    private func isNear(_ zone: ZoneID, _ others: [ZoneID], _ bundle: Bundle, _ network: Int64) -> Bool {
        guard let most = bundle.bond.latencyMicrosecondsMost else { return true }
        return others.allSatisfy { other in
            market.latency(between: other, and: zone, network: network).map { $0 <= most } ?? false
        }
    }

    private func trial(of entry: DemandEntry, from start: Hour?) -> Trial {
        guard let start else { return market.trial(of: marketDemand(entry)) }
        let demand = entry.demand
        var entry = entry
        entry.demand = Demand(
            id: demand.id, buyer: demand.buyer, terms: demand.terms.starting(at: start), place: demand.place)
        return market.trial(of: marketDemand(entry))
    }

    /// Sets what lots and caps hold for a demand, beside any event.
    private mutating func hold(_ hold: DemandHold, for entry: DemandEntry) {
        guard hold.lots != entry.hold.lots else { return }
        setLotHolds(of: entry.id, from: entry.hold, to: hold)
        _ = setCapHolds(of: entry, from: entry.hold, to: hold)
    }

    /// What each line must hold, of what is free after those before it. Errors: `fundsInsufficient`, `overflow`.
    mutating func holds(accepting entries: [DemandEntry]) throws(Reason) -> [DemandHold] {
        let (lots, caps) = (lots, caps)
        defer { (self.lots, self.caps) = (lots, caps) }
        var (free, holds): (Money, [DemandHold]) = (freeMoney(of: entries[0].demand.buyer), [])
        for entry in entries {
            var funding = fundingWalk(entry, free: free)
            let hold = try funding.accept()
            self.hold(hold, for: entry)
            free = funding.free
            holds.append(hold)
        }
        return holds
    }

    func buyer(of bundle: Bundle) -> PartyID { orders.demand(bundle.id)!.demand.buyer }
}

extension Decision {
    /// What it takes of each offer.
    fileprivate var parts: [QuotedPart] {
        fills.map { QuotedPart(offer: $0.offer, window: $0.window, quantity: $0.quantity) }
    }
}
