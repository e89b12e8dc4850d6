import Domain
import Matching
import MatchingOracle
import Testing

/// What would fill a demand, on a seeded sample of demands that a walk does not fill whole: each remedy offered is
/// applied to the market as it then was and must fill, and every single change is tried by brute force on the naive
/// market, which must find no remedy, and no nearer one, than those offered. In half of the histories demands are in SCU.
///
/// `SUANLI_TEST_SEED` sets the first seed, `SUANLI_TEST_LONG=1` looks at 1,000 demands.
@Suite struct RemedyTests {
    static let wanted = OracleTests.isLong ? 1_000 : 200
    static let earliest: Hour = GeneratedHistory.firstHour

    @Test func remediesFillAndBruteForceFindsNoOthers() throws {
        print("RemedyTests: \(Self.wanted) unfilled demands from seed \(OracleTests.firstSeed)")
        var sample = Sample()
        var seed = OracleTests.firstSeed
        while sample.demands < Self.wanted {
            var extras: GeneratedHistory.Extras = seed % 3 == 0 ? .halts : []
            if seed % 2 == 0 { extras.insert(.scu) }
            try look(at: GeneratedHistory(seed: seed, length: 60, with: extras), &sample)
            seed &+= 1
        }
        print("RemedyTests: \(sample.offered.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })")
        let rare = OracleTests.isLong ? ["latency", "precision"] : []
        for kind in ["limit", "window", "quantity", "requirements", "level", "pair", "tolerance"] + rare {
            #expect(sample.offered[kind, default: 0] > 0, "no demand was offered: \(kind)")
        }
    }

    private struct Sample {
        var demands = 0
        /// Remedies by kind of change.
        var offered: [String: Int] = [:]
    }

    /// Explains each demand of a history just before it comes; those already filled whole are left out.
    private func look(at history: GeneratedHistory, _ sample: inout Sample) throws {
        let funds = Self.funds(history.seed)
        var engine = EngineMarket(history, funds: funds)
        let oracle = OracleMarket(
            rule: history.rule, zones: history.catalogue.zones, types: history.catalogue.types, funds: funds)
        oracle.use(history.catalogue.rates)
        oracle.conversions = zip(history.catalogue.networks, history.catalogue.conversions).map {
            (links: $0, chips: $1)
        }
        var leases = Leases()
        var applied: [OracleCommand] = []
        for generated in history.commands {
            let command = leases.resolve(generated)
            if case .submit(let entry) = command, applied.count >= 15, sample.demands < Self.wanted,
                !oracle.fillsWhole(entry)
            {
                sample.demands += 1
                let remedies = engine.explanation(of: entry, from: Self.earliest).remedies
                let label = "seed \(history.seed), demand \(entry.demand.id)"
                #expect(remedies.isExhaustive, "\(label)")
                for remedy in remedies.found { sample.offered[kind(remedy), default: 0] += 1 }
                try checkThatAllFill(remedies, entry, history, applied, label)
                try checkAgainstBruteForce(
                    remedies, BruteForceRemedies(market: oracle, entry: entry, types: history.catalogue.types), label)
            }
            let events = oracle.apply(command)
            _ = engine.apply(command)
            leases.note(command, events)
            applied.append(command)
        }
    }

    private static func funds(_ seed: UInt64) -> @Sendable (DemandID, OfferID) -> Bool {
        { demand, offer in (UInt64(demand.number * 7 + offer.number * 13) &+ seed) % 11 != 0 }
    }

    /// Each remedy in a market of its own, brought to the same state.
    private func checkThatAllFill(
        _ remedies: Remedies, _ entry: OracleDemand, _ history: GeneratedHistory, _ applied: [OracleCommand],
        _ label: String
    ) throws {
        for remedy in remedies.found {
            var again = EngineMarket(history, funds: Self.funds(history.seed))
            for command in applied { _ = again.apply(command) }
            let events = again.apply(.submit(entry.with(remedy.terms)))
            #expect(events.contains(.complete(entry.demand.id)), "\(label): \(remedy.changes)")
        }
        let distances = remedies.found.map(\.distance)
        #expect(distances == distances.sorted(), "\(label)")
    }

    private func checkAgainstBruteForce(_ remedies: Remedies, _ naive: BruteForceRemedies, _ label: String) throws {
        let single = remedies.found.filter { $0.changes.count == 1 }.map { $0.changes[0] }
        let terms = naive.entry.demand.terms
        let limit = single.compactMap { if case .limit(let limit) = $0 { limit.microYuan } else { nil } }
        #expect(limit == (try naive.limit()).map { [$0] } ?? [], "\(label): limit")
        let shift = single.compactMap {
            if case .window(let other) = $0 { other.start - terms.window.start } else { nil }
        }
        #expect(shift == (try naive.shift(from: Self.earliest)).map { [$0] } ?? [], "\(label): window")
        let quantity = single.compactMap { if case .quantity(let quantity) = $0 { quantity.milli } else { nil } }
        let quarters = try naive.quantity()
        if terms.scu == nil {
            #expect(quantity == quarters.map { [$0] } ?? [], "\(label): quantity")
        } else {
            #expect(
                quarters.map { $0 <= quantity.first ?? 0 } ?? true, "\(label): quantity \(quantity) \(quarters ?? 0)")
        }
        let precisions = single.compactMap { if case .precision(let precision) = $0 { precision } else { nil } }
        #expect(try Set(precisions) == naive.precisions(), "\(label): precision")
        try checkTolerance(single, naive, label)
        let level = single.compactMap { if case .level(let level) = $0 { level } else { nil } }
        #expect(level == (try naive.level()).map { [$0] } ?? [], "\(label): level")
        let latency = single.compactMap { if case .latency(let most) = $0 { most ?? Int64.max } else { nil } }
        #expect(latency == (try naive.latency()).map { [$0] } ?? [], "\(label): latency")
        let relaxed = Set(
            single.compactMap { if case .requirements(_, let relaxed) = $0 { relaxed } else { nil } })
        #expect(relaxed == (try self.relaxed(naive)), "\(label): requirements")
    }

    /// The least one fills, and one basis point less does not.
    private func checkTolerance(_ single: [TermChange], _ naive: BruteForceRemedies, _ label: String) throws {
        let found = single.compactMap { if case .tolerance(let tolerance) = $0 { tolerance.value } else { nil } }
        let (coarse, old) = (try naive.tolerance(), naive.entry.demand.terms.scu?.tolerance.value ?? 0)
        guard let least = found.first else {
            let widest = try old < 5_000 && naive.fills(tolerance: 5_000)
            #expect(coarse == nil && !widest, "\(label): tolerance")
            return
        }
        #expect(found.count == 1 && coarse.map { least <= $0 } ?? true, "\(label): tolerance")
        let less = try least > old + 1 && naive.fills(tolerance: least - 1)
        #expect(!less, "\(label): tolerance \(least)")
    }

    /// The dimensions of which brute force finds some relaxation that fills.
    private func relaxed(_ naive: BruteForceRemedies) throws -> Set<Dimension> {
        var found: Set<Dimension> = []
        if try naive.kind() { found.insert(.kind) }
        if try naive.chips() { found.insert(.chip) }
        if try naive.architectures() { found.insert(.architecture) }
        if try naive.instanceTypes() { found.insert(.instanceType) }
        if try naive.origin() { found.insert(.origin) }
        if try naive.services() { found.insert(.service) }
        if try naive.unitSize() { found.insert(.unitSize) }
        if try naive.tier() { found.insert(.tier) }
        return found
    }

    private func kind(_ remedy: Remedy) -> String {
        guard remedy.changes.count == 1 else { return "pair" }
        return switch remedy.changes[0] {
        case .limit: "limit"
        case .window: "window"
        case .latency: "latency"
        case .level: "level"
        case .requirements: "requirements"
        case .quantity: "quantity"
        case .precision: "precision"
        case .tolerance: "tolerance"
        }
    }
}

extension EngineMarket {
    /// Explains a demand that has not come yet.
    func explanation(
        of entry: OracleDemand, from earliest: Hour
    ) -> (counts: ExclusionCounts, remedies: Remedies) {
        let funds = self.funds
        return book.explanation(
            of: book.trial(of: marketDemand(entry)), entry.demand.terms, from: earliest,
            funds: { funds($0.demand, $0.offer) },
            rehearse: { terms in
                book.decide(book.trial(of: marketDemand(entry.with(terms)))) { funds($0.demand, $0.offer) }
            })
    }
}
