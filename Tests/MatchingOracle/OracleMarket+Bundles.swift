import Domain

/// Demands that are filled together or not at all, by the naive market.
struct OracleBundle {
    let lines: [OracleMarket.OracleRest]
    let bond: BundleBond
    /// Whether it came to rest.
    var rests = false
    var ids: [DemandID] { lines.map(\.entry.demand.id) }
    var id: DemandID { ids[0] }
    var place: Place { lines[0].entry.demand.place }
}

/// What the lines of a bundle have taken so far, while one more of them is tried.
struct OracleBond {
    let latencyMost: Int64?
    var zones: [ZoneID] = []
    /// Zones that the first of all fills is not to come from.
    let passed: [ZoneID]
}

// Matching knows no bundles: the exchange tries them beside the market, and this is held against the exchange.
extension OracleMarket {
    /// Two to eight demands that come together, in the order in which they are to be decided.
    public func submit(bundle entries: [OracleDemand], _ bond: BundleBond) -> [OracleEvent] {
        var events: [OracleEvent] = []
        let lines = entries.map { OracleRest(entry: $0, open: wanted($0.demand.terms)) }
        bundles.append(OracleBundle(lines: lines, bond: bond))
        decide(bundle: lines[0].entry.demand.id, &events)
        settle(&events)
        watchHours()
        return events
    }

    func bundle(of line: DemandID) -> OracleBundle? { bundles.first { $0.ids.contains(line) } }

    /// Ends all its lines.
    func end(bundle: OracleBundle, _ reason: Reason, _ events: inout [OracleEvent]) {
        events += bundle.ids.map { .cancelled($0, reason) }
        bundles.removeAll { $0.id == bundle.id }
    }

    /// Fills every line or none; a bundle that rested and goes on resting leaves no event.
    func decide(bundle id: DemandID, _ events: inout [OracleEvent]) {
        guard let position = bundles.firstIndex(where: { $0.id == id }) else { return }
        let bundle = bundles[position]
        guard bundle.lines.allSatisfy({ latestStart($0.terms) >= firstHour }) else { return }
        let attempt = attempt(bundle, lifting: false)
        if let planned = attempt.planned {
            bundles.remove(at: position)
            for (line, fills) in zip(bundle.lines, planned) {
                for fill in fills {
                    take(fill.milli, of: fill.offer.offer.id, over: fill.window)
                    events.append(event(fill, line))
                }
                events.append(.complete(line.entry.demand.id))
            }
        } else if bundle.lines[0].terms.policy.immediate {
            bundles.remove(at: position)
            events += bundle.ids.map { .cancelled($0, $0 == attempt.short ? attempt.reason : .bundleUnfilled) }
        } else if self.attempt(bundle, lifting: true).planned != nil {
            end(bundle: bundle, .wouldCrossBlock, &events)
        } else if !bundle.rests {
            bundles[position].rests = true
            events += bundle.lines.map { .rests($0.entry.demand.id, openMilli: told($0)) }
        }
    }

    private struct Attempt {
        /// The fills of each line, where all got all.
        var planned: [[OracleFill]]?
        var short: DemandID
        var reason = Reason.notAllFillable
        /// Where the bundle's first fill would have come from.
        var firstZone: ZoneID?
    }

    /// With each hour that all lines can begin with, the earliest first; and where they must be near to each other, up to
    /// sixteen times without the zones that it began in before. Of an attempt that fails the first one tells why.
    private func attempt(_ bundle: OracleBundle, lifting: Bool) -> Attempt {
        var failed: [Attempt] = []
        for start in starts(bundle) {
            var passed: [ZoneID] = []
            for _ in 1...16 {
                let attempt = attempt(bundle, start, passed, lifting: lifting)
                if attempt.planned != nil { return attempt }
                failed.append(attempt)
                guard bundle.bond.latencyMicrosecondsMost != nil, let zone = attempt.firstZone else { break }
                passed.append(zone)
            }
        }
        return failed.first ?? Attempt(short: bundle.id)
    }

    /// Every line takes what those before it have left; whatever comes of it, all is given back.
    private func attempt(_ bundle: OracleBundle, _ start: Hour?, _ passed: [ZoneID], lifting: Bool) -> Attempt {
        let before = offers
        defer { (offers, bond) = (before, nil) }
        var planned: [[OracleFill]] = []
        var bound = OracleBond(latencyMost: bundle.bond.latencyMicrosecondsMost, passed: passed)
        for var line in bundle.lines {
            line.start = start
            bond = bound
            let walked = isHalted ? [] : walk(line, lifting: lifting)
            var attempt = Attempt(short: line.entry.demand.id)
            attempt.firstZone = (bound.zones + walked.map(\.offer.offer.terms.zone)).first
            if isHalted {
                attempt.reason = .halted
            } else if let reason = passedBy(line, walked) {
                attempt.reason = reason
            }
            let fills = judged(walked, line)
            guard !fills.isEmpty else { return attempt }
            for fill in fills {
                guard isNear(fill.offer.offer.terms.zone, line, bound.zones) else { return attempt }
                bound.zones.append(fill.offer.offer.terms.zone)
                take(fill.milli, of: fill.offer.offer.id, over: fill.window)
            }
            planned.append(fills)
        }
        return Attempt(planned: planned, short: bundle.id)
    }

    private func starts(_ bundle: OracleBundle) -> [Hour?] {
        guard bundle.bond.commonStart else { return [nil] }
        let windows = bundle.lines.map(\.terms.window)
        let (first, last) = (windows.map(\.start).min() ?? 0, windows.map(\.end).max() ?? 0)
        return (first..<last).filter { hour in
            hour >= firstHour
                && bundle.lines.allSatisfy { $0.terms.window.start <= hour && hour <= latestStart($0.terms) }
        }
    }

    /// Whether money reaches for a candidate, and nothing that a bundle binds it to keeps it away.
    func mayServe(_ rest: OracleRest, _ offer: OracleOffer, beside fills: [OracleFill]) -> Bool {
        guard let bond else { return funds(rest.entry.demand.id, offer.offer.id) }
        let (zone, taken) = (offer.offer.terms.zone, bond.zones + fills.map(\.offer.offer.terms.zone))
        if taken.isEmpty, bond.passed.contains(zone) { return false }
        return isNear(zone, rest, taken) && funds(rest.entry.demand.id, offer.offer.id)
    }

    private func isNear(_ zone: ZoneID, _ rest: OracleRest, _ others: [ZoneID]) -> Bool {
        guard let most = bond?.latencyMost else { return true }
        return others.allSatisfy { other in
            let known = [latency(zone, other, rest), latency(other, zone, rest)].compactMap { $0 }
            return !known.isEmpty && known.allSatisfy { $0 <= most }
        }
    }
}
