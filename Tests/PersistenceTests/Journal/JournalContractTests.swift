import Domain
import MemoryJournal
import Persistence
import Postgres
import Records
import TestDatabases
import Testing
import Trading
import TransparencyLog

/// What every journal promises, asked of both.
@Suite struct JournalContractTests {
    enum Kind: CaseIterable, CustomTestStringConvertible {
        case memory
        case postgres

        var testDescription: String { "\(self)" }

        func make() throws -> any Journal {
            switch self {
            case .memory: MemoryJournal()
            case .postgres:
                try PostgresJournal(try TestDatabase().source(.writer), EpochClaim(decisionVersion: 1))
            }
        }
    }

    @Test(arguments: Kind.allCases) func anEmptyJournalHasNoHead(_ kind: Kind) throws {
        let journal = try kind.make()
        #expect(try journal.head() == nil)
        #expect(try journal.entries().isEmpty)
        #expect(try journal.stateHashes().isEmpty)
    }

    @Test(arguments: Kind.allCases) func whatIsWrittenIsRead(_ kind: Kind) throws {
        let journal = try kind.make()
        var ledger = Ledger()
        var wanted: [JournalEntry] = []
        ledger.openCash(7, 8)
        ledger.deposit(7, 100, key: "first")
        wanted.append(ledger.record(refused: .fundsInsufficient, key: "second"))
        let text = ErasableText(
            commitment: try Commitment(bytes: [UInt8](repeating: 9, count: 32)), salt: [1, 2, 3], text: "算力")
        ledger.record(actor: .exchange, texts: [text])
        let first = ledger.batch(stateHash: .max)
        try journal.append(first)
        ledger.deposit(8, 50)
        let second = ledger.batch()
        try journal.append(second)
        expectEqual(try journal.entries(), first.entries + second.entries)
        expectEqual(try journal.entries(after: first.head.size), second.entries)
        #expect(try journal.head() == ledger.head)
        #expect(try journal.stateHashes().map(\.sequence) == [first.head.size])
        #expect(try journal.stateHashes().map(\.hash) == [.max])
    }

    @Test(arguments: Kind.allCases) func aBatchThatDoesNotFollowIsDamage(_ kind: Kind) throws {
        let journal = try kind.make()
        var ledger = Ledger()
        ledger.record()
        _ = ledger.batch()
        ledger.record()
        let second = ledger.batch()
        #expect(throws: JournalError.self) { try journal.append(second) }
        #expect(try journal.head() == nil)
    }

    @Test(arguments: Kind.allCases) func aHeadThatDoesNotFollowIsDamage(_ kind: Kind) throws {
        let journal = try kind.make()
        var ledger = Ledger()
        ledger.record()
        let batch = ledger.batch()
        let false1 = JournalBatch(
            entries: batch.entries, head: LogHead(size: 1, root: .emptyTree), balances: [], lots: [], stateHash: nil)
        #expect(throws: JournalError.self) { try journal.append(false1) }
        try journal.append(batch)
    }

    @Test(arguments: Kind.allCases) func aKeyAnswersToOneRecord(_ kind: Kind) throws {
        let journal = try kind.make()
        var ledger = Ledger()
        ledger.record(key: "one")
        ledger.record(key: "one")
        let batch = ledger.batch()
        #expect { try journal.append(batch) } throws: { error in
            if case .violated = error as? JournalError { true } else { false }
        }
        #expect(try journal.head() == nil)
    }

    @Test(arguments: Kind.allCases) func keysOfOtherScopesAreOtherKeys(_ kind: Kind) throws {
        let journal = try kind.make()
        var ledger = Ledger()
        let other = Actor(organisation: nil, person: PersonID(1), key: KeyID(1), seat: .operator)
        ledger.record(key: "one")
        ledger.record(actor: other, key: "one")
        ledger.record(.cancelDemand(DemandID(1)), refused: .unknownDemand, key: "one")
        try journal.append(ledger.batch())
        #expect(try journal.entries().compactMap(\.key).count == 3)
    }

    @Test(arguments: Kind.allCases) func noAccountIsOverdrawn(_ kind: Kind) throws {
        let journal = try kind.make()
        var ledger = Ledger()
        ledger.openCash(7)
        try journal.append(ledger.batch())
        let before = try journal.head()
        let overdraft = Transfer(debit: AccountID(8), credit: Ledger.bank, amount: 1, cause: .payout)
        ledger.record(transfers: [overdraft])
        let batch = ledger.batch()
        #expect { try journal.append(batch) } throws: { error in
            if case .violated = error as? JournalError { true } else { false }
        }
        #expect(try journal.head() == before)
    }

    @Test(arguments: Kind.allCases) func everyAssetIsConserved(_ kind: Kind) throws {
        let journal = try kind.make()
        var ledger = Ledger()
        ledger.openCash(7)
        try journal.append(ledger.batch())
        ledger.record()
        let batch = ledger.batch()
        let made = JournalBatch(
            entries: batch.entries, head: batch.head, balances: [AccountBalance(account: AccountID(8), balance: 1)],
            lots: [], stateHash: nil)
        #expect { try journal.append(made) } throws: { error in
            if case .violated = error as? JournalError { true } else { false }
        }
    }

    /// Batches small and large, so that the pipeline and COPY are both used; the log is the same in the end.
    @Test(arguments: Kind.allCases) func theHeadIsTheSameHoweverItIsBatched(_ kind: Kind) throws {
        let journal = try kind.make()
        var ledger = Ledger()
        var wanted: [JournalEntry] = []
        ledger.openCash(7)
        for size in [1, 10, 300, 1500, 2] {
            for number in 0..<size { ledger.deposit(7, 1 + Int64(number), key: "\(size)-\(number)") }
            let batch = ledger.batch()
            try journal.append(batch)
            wanted += batch.entries
        }
        #expect(try journal.head() == ledger.head)
        expectEqual(try journal.entries(after: 1500), Array(wanted[1500...]))
    }
}
