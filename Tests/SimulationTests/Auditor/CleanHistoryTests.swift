import Domain
import Records
import Simulation
import Testing
import Trading

struct CleanHistoryTests {
    /// The auditor has nothing to say of what the exchange writes, and saw every kind of movement.
    @Test func generatedMarketsAddUp() {
        var causes: Set<TransferCause> = []
        for seed in seeds("clean", fixed: 8...12) {
            let journal = SimulatedExchange.journal(seed: seed, sizes: MarketSizes(offers: 100, commands: 500))
            let records = journal.map(\.record)
            #expect(Auditor.findings(records).isEmpty, "seed \(seed)")
            causes.formUnion(records.flatMap(\.transfers).map(\.cause))
        }
        // Nothing is forfeited yet: a missed hour is the provider's fault.
        #expect(causes == Set(TransferCause.allCases).subtracting([.forfeit]))
    }

    /// The same journal, decided again and folded: the way from a generator to a replay.
    @Test func generatedMarketsReplay() throws {
        let journal = SimulatedExchange.journal(seed: 21, sizes: MarketSizes(commands: 200))
        var decided = Exchange()
        var folded = Exchange()
        for entry in journal {
            try decided.replay(entry)
            try folded.fold(entry)
        }
        let (hash, twin) = (decided.stateHash(), folded.stateHash())
        #expect(hash == twin)
    }

    @Test func anEmptyJournalIsClean() { #expect(Auditor.findings([]).isEmpty) }
}
