import Domain
import Persistence
import Postgres
import Records
import Sequencer
import Testing
import Trading

/// Many commands become durable in few transactions, and nobody is told before.
@Suite struct GroupCommitTests {
    @Test func whatWaitsGoesTogether() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let held = try await stand.startHeld { $0.batchMost = 200 }
        let sequencer = held.sequencer
        let before = try stand.database.records()
        let submissions = try Desk.deposits("many", 1_000)
        let answers = sequencer.enqueue(all: submissions)
        #expect(sequencer.inboxDepth == 1_000)
        try await held.letGo()
        let receipts = try await answers.all().map { try $0.get() }
        #expect(receipts.map(\.sequence) == Array((before + 1)...(before + 1_000)))
        #expect(receipts.allSatisfy { $0.outcome == .accepted && $0.head.size >= $0.sequence })
        #expect(try stand.database.transactions(after: before, through: before + 1_000) == 5)
        await sequencer.stop()
    }

    @Test func oneCommandIsOneTransaction() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let sequencer = try await stand.start()
        let opening = try Desk.opening()
        try await sequencer.submit(all: opening)
        let count = Int64(opening.count)
        #expect(try stand.database.transactions(after: 0, through: count) == count)
        await sequencer.stop()
    }

    @Test func whoIsToldFindsTheRecordInTheDatabase() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let database = stand.database
        let sequencer = try await stand.start()
        try await sequencer.submit(all: try Desk.opening())
        let sheet = AnswerSheet(count: 20)
        let seen = AnswerSheet(count: 20)
        for (place, submission) in try Desk.deposits("seen", 20).enumerated() {
            sequencer.enqueue(submission) { answer in
                sheet.set(answer, at: place)
                // At the moment of the answer, by another session.
                guard case .success(let receipt) = answer, let records = try? database.records(),
                    let head = try? stand.headFile.read(), records >= receipt.sequence, head == receipt.head
                else { return seen.set(.failure(.internalFault), at: place) }
                seen.set(answer, at: place)
            }
        }
        for answer in await seen.all() { _ = try answer.get() }
        await sequencer.stop()
    }

    @Test func nobodyIsToldWhileTheBatchIsBeingWritten() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let sequencer = try await stand.start()
        try await sequencer.submit(all: try Desk.opening())
        let holder = try stand.database.holdingBatches()
        let answers = AnswerSheet(count: 3)
        for (place, submission) in try Desk.deposits("held", 3).enumerated() {
            sequencer.enqueue(submission) { answers.set($0, at: place) }
        }
        try await stand.database.untilWriterWaits(for: "Lock")
        #expect(answers.count == 0)
        holder.close()
        for answer in await answers.all() { _ = try answer.get() }
        await sequencer.stop()
    }

    @Test func aFullInboxIsBusyAndDoesNothing() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let held = try await stand.startHeld { $0.inboxCapacity = 4 }
        let sequencer = held.sequencer
        let before = try stand.database.records()
        let submissions = try Desk.deposits("crowd", 6)
        let answers = sequencer.enqueue(all: submissions)
        // Two are told at once; four wait.
        #expect(answers.count == 2)
        try await held.letGo()
        let told = await answers.all()
        for answer in told.prefix(4) { _ = try answer.get() }
        #expect(told.suffix(2).map(\.failure) == [.busy, .busy])
        #expect(try stand.database.records() == before + 4)
        // Nothing was done, so the same key serves when there is room.
        let receipt = try await sequencer.submit(submissions[5]).get()
        #expect(receipt.outcome == .accepted && !receipt.isRepeat)
        await sequencer.stop()
    }
}

extension Result {
    /// The error; nil for a success.
    var failure: Failure? { if case .failure(let error) = self { error } else { nil } }
}
