import Domain
import Records
import Sequencer
import Synchronization
import TestDatabases
import Testing
import Trading

/// The wall's clock: things fall due by themselves, and a clock that jumps stops intake.
@Suite struct WallClockTests {
    /// The system's clocks, the wall's moved by so many microseconds.
    private final class MovedWall: Sendable {
        let offset = Atomic<Int64>(0)

        /// The wall shows this hour now.
        init(showing instant: Stamp) {
            offset.store(instant.microseconds - TimeSource.system.wall().microseconds, ordering: .relaxed)
        }

        func move(_ microseconds: Int64) { offset.add(microseconds, ordering: .relaxed) }

        var source: TimeSource {
            TimeSource(
                wall: {
                    let now = TimeSource.system.wall().microseconds
                    return Stamp(microseconds: now + self.offset.load(ordering: .relaxed))
                }, steady: TimeSource.system.steady)
        }
    }

    @Test func whatIsDueHappensThoughNoCommandComes() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        // Half a second before the demand's window begins.
        let wall = MovedWall(showing: Stamp(microseconds: Stamp(hour: Desk.start + 1).microseconds - 500_000))
        let sequencer = try await stand.start {
            $0.clock = .wall
            $0.timeSource = wall.source
        }
        let opened = try await sequencer.submit(all: try Desk.openingOnTheWallsClock())
        let demand = try await sequencer.submit(try Desk.demand(1, limit: 10, 1..<2)).get()
        // A machine that took longer than that to get here refuses the demand; then there is nothing to see.
        if demand.outcome == .accepted {
            while try await sequencer.picture().head.size == demand.sequence { await Task.yield() }
            let kind = try stand.database.number(
                "SELECT kind::bigint FROM exchange.journal WHERE seq = \(demand.sequence + 1)")
            #expect(kind == Int64(Command.tick.kind.rawValue))
        }
        #expect(opened.allSatisfy { $0.outcome == .accepted })
        await sequencer.stop()
    }

    @Test(arguments: [2, -2]) func aClockThatJumpsStopsIntakeUntilTwoPersonsConfirm(_ hours: Int64) async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let wall = MovedWall(showing: Stamp(hour: Desk.start))
        let sequencer = try await stand.start {
            $0.clock = .wall
            $0.timeSource = wall.source
        }
        let opened = try await sequencer.submit(all: try Desk.openingOnTheWallsClock())
        wall.move(Int64(hours) * 3_600_000_000 + (hours > 0 ? 60_000_000 : -60_000_000))
        let submission = try Desk.deposit("after")
        #expect(await sequencer.submit(submission).failure == .intakeStopped)
        #expect(try await sequencer.confirmClock(PersonID(1)) == false)
        #expect(try await sequencer.confirmClock(PersonID(1)) == false)
        #expect(await sequencer.submit(submission).failure == .intakeStopped)
        #expect(try stand.database.records() == Int64(opened.count))
        #expect(try await sequencer.confirmClock(PersonID(2)))
        let receipt = try await sequencer.submit(submission).get()
        #expect(receipt.outcome == .accepted && !receipt.isRepeat)
        // A stamp never goes back.
        #expect(receipt.stamp >= opened.last!.stamp)
        await sequencer.stop()
    }

    @Test func aGapOfMoreThanAWeekStopsIntakeAtStart() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let wall = MovedWall(showing: Stamp(hour: Desk.start))
        func start() async throws -> Sequencer {
            try await stand.start {
                $0.clock = .wall
                $0.timeSource = wall.source
            }
        }
        let former = try await start()
        try await former.submit(all: try Desk.openingOnTheWallsClock())
        await former.stop()
        wall.move(6 * 86_400_000_000)
        let next = try await start()
        _ = try await next.submit(try Desk.deposit("in a week")).get()
        await next.stop()
        wall.move(8 * 86_400_000_000)
        let last = try await start()
        #expect(await last.submit(try Desk.deposit("later")).failure == .intakeStopped)
        await last.stop()
    }
}
