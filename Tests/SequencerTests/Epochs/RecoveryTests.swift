import Domain
import Persistence
import Postgres
import Sequencer
import TestDatabases
import Testing
import Trading

/// What a lost session leaves: the same state, each command once.
@Suite struct RecoveryTests {
    /// A market with a lease, a resting demand, an offer half taken, and then some.
    private static func stream() throws -> [Submission] {
        try Desk.opening() + [
            try Desk.offer(10, at: 20, 0..<200), try Desk.demand(4, limit: 25, 24..<34),
            try Desk.demand(20, limit: 25, 48..<60), try Desk.demand(3, limit: 10, 70..<80),
        ] + Desk.deposits("stream", 40) + [try Desk.advance(toHour: 30)] + Desk.deposits("late", 10)
    }

    @Test func theStateAfterARestartIsTheSame() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let former = try await stand.start()
        try await former.submit(all: try Self.stream())
        let picture = try await former.picture()
        await former.stop()
        #expect(former.status == .stopped)
        let sequencer = try await stand.start()
        #expect(sequencer.status == .serving(epoch: 2))
        #expect(try await sequencer.picture() == picture)
        await sequencer.stop()
    }

    @Test func aSessionEndedWithinABatchLosesNothingAndRepeatsNothing() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let sequencer = try await stand.start()
        let opened = try await sequencer.submit(all: try Desk.opening())
        let picture = try await sequencer.picture()
        let holder = try stand.database.holdingBatches()
        let answers = AnswerSheet(count: 10)
        let submissions = try Desk.deposits("cut", 10)
        for (place, submission) in submissions.enumerated() {
            sequencer.enqueue(submission) { answers.set($0, at: place) }
        }
        try await stand.database.untilWriterWaits(for: "Lock")
        try stand.database.endWriters()
        let told = await answers.all()
        holder.close()
        #expect(told.allSatisfy { $0.failure == .unavailable })
        #expect(try stand.database.records() == Int64(opened.count))
        let receipts = try await submit(submissions, to: sequencer)
        #expect(sequencer.status == .serving(epoch: 2))
        #expect(receipts.map(\.sequence) == (1...10).map { picture.head.size + $0 })
        await sequencer.stop()
    }

    @Test func theStateIsThatOfAnUndisturbedRunHoweverOftenTheSessionEnds() async throws {
        let (calm, rough) = (try Stand(), try Stand())
        defer { [calm, rough].forEach { $0.remove() } }
        let stream = try Self.stream()
        let undisturbed = try await calm.start()
        try await undisturbed.submit(all: stream)
        let wanted = try await undisturbed.picture()
        await undisturbed.stop()

        // There may be ends left when the stream is done.
        let sequencer = try await rough.start { $0.sessionCheckInterval = .milliseconds(5) }
        let database = rough.database
        async let trouble = Self.endSessions(20, of: database)
        let receipts = try await submit(stream, to: sequencer)
        try await trouble
        #expect(receipts.map(\.sequence).sorted() == receipts.map(\.sequence))
        // The last end may come after the last receipt.
        _ = try await sequencer.submit(untilAnswered: stream[0])
        #expect(try await sequencer.picture() == wanted)
        #expect(try database.records() == wanted.head.size)
        await sequencer.stop()
    }

    @Test func aWriterAtRestComesBackByItself() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let sequencer = try await stand.start { $0.sessionCheckInterval = .milliseconds(5) }
        let opened = try await sequencer.submit(all: try Desk.opening())
        try stand.database.endWriters()
        while sequencer.status != .serving(epoch: 2) { try await Task.sleep(for: .milliseconds(2)) }
        let receipt = try await sequencer.submit(untilAnswered: try Desk.deposit("after"))
        #expect(receipt.sequence == Int64(opened.count) + 1)
        await sequencer.stop()
    }

    /// Ends a writer's session so many times, with pauses, whether or not the writer is at work.
    private static func endSessions(_ times: Int, of database: TestDatabase) async throws {
        var ended = 0
        while ended < times {
            ended += Int(try database.endWriters())
            try await Task.sleep(for: .milliseconds(25))
        }
    }

    private func submit(_ stream: [Submission], to sequencer: Sequencer) async throws -> [Receipt] {
        var receipts: [Receipt] = []
        for submission in stream { receipts.append(try await sequencer.submit(untilAnswered: submission)) }
        return receipts
    }
}
