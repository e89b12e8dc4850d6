import Domain
import Foundation
import Matching
import MatchingOracle
import Synchronization
import Testing

/// The engine against the naive market on generated histories: the same fills and outcomes, in the same order.
///
/// `SUANLI_TEST_SEED` sets the first seed, `SUANLI_TEST_LONG=1` runs 10,000 histories.
@Suite struct OracleTests {
    static let environment = ProcessInfo.processInfo.environment
    static let isLong = environment["SUANLI_TEST_LONG"] == "1"
    static let firstSeed = environment["SUANLI_TEST_SEED"].flatMap { UInt64($0) } ?? 20_261_125

    @Test func agreesOnHistoriesThatOnceFailed() throws {
        var coverage = Coverage()
        for seed in FailedSeeds.all { try agree(seed, length: 60, with: [], &coverage) }
    }

    @Test func agreesFillByFill() throws {
        var coverage = Coverage()
        let histories: UInt64 = OracleTests.isLong ? 10_000 : 200
        print("OracleTests: \(histories) histories from seed \(OracleTests.firstSeed)")
        for number in 0..<histories {
            var extras: GeneratedHistory.Extras = []
            if number % 2 == 1 { extras.insert(.batches) }
            if number % 4 > 1 { extras.insert(.halts) }
            if number % 8 > 3 { extras.insert(.chosenHours) }
            if number % 16 > 7 { extras.insert(.scu) }
            if number % 3 == 2 { extras.insert(.quotes) }
            try agree(OracleTests.firstSeed &+ number, length: 70, with: extras, &coverage)
        }
        for name in Coverage.wanted + (OracleTests.isLong ? Coverage.rare : []) {
            #expect(coverage.counts[name, default: 0] > 0, "no history reached: \(name)")
        }
        print("OracleTests: \(coverage.counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })")
    }

    /// Some pairs of demand and offer are short of money, always the same ones.
    private static func funds(_ seed: UInt64) -> @Sendable (DemandID, OfferID) -> Bool {
        { demand, offer in (UInt64(demand.number * 7 + offer.number * 13) &+ seed) % 11 != 0 }
    }

    private func agree(
        _ seed: UInt64, length: Int, with extras: GeneratedHistory.Extras, _ coverage: inout Coverage
    ) throws {
        let history = try GeneratedHistory(seed: seed, length: length, with: extras)
        let passed = Mutex(0)
        let funds = OracleTests.funds(seed)
        var engine = EngineMarket(history) { demand, offer in
            if !funds(demand, offer) { passed.withLock { $0 += 1 } }
            return funds(demand, offer)
        }
        let oracle = naive(history, funds)
        var leases = Leases()
        coverage.beginHistory()
        for (number, generated) in history.commands.enumerated() {
            let command = resolve(leases.resolve(generated), engine)
            let expected = oracle.apply(command)
            let found = engine.apply(command)
            #expect(found == expected, "seed \(seed), command \(number): \(command)")
            let violations = engine.violations()
            #expect(violations.isEmpty, "seed \(seed), command \(number): \(violations)")
            guard found == expected, violations.isEmpty else { return }
            leases.note(command, expected)
            coverage.note(command, expected)
        }
        if passed.withLock({ $0 }) > 0 { coverage.count("no fill for want of money") }
    }

    /// A close with what the solver finds, a fifth of them with nothing.
    private func resolve(_ command: OracleCommand, _ engine: borrowing EngineMarket) -> OracleCommand {
        guard case .close = command else { return command }
        guard let batch = engine.batches.first, batch.id.number % 5 != 0 else { return .close([]) }
        return .close(awards(batch, engine))
    }

    /// None where a relation came up since the call, as the exchange refuses it then.
    private func awards(_ batch: Batch, _ engine: borrowing EngineMarket) -> [OracleAward] {
        guard let allocation = BatchAllocation(solving: batch), let check = try? BatchCheck(batch, allocation) else {
            Issue.record("what the solver finds holds: \(batch)")
            return []
        }
        var awards: [OracleAward] = []
        for fill in allocation.fills {
            let (demand, offer) = (
                batch.demands[Int(fill.demand)].demand, batch.offers[Int(fill.offer)].offer
            )
            let shadow = check.shadowSum(of: fill)
            let window = batch.hours(of: fill)
            let allotment = try? engine.book.allotment(
                fill.quantity, of: offer, over: window, for: demand, shadowSum: shadow)
            guard allotment != nil else { return [] }
            awards.append(
                OracleAward(demand: demand, offer: offer, window: window, milli: fill.quantity.milli, shadow: shadow))
        }
        return awards
    }

    private func naive(
        _ history: GeneratedHistory, _ funds: @escaping @Sendable (DemandID, OfferID) -> Bool
    ) -> OracleMarket {
        let oracle = OracleMarket(
            rule: history.rule, zones: history.catalogue.zones, types: history.catalogue.types, funds: funds)
        oracle.use(history.catalogue.rates)
        oracle.conversions = zip(history.catalogue.networks, history.catalogue.conversions).map {
            (links: $0, chips: $1)
        }
        return oracle
    }
}

extension OracleMarket {
    func use(_ table: [SubsidyTable.Rate]) {
        for rate in table {
            rates[[Int64(rate.subsidyClass), Int64(rate.admissionClass), rate.instanceType.number]] = rate.rate.value
        }
    }
}

/// The fills so far, to give some back.
struct Leases {
    private var fills: [(offer: OfferID, window: Window, quantity: Quantity)] = []
    /// What a quote promised of them is sold even so.
    private var withdrawn: Set<OfferID> = []

    mutating func note(_ command: OracleCommand, _ events: [OracleEvent]) {
        for case .withdrawn(let offer) in events { withdrawn.insert(offer) }
        fills.removeAll { withdrawn.contains($0.offer) }
        if case .release(let offer, _, _) = command {
            if let first = fills.firstIndex(where: { $0.offer == offer }) { fills.remove(at: first) }
        }
        for case .filled(_, let offer, let window, let milli, _, _, _, _) in events where !withdrawn.contains(offer) {
            fills.append((offer, window, Quantity(unchecked: milli)))
        }
    }

    /// A release of the first fill of its offer, whole; of nothing where there is none.
    func resolve(_ command: OracleCommand) -> OracleCommand {
        guard case .release(let offer, _, _) = command else { return command }
        guard let fill = fills.first(where: { $0.offer == offer }) else {
            return .cancel(DemandID(Int64.max))
        }
        return .release(offer, fill.window, fill.quantity)
    }
}
