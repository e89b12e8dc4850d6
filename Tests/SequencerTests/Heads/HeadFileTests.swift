import Persistence
import Sequencer
import TestDatabases
import Testing
import Trading

/// A database that has lost what the head file says was committed is not written to.
@Suite struct HeadFileTests {
    @Test func aDatabaseOlderThanTheHeadFileIsRefused() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        try await run(stand, try Desk.opening())
        let backup = try stand.database.copy()
        try await run(stand, try Desk.deposits("lost", 3))
        let restored = stand.with(backup)
        let records = try backup.records()
        await expectRefused(restored, file: records + 3, database: records)
        #expect(try backup.records() == records)
        // The one that was not restored still serves.
        try await run(stand, try Desk.deposits("more", 1))
    }

    @Test func anEmptyDatabaseIsOlderToo() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        try await run(stand, try Desk.opening())
        await expectRefused(stand.with(try TestDatabase()), file: Int64(try Desk.opening().count), database: 0)
    }

    /// As many records as the file says, or more, but not those.
    @Test(arguments: [3, 5]) func anotherHistoryIsRefused(_ count: Int) async throws {
        let stand = try Stand()
        let elsewhere = try Stand()
        defer { [stand, elsewhere].forEach { $0.remove() } }
        try await run(stand, try Desk.opening())
        let fork = try stand.database.copy()
        try await run(stand, try Desk.deposits("ours", 3))
        try await run(elsewhere.with(fork), try Desk.deposits("theirs", count))
        let size = Int64(try Desk.opening().count)
        await expectRefused(stand.with(fork), file: size + 3, database: size + Int64(count))
    }

    /// The writer died between its commit and the file.
    @Test func aDatabaseAheadOfTheHeadFileIsTakenOver() async throws {
        let stand = try Stand()
        let elsewhere = try Stand(stand.database)
        defer { [stand, elsewhere].forEach { $0.remove() } }
        try await run(stand, try Desk.opening())
        let before = try #require(try stand.headFile.read())
        try await run(elsewhere, try Desk.deposits("ahead", 2))
        #expect(try stand.headFile.read() == before)
        try await run(stand, [])
        #expect(try stand.headFile.read()?.size == before.size + 2)
    }

    private func run(_ stand: Stand, _ submissions: [Submission]) async throws {
        let sequencer = try await stand.start()
        try await sequencer.submit(all: submissions)
        await sequencer.stop()
    }

    private func expectRefused(_ stand: Stand, file: Int64, database: Int64) async {
        do {
            let sequencer = try await stand.start()
            await sequencer.stop()
            Issue.record("it started")
        } catch StartError.headFile(.databaseOlder(let kept, let found)) {
            #expect(kept.size == file)
            #expect(found.size == database)
        } catch { Issue.record(error) }
    }
}
