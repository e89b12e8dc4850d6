import Persistence
import Postgres
import Sequencer
import TestDatabases
import Testing
import Trading

/// One writer at a time: the one before writes nothing more.
@Suite struct FenceTests {
    /// Each process has a head file of its own.
    private static func stands() throws -> (first: Stand, second: Stand) {
        let first = try Stand()
        return (first, try Stand(first.database))
    }

    private static func lastRecord(ofEpoch number: Int64, in database: TestDatabase) throws -> Int64 {
        try database.number("SELECT coalesce(max(seq), 0) FROM exchange.journal WHERE epoch = \(number)")
    }

    @Test func aSecondTakesOverAndTheFirstWritesNothingMore() async throws {
        let (one, other) = try Self.stands()
        defer { [one, other].forEach { $0.remove() } }
        let first = try await one.start()
        let opened = try await first.submit(all: try Desk.opening())
        let second = try await other.start()
        #expect(second.status == .serving(epoch: 2))
        #expect(try await second.picture().head.size == opened.last?.sequence)
        let late = try Desk.deposit("late")
        #expect(await first.submit(late).failure == .unavailable)
        await first.end()
        #expect(first.status == .fenced)
        #expect(await first.submit(late).failure == .stopped)
        // The second took no harm, and the command was written nowhere.
        let receipt = try await second.submit(late).get()
        #expect(!receipt.isRepeat && receipt.sequence == Int64(opened.count) + 1)
        #expect(try Self.lastRecord(ofEpoch: 1, in: one.database) == opened.last?.sequence)
        await second.stop()
    }

    @Test func aFirstAtRestEndsThoughNobodyAsksIt() async throws {
        let (one, other) = try Self.stands()
        defer { [one, other].forEach { $0.remove() } }
        let first = try await one.start { $0.sessionCheckInterval = .milliseconds(5) }
        let second = try await other.start()
        await first.end()
        #expect(first.status == .fenced)
        await second.stop()
    }

    @Test func aFirstThatIsFrozenWithinABatchIsEnded() async throws {
        let (one, other) = try Self.stands()
        defer { [one, other].forEach { $0.remove() } }
        let first = try await one.start()
        let opened = try await first.submit(all: try Desk.opening())
        let holder = try one.database.holdingBatches()
        let submission = try Desk.deposit("frozen")
        async let frozen = first.submit(submission)
        try await one.database.untilWriterWaits(for: "Lock")
        let second = try await other.start()
        holder.close()
        #expect(await frozen.failure == .unavailable)
        await first.end()
        #expect(first.status == .fenced)
        #expect(try one.database.records() == Int64(opened.count))
        #expect(try await second.submit(submission).get().isRepeat == false)
        await second.stop()
    }

    /// The session lives, so nothing but the fence itself can stop the batch.
    @Test func theFenceStopsAWriterWhoseSessionLives() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let sequencer = try await stand.start()
        let opened = try await sequencer.submit(all: try Desk.opening())
        try stand.database.superuser().execute("UPDATE exchange.writer SET epoch = epoch + 1")
        #expect(await sequencer.submit(try Desk.deposit("late")).failure == .unavailable)
        await sequencer.end()
        #expect(sequencer.status == .fenced)
        #expect(try stand.database.records() == Int64(opened.count))
    }
}
