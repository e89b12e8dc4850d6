import Domain
import Foundation
import Records
import Simulation
import Testing

@testable import Trading

/// Random histories: the ledger is audited and a folded twin compared after every record, an auditor that knows
/// nothing of the state machine adds the records up; at the end the whole journal is decided again.
///
/// `SUANLI_TEST_SEED` sets the first seed; `SUANLI_TEST_LONG=1` runs 1,000 histories instead of 12.
struct GeneratedHistoryTests {
    static let environment = ProcessInfo.processInfo.environment
    static let firstSeed = environment["SUANLI_TEST_SEED"].flatMap { UInt64($0) } ?? 20_261_125
    static let histories: UInt64 = environment["SUANLI_TEST_LONG"] == "1" ? 1_000 : 12
    /// Seeds that once failed.
    static let failed: [UInt64] = []
    static let sizes = MarketSizes(parties: 6, offers: 50, commands: 200, hours: 400)

    @Test func everyPrefixIsSound() throws {
        print("TradingTests: \(Self.histories) histories from seed \(Self.firstSeed)")
        var (seen, closes): (Set<EventKind>, [String: Int]) = ([], [:])
        for seed in Self.failed + (0..<Self.histories).map({ Self.firstSeed &+ $0 }) {
            let world = try TestExchange()
            try run(MarketGenerator(seed: seed, sizes: Self.sizes), on: world, seed: seed)
            try world.replay()
            checkReferences(world.journal.map(\.record), seed: seed)
            for close in world.journal.map(\.record).compactMap(kindOfClose) { closes[close, default: 0] += 1 }
            seen.formUnion(world.journal.flatMap(\.record.events).map(\.kind))
        }
        for kind in [
            EventKind.filled, .delivered, .lotIssued, .demandRested, .earningMatured, .offerClosed,
            .referencesPublished, .batchCalled, .batchClosed, .batchRoundHeld, .demandQuoted, .quoteTaken,
            .bundleAccepted, .leaseCut,
        ] {
            #expect(seen.contains(kind), "no history reached \(kind)")
        }
        print("TradingTests: batches closed \(closes.sorted { $0.key < $1.key })")
        #expect(closes["filled", default: 0] > 0, "a batch was filled")
        #expect(closes["released", default: 0] + closes["overdue", default: 0] > 0, "a batch was released")
    }

    /// How a batch ended in a record.
    private func kindOfClose(_ record: Record) -> String? {
        switch record.outcome {
        case .cleared: record.fills.isEmpty ? "unfilled" : "filled"
        case .released(.batchOverdue): "overdue"
        case .released: "released"
        case nil: nil
        }
    }

    /// Every reference price is the one that a plain look through all fills gives.
    private func checkReferences(_ records: [Record], seed: UInt64) {
        var oracle = ReferenceOracle()
        for record in records {
            let fault = oracle.fault(record)
            #expect(fault == nil, "seed \(seed), record \(record.header.sequence)")
        }
    }

    private func run(_ generator: MarketGenerator, on world: TestExchange, seed: UInt64) throws {
        var (generator, auditor) = (generator, Auditor())
        for entry in world.journal { auditor.take(entry.record) }
        while let next = generator.next() {
            for record in try world.applyAll(next.command, by: next.actor) {
                generator.observe(record)
                auditor.take(record)
            }
        }
        #expect(auditor.findings.isEmpty, "seed \(seed)")
    }
}
