import Accounting
import Domain
import Matching
import Programmes
import Records
import Simulation
import Testing

@testable import Trading

/// Random histories, cut at random records: the state that a snapshot gives goes on as the straight run does.
///
/// `SUANLI_TEST_SEED` sets the first seed; `SUANLI_TEST_LONG=1` runs a hundred times as many.
struct SnapshotTests {
    static let histories: UInt64 = GeneratedHistoryTests.histories
    static let sizes = MarketSizes(parties: 6, offers: 50, commands: 220, hours: 400)

    @Test func aRestoredStateGoesOnAsTheStraightRun() throws {
        print("SnapshotTests: \(Self.histories) histories from seed \(GeneratedHistoryTests.firstSeed)")
        var seen = StateParts()
        for seed in (0..<Self.histories).map({ GeneratedHistoryTests.firstSeed &+ $0 }) {
            try cutAndGoOn(SimulatedExchange.journal(seed: seed, sizes: Self.sizes), seed: seed, &seen)
        }
        #expect(seen.missing.isEmpty, "no cut had any of these")
    }

    /// One state is decided straight through; another is taken apart and restored at each cut and decided on; a third is
    /// restored as often and only folded.
    private func cutAndGoOn(_ journal: [JournalEntry], seed: UInt64, _ seen: inout StateParts) throws {
        var chance = SeededGenerator(seed: seed)
        var straight = Exchange()
        var restored = Exchange()
        var folded = Exchange()
        for entry in journal {
            try straight.replay(entry)
            try restored.replay(entry)
            try folded.fold(entry)
            guard chance.chance(4) || entry.sequence == Int64(journal.count) else { continue }
            let snapshot = straight.snapshot()
            let (own, others) = (straight.stateHash(), [restored.snapshot(), folded.snapshot()])
            #expect(snapshot.stateHash == own && snapshot.sequence == entry.sequence)
            #expect(others == [snapshot, snapshot], "seed \(seed), record \(entry.sequence)")
            restored = try Exchange(restoring: try Snapshot(sealed: snapshot.sealed))
            folded = try Exchange(restoring: others[1])
            let (violations, due) = (restored.ledgerViolations(), restored.nextDue)
            #expect(violations.isEmpty && due == straight.nextDue, "seed \(seed), record \(entry.sequence)")
            seen.look(at: straight)
        }
        let heads = [straight.head, restored.head, folded.head]
        #expect(heads == [heads[0], heads[0], heads[0]], "seed \(seed)")
    }

    @Test func anEmptyStateIsOneToo() throws {
        let snapshot = Exchange().snapshot()
        let restored = try Exchange(restoring: try Snapshot(sealed: snapshot.sealed))
        let again = restored.snapshot()
        #expect(again == snapshot && snapshot.sequence == 0)
    }

    /// What a restored state drains for the next batch is what the next records change, and nothing before.
    @Test func nothingCountsAsChangedAfterRestoring() throws {
        let journal = SimulatedExchange.journal(seed: 3, sizes: Self.sizes)
        var straight = Exchange()
        let half = journal.count / 2
        for entry in journal[..<half] { try straight.fold(entry) }
        _ = straight.batch([journal[half - 1]])
        var restored = try Exchange(restoring: straight.snapshot())
        for entry in journal[half...] {
            try straight.fold(entry)
            try restored.fold(entry)
        }
        let (wanted, found) = (straight.batch([journal[half]]), restored.batch([journal[half]]))
        #expect(!wanted.balances.isEmpty && found.balances == wanted.balances && found.lots == wanted.lots)
    }
}

/// What the cuts of all histories had between them, so that no part of the form goes untested.
private struct StateParts {
    private var found: Set<String> = []

    var missing: Set<String> { Set(StateParts.all).subtracting(found) }

    private static let all = [
        "open batch", "held lot", "cap in use", "held cap", "pending earning", "sale", "reference",
        "related pair", "subsidy rate", "share", "relation", "payout", "resting demand", "closed demand", "due",
        "second network", "taken capacity", "halt", "safety policy", "verification", "open bundle",
    ]

    mutating func look(at exchange: borrowing Exchange) {
        let caps = exchange.caps.rows
        let parts: [(String, Bool)] = [
            ("open batch", !exchange.batches.open.isEmpty), ("open bundle", !exchange.bundles.isEmpty),
            ("held lot", exchange.lots.all.contains { !$0.holdings.isEmpty }),
            ("cap in use", caps.contains { !$0.used.isEmpty }), ("held cap", caps.contains { !$0.holds.isEmpty }),
            ("pending earning", exchange.leases.entries.contains { $0.account.nextMaturity != nil }),
            ("sale", !exchange.references.sales.isEmpty), ("reference", !exchange.references.published.isEmpty),
            ("related pair", exchange.pairs.sorted.contains { $0.buyer != $0.provider }),
            ("subsidy rate", !exchange.subsidies.table.sorted.isEmpty),
            ("share", !exchange.parties.relations.ownerships.isEmpty),
            ("relation", !exchange.parties.relations.relations.isEmpty),
            ("payout", !exchange.payouts.entries.isEmpty),
            ("resting demand", exchange.orders.demands.contains { $0.rests }),
            ("closed demand", exchange.orders.demands.contains { $0.closed != nil }),
            ("halt", !exchange.halts.inForce.isEmpty), ("safety policy", exchange.safety.version > 0),
            ("verification", !exchange.verifications.states.isEmpty),
            ("due", !exchange.due.sorted.isEmpty), ("second network", exchange.market.networks.count > 1),
            (
                "taken capacity",
                exchange.orders.offers.contains { $0.isOpen && !exchange.market.taken(of: $0.offer.id).isEmpty }
            ),
        ]
        for (name, isThere) in parts where isThere { found.insert(name) }
    }
}
