import Domain
import Postgres
import Records
import Sequencer
import TestDatabases
import Testing
import Trading

/// A market clock that jumps: what falls due does so at once, a record each, however commands were batched.
@Suite struct MarketClockTests {
    private static func orders() throws -> [Submission] {
        [
            try Desk.offer(10, at: 20, 0..<200), try Desk.demand(4, limit: 25, 24..<34),
            try Desk.demand(3, limit: 10, 40..<50),
        ]
    }

    @Test func aJumpIsFollowedByWhatFellDue() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let sequencer = try await stand.start()
        try await sequencer.submit(all: try Desk.opening() + Self.orders())
        let jump = try await sequencer.submit(try Desk.advance(toHour: 300)).get()
        #expect(jump.record.command.kind == .advanceClock)
        let due = try Self.ticks(after: jump.sequence, stand.database)
        // The reference prices of the first midnight, ten unreported hours, the demand whose window began, the offer
        // whose last hour began.
        #expect(due.count == 13)
        #expect(due.allSatisfy { $0 == Stamp(hour: Desk.start + 300).microseconds })
        let picture = try await sequencer.picture()
        #expect(picture.head.size == jump.sequence + 13)
        let next = try await sequencer.submit(try Desk.deposit("next")).get()
        #expect(next.sequence == jump.sequence + 14)
        await sequencer.stop()
        let successor = try await stand.start()
        #expect(try await successor.picture().head.size == next.sequence)
        await successor.stop()
    }

    @Test func theLogDoesNotDependOnHowCommandsWereBatched() async throws {
        let stream =
            try Desk.opening() + Self.orders() + [Desk.advance(toHour: 60)] + Desk.deposits("between", 5) + [
                try Desk.advance(toHour: 300), try Desk.deposit("last"),
            ]
        var pictures: Set<Picture> = []
        for batchMost in [1, 7, 1_000] {
            let stand = try Stand()
            defer { stand.remove() }
            let held = try await stand.startHeld(opening: [], ahead: stream[0]) { $0.batchMost = batchMost }
            let sequencer = held.sequencer
            async let rest = sequencer.submit(together: Array(stream.dropFirst()))
            while sequencer.inboxDepth < stream.count - 1 { await Task.yield() }
            try await held.letGo()
            for answer in await rest { _ = try answer.get() }
            pictures.insert(try await sequencer.picture())
            await sequencer.stop()
        }
        #expect(pictures.count == 1)
    }

    @Test func aJournalOfTheOtherClockIsRefused() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let former = try await stand.start()
        try await former.submit(all: try Desk.opening())
        await former.stop()
        await #expect(throws: StartError.self) { try await stand.start { $0.clock = .wall } }
    }

    /// The stamps of the records that follow one; all must be ticks.
    private static func ticks(after sequence: Int64, _ database: TestDatabase) throws -> [Int64] {
        let result = try database.superuser().execute(
            "SELECT stamp, kind FROM exchange.journal WHERE seq > $1 ORDER BY seq", [.int8(sequence)])
        return try result.rows.map { row in
            #expect(try row.int16(1) == Int16(CommandKind.tick.rawValue))
            return try row.int64(0)
        }
    }
}
