import Domain
import Foundation
import Records
import Testing

@testable import Trading

/// Random histories: the ledger is audited and a folded twin compared after every record; at the end the whole journal
/// is decided again, and capacity is counted anew from fills alone.
///
/// `SUANLI_TEST_SEED` sets the first seed; `SUANLI_TEST_LONG=1` runs 1,000 histories instead of 12.
struct GeneratedHistoryTests {
    static let environment = ProcessInfo.processInfo.environment
    static let firstSeed = environment["SUANLI_TEST_SEED"].flatMap { UInt64($0) } ?? 20_261_125
    static let histories: UInt64 = environment["SUANLI_TEST_LONG"] == "1" ? 1_000 : 12
    /// Seeds that once failed.
    static let failed: [UInt64] = []

    @Test func everyPrefixIsSound() throws {
        print("TradingTests: \(Self.histories) histories from seed \(Self.firstSeed)")
        var seen: [String: Int] = [:]
        for seed in Self.failed + (0..<Self.histories).map({ Self.firstSeed &+ $0 }) {
            var generated = try GeneratedMarket(seed: seed)
            for _ in 0..<150 { try generated.step() }
            let world = generated.market.world
            try world.replay()
            checkCapacity(world.journal.map(\.record), seed: seed)
            checkReferences(world.journal.map(\.record), seed: seed)
            count(world.journal.map(\.record), &seen)
        }
        let names = [
            "filled", "delivered", "lotIssued", "demandRested", "earningMatured", "offerClosed", "referencesPublished",
        ]
        for name in names {
            #expect(seen[name, default: 0] > 0, "no history reached \(name)")
        }
        print("TradingTests: \(seen.sorted { $0.key < $1.key })")
    }

    private func count(_ records: [Record], _ seen: inout [String: Int]) {
        for event in records.flatMap(\.events) {
            let name = String(describing: event).prefix { $0 != "(" }
            seen[String(name), default: 0] += 1
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

    /// Guarantee 2: no hour of an offer is sold beyond its schedule, by plain addition over the journal.
    private func checkCapacity(_ records: [Record], seed: UInt64) {
        var free: [OfferID: [Hour: Int64]] = [:]
        for event in records.flatMap(\.events) {
            switch event {
            case .offerListed(let offer):
                for step in offer.terms.schedule.steps {
                    for hour in step.window.start..<step.window.end {
                        free[offer.id, default: [:]][hour] = step.quantity.milli
                    }
                }
            case .filled(let fill):
                for hour in fill.window.start..<fill.window.end {
                    free[fill.offer]?[hour, default: 0] -= fill.quantity.milli
                    let left = free[fill.offer]?[hour] ?? -1
                    #expect(left >= 0, "seed \(seed): \(fill.offer) is oversold at hour \(hour)")
                }
            default: break
            }
        }
    }
}
