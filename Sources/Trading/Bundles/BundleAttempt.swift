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

/// A bundle as an attempt finds it: accepted, or on trial.
struct BundleInHand {
    let bundle: Bundle
    /// With what each holds.
    var lines: [DemandEntry]
    /// Where the rates of subsidy classes stand that no demand has had before; nil for the market's.
    var rates: SubsidyTable?
    /// What else of the buyer's own money is free.
    var free: Money
    /// Whether it is to be told why a line is short, in the first attempt.
    var isExplained = false
    /// How many lines were decided, and where attempts end without a result; nil bounds nothing.
    var decided = 0
    var decidedMost: Int?

    var isSpent: Bool { decidedMost.map { decided >= $0 } ?? false }
}

/// The first line of a bundle that gets less than all of it.
struct ShortLine {
    let id: DemandID
    let decision: Decision
    /// The zone that the bundle's first fill would have come from.
    let first: ZoneID?
    /// Where it is asked for.
    var finding: ShortLineFinding?
}

/// What came of trying to fill all lines of a bundle.
enum BundleAttempt {
    case fills([PlannedLine])
    case short(ShortLine)
}

// Trying changes nothing: a line takes capacity, lots and money of the ones after it, and all is given back.
extension Exchange {
    /// How many zones a bundle's first fill is sought in.
    private static let mostFirstZones = 16

    /// The fills of all lines of an open bundle.
    mutating func attempt(_ bundle: Bundle, liftingBlocks: Bool = false) -> BundleAttempt {
        let lines = bundle.lines.map { orders.demand($0)! }
        var tried = BundleInHand(bundle: bundle, lines: lines, free: freeMoney(of: lines[0].demand.buyer))
        return attempt(&tried, liftingBlocks: liftingBlocks)
    }

    /// The fills of all lines. Each line is decided by its own walk, in their order, of what those before it have left:
    /// no other combination is searched. But a common start is sought from the earliest hour on; and where a latency is
    /// bounded and a line is short, all is tried anew without the zone of the first fill, up to sixteen times.
    ///
    /// - Parameter liftingBlocks: as if no pair of parties were blocked.
    /// - Returns: where none fills all, what came of the first.
    /// - Complexity: O(common starts × first zones × lines) walks.
    mutating func attempt(_ tried: inout BundleInHand, liftingBlocks: Bool = false) -> BundleAttempt {
        var first: BundleAttempt?
        for start in starts(of: tried) {
            var without: Set<ZoneID> = []
            while !tried.isSpent {
                let attempt = attempt(&tried, from: start, without: without, liftingBlocks: liftingBlocks)
                guard case .short(let short) = attempt else { return attempt }
                first = first ?? attempt
                tried.isExplained = false
                guard let zone = short.first, tried.bundle.bond.latencyMicrosecondsMost != nil,
                    without.count + 1 < Self.mostFirstZones, without.insert(zone).inserted
                else { break }
            }
        }
        let id = tried.bundle.id
        return first ?? .short(ShortLine(id: id, decision: Decision(refused: id), first: nil))
    }

    /// The hours to try, earliest first; one nil where the lines need not begin together.
    private func starts(of tried: BundleInHand) -> [Hour?] {
        guard tried.bundle.bond.commonStart else { return [nil] }
        guard let starts = tried.lines.map(\.terms).commonStarts else { return [] }
        let first = max(starts.first, now.nextHour)
        return first <= starts.last ? (first...starts.last).map { $0 } : []
    }

    private mutating func attempt(
        _ tried: inout BundleInHand, from start: Hour?, without passed: Set<ZoneID>, liftingBlocks: Bool
    ) -> BundleAttempt {
        let (lots, caps) = (lots, caps)
        var (free, zones, planned): (Money, [ZoneID], [PlannedLine]) = (tried.free, [], [])
        defer {
            for line in planned.reversed() { market.endPromise(to: line.id) }
            (self.lots, self.caps) = (lots, caps)
        }
        for entry in tried.lines {
            let (id, bundle) = (entry.id, tried.bundle)
            let isInPieces = entry.terms.chosenHours?.isInPieces == true
            tried.decided += 1
            let unfunded = fundingWalk(entry, free: free)
            var funding = unfunded
            let trial = trial(of: entry, from: start, tried.rates)
            let before = zones
            let decision = market.decide(trial, liftingBlocks: liftingBlocks) { candidate in
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
            else {
                var short = ShortLine(id: id, decision: decision, first: zones.first ?? decision.firstZone)
                if tried.isExplained {
                    short.finding = finding(bundle, entry, trial, unfunded, near: before, from: start)
                }
                return .short(short)
            }
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

    /// Why a line gets less than all of it, of what the lines before it have left.
    func finding(
        _ bundle: Bundle, _ entry: DemandEntry, _ trial: Trial, _ funding: FundingWalk, near zones: [ZoneID],
        from start: Hour?
    ) -> ShortLineFinding {
        var tooFar: Int64 = 0
        let quest = market.quest(of: trial, entry.terms) { candidate in
            guard isNear(candidate.zone, zones, bundle, entry.versions.network) else {
                tooFar += 1
                return true
            }
            return funding.admits(fundingCandidate(candidate, of: entry))
        }
        return ShortLineFinding(start: start, tooFar: tooFar, quest: quest)
    }

    /// Whether a zone is within the bundle's latency of all those that serve it already.
    private func isNear(_ zone: ZoneID, _ others: [ZoneID], _ bundle: Bundle, _ network: Int64) -> Bool {
        guard let most = bundle.bond.latencyMicrosecondsMost else { return true }
        return others.allSatisfy { other in
            market.latency(between: other, and: zone, network: network).map { $0 <= most } ?? false
        }
    }

    func trial(of entry: DemandEntry, from start: Hour?, _ rates: SubsidyTable?) -> Trial {
        guard let start else { return market.trial(of: marketDemand(entry), rates: rates) }
        let demand = entry.demand
        var entry = entry
        entry.demand = Demand(
            id: demand.id, buyer: demand.buyer, terms: demand.terms.starting(at: start), place: demand.place)
        return market.trial(of: marketDemand(entry), rates: rates)
    }

    /// Sets what lots and caps hold for a demand, beside any event.
    private mutating func hold(_ hold: DemandHold, for entry: DemandEntry) {
        guard hold.lots != entry.hold.lots else { return }
        setLotHolds(of: entry.id, from: entry.hold, to: hold)
        _ = setCapHolds(of: entry, from: entry.hold, to: hold)
    }

    /// What each line must hold, of what is free after those before it. Errors: `fundsInsufficient`, `overflow`.
    mutating func holds(accepting lines: [DemandEntry]) throws(Reason) -> [DemandHold] {
        let (lots, caps) = (lots, caps)
        defer { (self.lots, self.caps) = (lots, caps) }
        var (accepted, free) = (lines, freeMoney(of: lines[0].demand.buyer))
        try accept(&accepted, &free)
        return accepted.map(\.hold)
    }

    /// Lets each line hold what it must of what is free, beside any event.
    ///
    /// Errors: `fundsInsufficient`, `overflow`; the lines before then hold what they must.
    mutating func accept(_ lines: inout [DemandEntry], _ free: inout Money) throws(Reason) {
        for position in lines.indices {
            var funding = fundingWalk(lines[position], free: free)
            let hold = try funding.accept()
            self.hold(hold, for: lines[position])
            free = funding.free
            lines[position].hold = hold
        }
    }

    func buyer(of bundle: Bundle) -> PartyID { orders.demand(bundle.id)!.demand.buyer }
}

extension Decision {
    /// What it takes of each offer.
    fileprivate var parts: [QuotedPart] {
        fills.map { QuotedPart(offer: $0.offer, window: $0.window, quantity: $0.quantity) }
    }
}
