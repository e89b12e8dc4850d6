import Domain
import Postgres
import Records
import Sequencer
import TestDatabases
import Testing
import Trading

/// A command that breaks the database's rules, though ours let it pass, does not end epoch after epoch.
@Suite struct PoisonTests {
    @Test func aCommandThatEndsEpochsIsFoundAndRefused() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let sequencer = try await stand.start()
        let opened = try await sequencer.submit(all: try Desk.opening())
        try stand.database.superuser().execute("ALTER TABLE exchange.deposit ADD CHECK (amount <> 666)")
        let poison = try Desk.deposit("poison", fen: 666)
        // The first epoch ends marked; the second stores the key before it tries, and ends marked too.
        #expect(await sequencer.submit(poison).failure == .unavailable)
        var told: SubmitError?
        repeat { told = await sequencer.submit(poison).failure } while told == .unavailable
        #expect(told == .internalFault)
        #expect(sequencer.status == .serving(epoch: 3))
        #expect(try stand.database.number("SELECT count(*) FROM exchange.epoch_mark") == 2)
        #expect(try stand.database.number("SELECT count(*) FROM exchange.suspect WHERE key = 'poison'") == 1)
        let receipt = try await sequencer.submit(try Desk.deposit("healthy")).get()
        #expect(receipt.sequence == Int64(opened.count) + 1)
        await sequencer.stop()
    }

    @Test func batchesOfAMarkedEpochsSuccessorHaveOneCommand() async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let former = try await stand.start()
        let opened = try await former.submit(all: try Desk.opening())
        await former.stop()
        try stand.database.superuser().execute("INSERT INTO exchange.epoch_mark VALUES (1, 'by a test')")
        let sequencer = try await stand.start()
        let before = Int64(opened.count)
        for answer in await sequencer.submit(together: try Desk.deposits("careful", 20)) { _ = try answer.get() }
        #expect(try stand.database.transactions(after: before, through: before + 20) == 20)
        await sequencer.stop()
    }

    /// A suspect whose epoch left no mark was cut off by a kill, not by a fault.
    @Test(arguments: [true, false]) func aSuspectIsRefusedOnlyIfItsEpochIsMarked(_ isMarked: Bool) async throws {
        let stand = try Stand()
        defer { stand.remove() }
        let former = try await stand.start()
        try await former.submit(all: try Desk.opening())
        await former.stop()
        let submission = try Desk.deposit("suspect")
        let operation = submission.command.kind.rawValue
        let database = try stand.database.superuser()
        try database.execute("INSERT INTO exchange.suspect VALUES (0, \(operation), 'suspect', 1)")
        if isMarked { try database.execute("INSERT INTO exchange.epoch_mark VALUES (1, 'by a test')") }
        let sequencer = try await stand.start()
        #expect(await sequencer.submit(submission).failure == (isMarked ? .internalFault : nil))
        await sequencer.stop()
    }
}
