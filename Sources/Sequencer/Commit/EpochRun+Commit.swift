import Domain
import Persistence
import Records
import Trading

extension EpochRun {
    /// Serves commands: answers repeats and decides the new ones, which are answered once they are durable.
    ///
    /// Where it throws, every command that is not answered yet is told `unavailable`.
    func serve(_ commands: [WaitingCommand]) throws(EpochEnding) {
        do throws(EpochEnding) {
            let groups = try answerRepeats(commands)
            guard poison.isCautious else { return decide(groups) }
            for group in groups { try commitAlone(group) }
        } catch {
            for command in commands { command.answer.give(.failure(.unavailable)) }
            throw error
        }
    }

    /// After a fault of our own: the key is stored before its command is tried.
    private func commitAlone(_ group: CommandGroup) throws(EpochEnding) {
        if let key = group.submission.key {
            try EpochEnding.journaling { () throws(JournalError) in try journal.suspect(key) }
        }
        decide([group])
        try settle()
        poison.note(commands: 1)
    }

    /// What a command of the market's clock makes due follows it at once, so that the records of a journal do not
    /// depend on how its commands were batched.
    private func decide(_ groups: [CommandGroup]) {
        guard time() != nil else {
            for group in groups {
                unanswered.remove(group)
                group.give(.failure(.intakeStopped))
            }
            return
        }
        for group in groups {
            next.add(exchange.apply(group.submission, clock: time() ?? exchange.lastStamp), for: group)
            guard configuration.clock == .market, isDue, let now = time() else { continue }
            next.add(exchange.fallDue(at: now, nonce: group.submission.nonce.successor))
        }
    }

    /// Lets happen what is due though no command came.
    func tick() {
        guard let now = time() else { return }
        next.add(exchange.fallDue(at: now, nonce: configuration.drawNonce()))
    }
}

#if CRASH_POINTS
    extension EpochRun {
        var answersEarly: Bool { CrashPoints.shared.answersEarly }
        func noteInFlight(_ count: Int) { CrashPoints.shared.setInFlight(count) }
        func pass(_ point: CrashPoints.Point) { CrashPoints.shared.pass(point) }
    }
#else
    extension EpochRun {
        enum PassedPoint { case decided, committed, beforeAnswer }
        var answersEarly: Bool { false }
        func noteInFlight(_ count: Int) {}
        func pass(_ point: PassedPoint) {}
    }
#endif
