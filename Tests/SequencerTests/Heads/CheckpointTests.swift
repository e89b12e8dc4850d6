import Domain
import Persistence
import Postgres
import Sequencer
import TestDatabases
import Testing
import Trading
import TransparencyLog

/// Heads are signed once they are durable; one that was not is signed at start.
@Suite struct CheckpointTests {
    @Test func anUnsignedCommittedHeadIsSignedAtStart() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let head = try Self.commitUnsigned(try Desk.opening(), stand.database)
        #expect(try stand.database.number("SELECT count(*) FROM exchange.checkpoint") == 0)
        let sequencer = try await stand.start()
        let checkpoint = try #require(sequencer.checkpoint)
        #expect(checkpoint.head == head)
        let opened = try Checkpoint.open(
            checkpoint.note, origin: "test.example/log", keys: [stand.signingKey.verifierKey])
        #expect(opened.size == UInt64(head.size) && opened.root == head.root)
        let stored = try stand.database.superuser().execute("SELECT size, note FROM exchange.checkpoint")
        #expect(stored.rowCount == 1)
        #expect(try stored.first().bytes(1) == checkpoint.note)
        await sequencer.stop()
    }

    @Test func theLastHeadIsSignedWhenNothingWaits() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let sequencer = try await stand.start()
        #expect(sequencer.checkpoint == nil)
        let receipts = try await sequencer.submit(all: try Desk.opening())
        while sequencer.checkpoint?.head != receipts.last?.head { await Task.yield() }
        await sequencer.stop()
        let last = try stand.database.number("SELECT max(size) FROM exchange.checkpoint")
        #expect(last == receipts.last?.sequence)
    }

    /// A writer that commits and dies before it signs.
    private static func commitUnsigned(_ submissions: [Submission], _ database: TestDatabase) throws -> LogHead {
        let claim = EpochClaim(decisionVersion: Exchange.decisionVersion)
        let journal = try PostgresJournal(try database.source(.writer), claim)
        var exchange = Exchange()
        for submission in submissions {
            let entries = exchange.apply(submission, clock: exchange.time(wall: .epoch))
            try journal.append(exchange.batch(entries, stateHash: exchange.stateHash()))
        }
        journal.close()
        return exchange.head
    }
}
