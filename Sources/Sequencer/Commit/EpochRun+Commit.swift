import Domain
import Persistence
import Records
import Trading

extension EpochRun {
    /// Serves commands: answers repeats, decides the new ones, makes them durable in one transaction, answers them.
    ///
    /// Where it throws, every command that is not answered yet is told `unavailable`.
    func serve(_ commands: [WaitingCommand]) throws(EpochEnding) {
        do throws(EpochEnding) {
            let groups = try answerRepeats(commands)
            guard !groups.isEmpty else { return }
            guard poison.isCautious else { return try commit(groups) }
            for group in groups { try commit([group]) }
        } catch {
            for command in commands { command.answer.give(.failure(.unavailable)) }
            throw error
        }
    }

    private func commit(_ groups: [CommandGroup]) throws(EpochEnding) {
        guard time() != nil else {
            for group in groups { group.give(.failure(.intakeStopped)) }
            return
        }
        if poison.isCautious { try storeSuspects(groups) }
        noteInFlight(groups.count)
        let (entries, places) = decide(groups)
        let answers = zip(groups, places).map { ($0, entries[$1].record) }
        if answersEarly { give(answers) }
        try write(entries)
        for key in groups.compactMap(\.submission.key) { keys.insert(key) }
        give(answers)
        noteInFlight(0)
        poison.note(commands: groups.count)
    }

    private func give(_ answers: [(CommandGroup, Record)]) {
        let head = exchange.head
        for (group, record) in answers { group.give(.success(Receipt(record: record, head: head))) }
    }

    private func storeSuspects(_ groups: [CommandGroup]) throws(EpochEnding) {
        for key in groups.compactMap(\.submission.key) {
            try EpochEnding.journaling { () throws(JournalError) in try journal.suspect(key) }
        }
    }

    /// The entries of all commands, and where each command's own entry is.
    ///
    /// What a command of the market's clock makes due follows it at once, so that the records of a journal do not
    /// depend on how its commands were batched.
    private func decide(_ groups: [CommandGroup]) -> (entries: [JournalEntry], places: [Int]) {
        var entries: [JournalEntry] = []
        var places: [Int] = []
        for group in groups {
            entries += exchange.apply(group.submission, clock: time() ?? exchange.lastStamp)
            places.append(entries.count - 1)
            guard configuration.clock == .market, isDue, let now = time() else { continue }
            entries += exchange.fallDue(at: now, nonce: group.submission.nonce.successor)
        }
        return (entries, places)
    }

    /// Lets happen what is due though no command came.
    func tick() throws(EpochEnding) {
        guard let now = time() else { return }
        let entries = exchange.fallDue(at: now, nonce: configuration.drawNonce())
        if !entries.isEmpty { try write(entries) }
    }

    /// Makes entries durable; nobody is told before it returns.
    private func write(_ entries: [JournalEntry]) throws(EpochEnding) {
        pass(.decided)
        let hashing = exchange.sequence - hashed >= configuration.hashInterval
        let batch = exchange.batch(entries, hashing: hashing)
        let started = configuration.timeSource.steady()
        try EpochEnding.journaling { () throws(JournalError) in try journal.append(batch) }
        pass(.committed)
        if hashing { hashed = exchange.sequence }
        wall.noteRecord()
        do throws(HeadFileError) { try heads.note(batch.head) } catch { throw .headFile(error) }
        metrics.note(batch, took: configuration.timeSource.steady() - started)
        configuration.onCommit?(entries, batch.head)
        pass(.beforeAnswer)
    }
}

#if CRASH_POINTS
    extension EpochRun {
        private var answersEarly: Bool { CrashPoints.shared.answersEarly }
        private func noteInFlight(_ count: Int) { CrashPoints.shared.setInFlight(count) }
        private func pass(_ point: CrashPoints.Point) { CrashPoints.shared.pass(point) }
    }
#else
    extension EpochRun {
        enum PassedPoint { case decided, committed, beforeAnswer }
        private var answersEarly: Bool { false }
        private func noteInFlight(_ count: Int) {}
        private func pass(_ point: PassedPoint) {}
    }
#endif
