import Domain

/// What would let offers in that now fail: for each set of at most two dimensions in which a demand's terms can be
/// changed, the changes by which one of the offers that fail in exactly these no longer does.
struct Openings {
    private var changes: [DimensionSet: [[TermChange]]] = [:]
    private var known: Set<[TermChange]> = []

    /// The changes for offers that fail in exactly these, each once, in the order of the offers.
    func changes(for failed: DimensionSet) -> [[TermChange]] { changes[failed, default: []] }

    mutating func insert(_ change: [TermChange], for failed: DimensionSet) {
        if known.insert(change).inserted { changes[failed, default: []].append(change) }
    }
}

extension DimensionSet {
    /// The dimensions in which the buyer can change the terms of a demand.
    static let changeable: DimensionSet = [
        .kind, .chip, .architecture, .instanceType, .origin, .service, .unitSize, .tier, .zoneLevel, .latency,
        .priceLimit,
    ].reduce(into: DimensionSet()) { (set: inout DimensionSet, dimension: Dimension) in set.insert(dimension) }
}

extension MarketBook {
    /// What excludes the listed offers, and what would let them in.
    ///
    /// - Complexity: O(types + offers), and a route for each zone that is out of reach.
    func openings(of trial: Trial, funds: (Candidate) -> Bool) -> (ExclusionCounts, Openings) {
        var counts: [DimensionSet: Int64] = [:]
        var openings = Openings()
        var bounds = ReachBounds(trial)
        forEachFailure(of: trial, funds: funds) { offer, failed in
            counts[failed, default: 0] += 1
            guard (1...2).contains(failed.count), failed.isSubset(of: .changeable) else { return }
            let changes = failed.dimensions.map { change(for: offer, in: $0, trial, &bounds) }
            if changes.allSatisfy({ $0 != nil }) { openings.insert(changes.compactMap { $0 }, for: failed) }
        }
        return (ExclusionCounts(counts), openings)
    }

    /// The least change by which an offer no longer fails in one dimension; nil where none is valid.
    private func change(
        for offer: OfferRow, in dimension: Dimension, _ trial: Trial, _ bounds: inout ReachBounds
    ) -> TermChange? {
        let terms = offerClasses.offerClass(ofBook: offer.book)
        switch dimension {
        case .priceLimit:
            let mean = Rounding.up.quotient(Int128(askSum(offer, trial.demand.row)), Int128(trial.demand.hours))
            let least = Int64(mean) + view(offer, trial.demand).charge
            return (try? UnitPrice(least)).map { .limit($0) }
        case .zoneLevel: return bounds.level(of: terms.zone, in: zones).map { .level($0) }
        case .latency: return .latency(bounds.latency(of: terms.zone, in: zones))
        default:
            let relaxed = trial.requirement.requirements.admitting(
                types.rows[Int(terms.type)], terms.tier, in: dimension, types.symbols)
            return relaxed.map { .requirements($0, relaxed: dimension) }
        }
    }
}

/// How far a demand would have to reach for each zone, found once for each.
private struct ReachBounds {
    private let home: Int32
    private let reach: ZoneLevel
    private let network: Network
    private var levels: [Int32: ZoneLevel?] = [:]
    private var latencies: [Int32: Int64?] = [:]

    init(_ trial: Trial) {
        home = trial.home
        reach = trial.reach
        network = trial.network
    }

    /// The nearest wider level at which the zone is in reach.
    mutating func level(of zone: Int32, in tree: ZoneTree) -> ZoneLevel? {
        if let known = levels[zone] { return known }
        let level = ZoneLevel.allCases.reversed().first { level in
            level < reach && tree.contains(tree.scope(home: home, level: level), zone)
        }
        levels[zone] = .some(level)
        return level
    }

    /// One way; nil where it is unknown.
    mutating func latency(of zone: Int32, in tree: ZoneTree) -> Int64? {
        if let known = latencies[zone] { return known }
        let latency = network.route(from: home, to: zone, in: tree).latency
        latencies[zone] = .some(latency)
        return latency
    }
}
