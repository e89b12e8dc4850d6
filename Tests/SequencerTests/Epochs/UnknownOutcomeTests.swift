import Foundation
import Postgres
import Sequencer
import Synchronization
import TestDatabases
import Testing
import Trading

/// A commit that waits for a standby and is broken off: the database has it, and the writer cannot know.
///
/// The server's settings are changed, so each test has a server of its own.
@Suite(.serialized) struct UnknownOutcomeTests {
    enum Interruption: CaseIterable {
        /// The session ends before it answers.
        case ended
        /// The session answers with success and a warning.
        case cancelled
    }

    @Test(arguments: Interruption.allCases)
    func aCommitOfUnknownFateIsNotAcknowledgedAndNotRepeated(_ interruption: Interruption) async throws {
        let stand = try Stand(try TestDatabase.alone())
        defer { stand.remove() }
        let held = try await stand.startHeld()
        let sequencer = held.sequencer
        try await Self.letCommitsWait(stand.database)
        let submission = try Desk.deposit("unknown")
        async let unknown = sequencer.submit(submission)
        while sequencer.inboxDepth == 0 { await Task.yield() }
        try await held.letGo()
        try await stand.database.untilWriterWaits(for: "SyncRep")
        switch interruption {
        case .ended: try stand.database.endWriters()
        case .cancelled: try stand.database.cancelWriters()
        }
        #expect(await unknown.failure == .unavailable)
        try Self.letCommitsPass(stand.database)
        // It was committed; asking again under the same key tells.
        let receipt = try await sequencer.submit(untilAnswered: submission)
        #expect(receipt.isRepeat && receipt.sequence == Int64(held.opened) + 2)
        #expect(try stand.database.records() == receipt.sequence)
        #expect(sequencer.status == .serving(epoch: 2))
        await sequencer.stop()
    }

    /// The epoch itself is taken in a commit that is broken off: it is this sequencer's all the same.
    @Test func anEpochTakenInACommitOfUnknownFateIsItsOwn() async throws {
        let stand = try Stand(try TestDatabase.alone())
        defer { stand.remove() }
        let database = stand.database
        let sequencer = try await stand.start()
        let opened = try await sequencer.submit(all: try Desk.opening())
        try await Self.letCommitsWait(database)
        try database.endWriters()
        let submission = try Desk.deposit("after")
        #expect(await sequencer.submit(submission).failure == .unavailable)
        // Twice the new epoch's commit waits and is broken off.
        for _ in 0..<2 {
            try await database.untilWriterWaits(for: "SyncRep")
            try database.endWriters()
        }
        try Self.letCommitsPass(database)
        let receipt = try await sequencer.submit(untilAnswered: submission)
        #expect(receipt.sequence == Int64(opened.count) + 1)
        #expect(sequencer.status == .serving(epoch: 4))
        await sequencer.stop()
    }

    /// Names a standby that is not there, and returns once a commit has been seen to wait for it.
    private static func letCommitsWait(_ database: TestDatabase) async throws {
        let server = try database.superuser()
        try server.execute("ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
        try server.execute("SELECT pg_reload_conf()")
        for number in 0... {
            let probe = Probe(database, number)
            while !probe.isDone {
                let waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
                if try database.number(waiting) > 0 { return }
            }
        }
    }

    private static func letCommitsPass(_ database: TestDatabase) throws {
        let server = try database.superuser()
        try server.execute("ALTER SYSTEM RESET synchronous_standby_names")
        try server.execute("SELECT pg_reload_conf()")
    }

    /// A commit on a thread of its own.
    private final class Probe: Sendable {
        private let done = Atomic(false)

        init(_ database: TestDatabase, _ number: Int) {
            Thread.detachNewThread { [self] in
                _ = try? database.superuser().execute("CREATE TABLE public.probe_\(number) ()")
                done.store(true, ordering: .releasing)
            }
        }

        var isDone: Bool { done.load(ordering: .acquiring) }
    }
}
