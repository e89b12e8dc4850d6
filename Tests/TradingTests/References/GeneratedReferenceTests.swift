import Domain
import Records
import Simulation
import Testing

@testable import Trading

/// Sales at random over months: every published version is found anew by `ReferenceOracle`, the folded twin agrees
/// after every record, and the journal is decided again.
struct GeneratedReferenceTests {
    @Test func everyVersionIsTheOracles() throws {
        var versions = 0
        for seed in (0..<8).map({ GeneratedHistoryTests.firstSeed &+ $0 }) {
            var random = SeededGenerator(seed: seed)
            let market = try SmallMarket(rule: random.chance(70) ? .listed : .resting, deposit: 1_000_000_000)
            let programme = try market.programme(tolerance: random.below(3_000))
            try market.world.accept(
                .applyForVoucher(programme, plannedSpend: Money(fen: 1_000_000)),
                by: TestExchange.buyer(SmallMarket.buyer))
            for _ in 0..<50 {
                if random.chance(30) { try market.world.advance(hours: 1 + random.below(random.chance(20) ? 900 : 60)) }
                try market.sell(
                    1 + random.below(4), at: 10 + random.below(20),
                    zone: random.pick([SmallMarket.home, SmallMarket.away]),
                    funding: random.chance(25) ? .automatic : .ownMoney)
            }
            var oracle = ReferenceOracle()
            for entry in market.world.journal {
                let fault = oracle.fault(entry.record)
                #expect(fault == nil, "seed \(seed), record \(entry.sequence)")
            }
            versions += oracle.versions
            try market.world.replay()
        }
        #expect(versions > 50)
    }
}
