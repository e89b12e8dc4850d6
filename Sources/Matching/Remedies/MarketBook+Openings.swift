import Domain

/// What would let offers in that now fail: for each set of dimensions in which a demand's terms can be changed, the
/// changes by which one of the offers that fail in exactly these no longer does.
struct Openings {
    private var changes: [DimensionSet: [[TermChange]]] = [:]
    private var known: Set<[TermChange]> = []

    /// The changes for offers that fail in exactly these, each once, in the order of the offers.
    func changes(for failed: DimensionSet) -> [[TermChange]] { changes[failed, default: []] }

    mutating func insert(_ change: [TermChange], for failed: DimensionSet) {
        if known.insert(change).inserted { changes[failed, default: []].append(change) }
    }
}

/// What a change by which an offer no longer fails in a dimension depends on, in numbers: of offers that are alike in it
/// one is enough.
private struct OpeningKey: Hashable {
    let dimension: Dimension
    let value: Int64
}

extension DimensionSet {
    /// The dimensions in which the buyer can change the terms of a demand.
    static let changeable: DimensionSet = [
        .kind, .chip, .architecture, .instanceType, .origin, .service, .unitSize, .tier, .zoneLevel, .latency,
        .priceLimit,
    ].reduce(into: DimensionSet()) { (set: inout DimensionSet, dimension: Dimension) in set.insert(dimension) }
}

extension MarketBook {
    /// What would let in the offers that fail in so many dimensions, all of them changeable.
    ///
    /// - Complexity: O(types + offers), and a route for each zone that is out of reach.
    func openings(of trial: Trial, failing count: Int, _ failures: [(slot: Int32, failed: DimensionSet)]) -> Openings {
        var openings = Openings()
        var bounds = ReachBounds(trial)
        var known: Set<[OpeningKey]> = []
        for (slot, failed) in failures where failed.count == count {
            let offer = offers[slot]
            let keys = failed.dimensions.map { key(of: offer, in: $0, trial) }
            guard known.insert(keys).inserted else { continue }
            let changes = keys.compactMap { change(for: offer, $0, trial, &bounds) }
            if changes.count == count { openings.insert(changes, for: failed) }
        }
        return openings
    }

    /// What excludes the listed offers, and those of them that fail in at most two dimensions, all of them changeable.
    ///
    /// - Complexity: O(types + offers).
    func changeableFailures(
        of trial: Trial, funds: (Candidate) -> Bool
    ) -> (counts: ExclusionCounts, failures: [(slot: Int32, failed: DimensionSet)]) {
        var counts: [DimensionSet: Int64] = [:]
        // Offers that stand together mostly fail alike.
        var alike: (failed: DimensionSet, offers: Int64) = ([], 0)
        var failures: [(slot: Int32, failed: DimensionSet)] = []
        forEachFailure(of: trial, funds: funds) { slot, failed in
            if failed != alike.failed {
                counts[alike.failed, default: 0] += alike.offers
                alike = (failed, 0)
            }
            alike.offers += 1
            if (1...2).contains(failed.count), failed.isSubset(of: .changeable) { failures.append((slot, failed)) }
        }
        counts[alike.failed, default: 0] += alike.offers
        return (ExclusionCounts(counts), failures)
    }

    private func key(of offer: OfferRow, in dimension: Dimension, _ trial: Trial) -> OpeningKey {
        let terms = offerClasses.offerClass(ofBook: offer.book)
        let value: Int64 =
            switch dimension {
            case .priceLimit:
                leastLimit(offer, trial.demand)?.microYuan ?? 0
            case .zoneLevel, .latency: Int64(terms.zone)
            case .tier: Int64(terms.tier.rawValue)
            default: Int64(terms.type)
            }
        return OpeningKey(dimension: dimension, value: value)
    }

    /// The least limit of the demand that the offer's ask, with its charge tariff, is within.
    private func leastLimit(_ offer: OfferRow, _ demand: DemandInHand) -> UnitPrice? {
        let (offered, charge) = (offered(offer, demand), view(offer, demand).charge)
        let hours = offered.window.hours
        return demand.measure.leastLimit(
            costing: offered.askSum + charge * hours, hours: hours,
            scale(demand.measure, offerClasses.books[Int(offer.book)]))
    }

    /// The least change by which an offer no longer fails in one dimension; nil where none is valid.
    private func change(
        for offer: OfferRow, _ key: OpeningKey, _ trial: Trial, _ bounds: inout ReachBounds
    ) -> TermChange? {
        let terms = offerClasses.offerClass(ofBook: offer.book)
        switch key.dimension {
        case .priceLimit: return (try? UnitPrice(key.value)).map { .limit($0) }
        case .zoneLevel: return bounds.level(of: terms.zone, in: zones).map { .level($0) }
        case .latency: return .latency(bounds.latency(of: terms.zone, in: zones))
        default:
            let relaxed = trial.requirement.requirements.admitting(
                types.rows[Int(terms.type)], terms.tier, in: key.dimension, types.symbols)
            return relaxed.map { .requirements($0, relaxed: key.dimension) }
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
