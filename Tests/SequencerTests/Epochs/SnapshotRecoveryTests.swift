import Foundation
import Persistence
import Postgres
import Sequencer
import TestDatabases
import Testing
import Trading

/// A start from a snapshot gives the state that a start from the whole journal gives, and needs no snapshot to serve.
@Suite struct SnapshotRecoveryTests {
    /// A market at work, in two parts.
    private static func streams() throws -> (before: [Submission], after: [Submission]) {
        let before =
            try Desk.opening() + [
                try Desk.offer(10, at: 20, 0..<200), try Desk.demand(4, limit: 25, 24..<34),
                try Desk.demand(20, limit: 25, 48..<60), try Desk.demand(3, limit: 10, 70..<80),
            ] + Desk.deposits("before", 20)
        return (before, [try Desk.advance(toHour: 30)] + (try Desk.deposits("after", 5)))
    }

    /// A stand that was at work and stopped, with a snapshot of some record and none of the last few.
    private func left() async throws -> (stand: Stand, picture: Picture) {
        let stand = try Stand()
        let sequencer = try await stand.start { Self.keep(stand, &$0) }
        let streams = try Self.streams()
        try await sequencer.submit(all: streams.before)
        await sequencer.stop()
        let later = try await stand.start { configuration in
            configuration.snapshotFile = nil
        }
        try await later.submit(all: streams.after)
        let picture = try await later.picture()
        await later.stop()
        return (stand, picture)
    }

    private static func keep(_ stand: Stand, _ configuration: inout SequencerConfiguration) {
        configuration.snapshotFile = SnapshotFile(path: stand.folder + "/snapshot")
        configuration.snapshotInterval = 5
    }

    /// Starts, compares the state, says which record it was restored from.
    private func restart(_ stand: Stand, _ picture: Picture) async throws -> Int64 {
        let sequencer = try await stand.start { Self.keep(stand, &$0) }
        #expect(try await sequencer.picture() == picture)
        let from = sequencer.restoredFrom
        await sequencer.stop()
        return from
    }

    @Test func aStartFoldsWhatFollowsTheSnapshot() async throws {
        let (stand, picture) = try await left()
        defer { stand.remove() }
        let from = try await restart(stand, picture)
        #expect(from > 5 && from < picture.head.size)
    }

    @Test func aDamagedSnapshotIsPassedByForTheFormerAndThatForTheJournal() async throws {
        let (stand, picture) = try await left()
        defer { stand.remove() }
        let file = SnapshotFile(path: stand.folder + "/snapshot")
        let last = try #require(try file.read(file.path)).sequence
        let former = try #require(try file.read(file.formerPath)).sequence
        #expect(former < last)
        try damage(file.path)
        #expect(try await restart(stand, picture) == former)
        try damage(file.formerPath)
        #expect(try await restart(stand, picture) == 0)
        for path in file.paths { try FileManager.default.removeItem(atPath: path) }
        #expect(try await restart(stand, picture) == 0)
    }

    /// A snapshot of another exchange, and one whose record the journal has no hash of, are passed by.
    @Test func aSnapshotThatTheJournalDoesNotKnowIsPassedBy() async throws {
        let (stand, picture) = try await left()
        defer { stand.remove() }
        let file = SnapshotFile(path: stand.folder + "/snapshot")
        try change(stand, "DELETE FROM exchange.state_hash")
        #expect(try await restart(stand, picture) == 0)
        try FileManager.default.removeItem(atPath: file.formerPath)
        try FileManager.default.removeItem(atPath: file.path)
        try Data(Exchange().snapshot().sealed).write(to: URL(filePath: file.path))
        #expect(try await restart(stand, picture) == 0)
    }

    /// A start refuses to serve where a state differs from the hash that was stored with it, and says so.
    @Test func aStateOfAnotherHashIsNotServed() async throws {
        let (stand, _) = try await left()
        defer { stand.remove() }
        try change(
            stand, "UPDATE exchange.state_hash SET hash = ~hash WHERE seq = (SELECT max(seq) FROM exchange.state_hash)")
        do throws(StartError) {
            _ = try await Sequencer.start(try unwrapped { try stand.configuration { Self.keep(stand, &$0) } })
            Issue.record("a state that differs was served")
        } catch {
            #expect("\(error)".contains("another content hash"))
        }
    }

    /// Changes what is append-only, as nobody but a superuser can.
    private func change(_ stand: Stand, _ sql: String) throws {
        let superuser = try stand.database.superuser()
        try superuser.execute("SET session_replication_role = replica")
        try superuser.execute(sql)
    }

    private func unwrapped<Value>(_ make: () throws -> Value) throws(StartError) -> Value {
        do { return try make() } catch { throw .journal(.unavailable("\(error)")) }
    }

    private func damage(_ path: String) throws {
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        bytes[bytes.count / 2] ^= 1
        try Data(bytes).write(to: URL(filePath: path))
    }
}
