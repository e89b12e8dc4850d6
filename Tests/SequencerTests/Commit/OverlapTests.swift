import Postgres
import Records
import Sequencer
import Testing
import Trading

/// What comes is decided while the batch before is written, and nobody is told before its own batch is durable.
@Suite struct OverlapTests {
    /// A sequencer whose first batch stands at a lock, with a second one decided behind it.
    private struct Overlap {
        let sequencer: Sequencer
        let before: Int64
        let first: [Submission]
        let second: [Submission]
        let answers: AnswerSheet
        /// Of a request under the first key with another body.
        let conflict: AnswerSheet
        let release: () -> Void
    }

    private func overlap(_ stand: Stand) async throws -> Overlap {
        let sequencer = try await stand.start()
        try await sequencer.submit(all: try Desk.opening())
        let before = try stand.database.records()
        let holder = try stand.database.holdingBatches()
        let (first, second) = (try Desk.deposits("first", 3), try Desk.deposits("second", 4))
        let answers = AnswerSheet(count: 8)
        func put(_ submission: Submission, at place: Int) {
            sequencer.enqueue(submission) { answers.set($0, at: place) }
        }
        for (place, submission) in first.enumerated() { put(submission, at: place) }
        try await stand.database.untilWriterWaits(for: "Lock")
        for (place, submission) in second.enumerated() { put(submission, at: 3 + place) }
        // Who asks for what is on its way waits with it.
        put(first[0], at: 7)
        let conflict = sequencer.enqueue(all: [try Desk.deposit("first-0", fen: 7)])
        // The last one is told at once, so those before it have been decided.
        _ = await conflict.all()
        return Overlap(
            sequencer: sequencer, before: before, first: first, second: second, answers: answers,
            conflict: conflict, release: { holder.close() })
    }

    @Test func theNextBatchIsDecidedMeanwhile() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let overlap = try await overlap(stand)
        #expect(await overlap.conflict.all()[0].failure == .keyConflict(sequence: nil))
        #expect(overlap.answers.count == 0 && overlap.sequencer.inboxDepth == 0)
        #expect(try stand.database.records() == overlap.before)
        overlap.release()
        let receipts = try await overlap.answers.all().map { try $0.get() }
        #expect(receipts.prefix(7).map(\.sequence) == Array((overlap.before + 1)...(overlap.before + 7)))
        #expect(receipts[7].record == receipts[0].record && receipts[7].head == receipts[0].head)
        #expect(try stand.database.records() == overlap.before + 7)
        await overlap.sequencer.stop()
    }

    @Test func bothAreVoidWhereTheFirstIsLost() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let overlap = try await overlap(stand)
        try stand.database.endWriters()
        overlap.release()
        for answer in await overlap.answers.all() { #expect(answer.failure == .unavailable) }
        var sequences: [Int64] = []
        for submission in overlap.first + overlap.second {
            let receipt = try await overlap.sequencer.submit(untilAnswered: submission)
            #expect(receipt.outcome == .accepted && !receipt.isRepeat)
            sequences.append(receipt.sequence)
        }
        #expect(sequences == Array((overlap.before + 1)...(overlap.before + 7)))
        #expect(overlap.sequencer.status == .serving(epoch: 2))
        await overlap.sequencer.stop()
    }

    /// A look at the state sees nothing that is not durable.
    @Test func aLookWaitsForBoth() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let overlap = try await overlap(stand)
        let sequencer = overlap.sequencer
        async let head = sequencer.inspect { $0.head }
        overlap.release()
        #expect(try await head.size == overlap.before + 7)
        #expect(overlap.answers.count == 8)
        #expect(try stand.database.records() == overlap.before + 7)
        await sequencer.stop()
    }
}
