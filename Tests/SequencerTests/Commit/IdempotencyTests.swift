import Domain
import Postgres
import Records
import Sequencer
import TestDatabases
import Testing
import Trading

/// One key, one record, one answer.
@Suite struct IdempotencyTests {
    @Test func theSameRequestGetsTheSameRecord() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let sequencer = try await stand.start()
        try await sequencer.submit(all: try Desk.opening())
        let submission = try Desk.deposit("once")
        let first = try await sequencer.submit(submission).get()
        let picture = try await sequencer.picture()
        let second = try await sequencer.submit(submission).get()
        #expect(!first.isRepeat && second.isRepeat)
        #expect(first.record == second.record)
        #expect(try await sequencer.picture() == picture)
        #expect(try stand.database.records() == picture.head.size)
        await sequencer.stop()
    }

    @Test func fiftyAtOnceAreOneRecord() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let held = try await stand.startHeld()
        let sequencer = held.sequencer
        let before = try stand.database.records()
        let submission = try Desk.deposit("fifty")
        let tasks = (0..<50).map { _ in Task { await sequencer.submit(submission) } }
        while sequencer.inboxDepth < 50 { await Task.yield() }
        try await held.letGo()
        var receipts: [Receipt] = []
        for task in tasks { receipts.append(try await task.value.get()) }
        #expect(receipts.count == 50)
        #expect(receipts.allSatisfy { $0.record == receipts[0].record && $0.sequence == before + 1 })
        #expect(try stand.database.records() == before + 1)
        let keys = try stand.database.number("SELECT count(*) FROM exchange.client_key WHERE key = 'fifty'")
        #expect(keys == 1)
        await sequencer.stop()
    }

    @Test func itHoldsOverARestart() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let former = try await stand.start()
        try await former.submit(all: try Desk.opening())
        let submission = try Desk.deposit("before")
        let first = try await former.submit(submission).get()
        await former.stop()
        let sequencer = try await stand.start()
        let second = try await sequencer.submit(submission).get()
        #expect(second.isRepeat)
        #expect(second.record == first.record)
        #expect(try stand.database.records() == first.sequence)
        // A key that was not used is not taken for one that was.
        #expect(try await !sequencer.submit(try Desk.deposit("after")).get().isRepeat)
        await sequencer.stop()
    }

    @Test func anotherBodyIsAConflict() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let former = try await stand.start()
        try await former.submit(all: try Desk.opening())
        let first = try await former.submit(try Desk.deposit("key", fen: 100)).get()
        let other = try Desk.deposit("key", fen: 200)
        #expect(await former.submit(other).failure == .keyConflict(sequence: first.sequence))
        await former.stop()
        let sequencer = try await stand.start()
        #expect(await sequencer.submit(other).failure == .keyConflict(sequence: first.sequence))
        #expect(try stand.database.records() == first.sequence)
        await sequencer.stop()
    }

    @Test func anotherBodyIsAConflictWhileTheFirstIsInFlight() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let held = try await stand.startHeld()
        let sequencer = held.sequencer
        let answers = sequencer.enqueue(all: try [100, 200].map { try Desk.deposit("key", fen: $0) })
        try await held.letGo()
        let told = await answers.all()
        #expect(try told[0].get().outcome == .accepted)
        #expect(told[1].failure == .keyConflict(sequence: nil))
        await sequencer.stop()
    }

    @Test func aKeyIsOfOneOrganisationAndOperation() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let sequencer = try await stand.start()
        try await sequencer.submit(all: try Desk.opening())
        let commands: [(Command, Actor)] = [
            (.requestPayout(Money(fen: 1)), Desk.buyer), (.requestPayout(Money(fen: 1)), Desk.provider),
            (.cancelDemand(DemandID(9)), Desk.buyer),
        ]
        var sequences: Set<Int64> = []
        for (command, actor) in commands {
            let receipt = try await sequencer.submit(try Desk.submission("same", command, by: actor)).get()
            #expect(!receipt.isRepeat)
            sequences.insert(receipt.sequence)
        }
        #expect(sequences.count == 3)
        await sequencer.stop()
    }

    @Test func aRefusalIsJournaledUnderItsKey() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let former = try await stand.start()
        let opening = try Desk.opening()
        try await former.submit(all: Array(opening.prefix(6)))
        // No party is registered yet.
        let submission = try Desk.deposit("early")
        let refusal = try await former.submit(submission).get()
        #expect(refusal.outcome == .refused(.unknownParty))
        #expect(try stand.database.records() == refusal.sequence)
        let stored = try stand.database.superuser().execute(
            """
            SELECT j.reason FROM exchange.journal AS j JOIN exchange.client_key AS k USING (seq)
            WHERE k.key = 'early'
            """)
        #expect(try stored.first().text(0) == Reason.unknownParty.code)
        await former.stop()
        let sequencer = try await stand.start()
        try await sequencer.submit(all: Array(opening.dropFirst(6)))
        // The cause is gone, but this request was answered.
        let again = try await sequencer.submit(submission).get()
        #expect(again.isRepeat && again.record == refusal.record)
        #expect(try await sequencer.submit(try Desk.deposit("later")).get().outcome == .accepted)
        await sequencer.stop()
    }
}
