import CoreMetrics
import Persistence
import Trading

extension EpochRun {
    /// Answers what repeats an earlier command, and returns the new ones in order, those of one key together.
    func answerRepeats(_ commands: [WaitingCommand]) throws(EpochEnding) -> [CommandGroup] {
        let known = try knownRecords(commands)
        var groups: [CommandGroup] = []
        var places: [IdempotencyKey: Int] = [:]
        for command in commands {
            guard let key = command.submission.key else {
                groups.append(CommandGroup(submission: command.submission, answers: [command.answer]))
                continue
            }
            if poison.condemns(key) {
                metrics.condemned.increment()
                command.answer.give(.failure(.internalFault))
            } else if let record = known[key] {
                try answer(command, by: record)
            } else if let place = places[key] {
                join(&groups[place], command)
            } else {
                places[key] = groups.count
                groups.append(CommandGroup(submission: command.submission, answers: [command.answer]))
            }
        }
        return groups
    }

    private func knownRecords(
        _ commands: [WaitingCommand]
    ) throws(EpochEnding) -> [IdempotencyKey: KeyedRecord] {
        let asked = Set(commands.compactMap(\.submission.key).filter { keys.mayContain($0) })
        guard !asked.isEmpty else { return [:] }
        return try EpochEnding.journaling { () throws(JournalError) in try journal.records(of: Array(asked)) }
    }

    private func answer(_ command: WaitingCommand, by record: KeyedRecord) throws(EpochEnding) {
        guard record.bodyHash == command.submission.bodyHash else {
            return command.answer.give(.failure(.keyConflict(sequence: record.sequence)))
        }
        let entry = try EpochEnding.journaling { () throws(JournalError) in try journal.entry(record.sequence) }
        guard let entry else { throw .journal(.damaged(sequence: record.sequence, "a key names a missing record")) }
        metrics.repeats.increment()
        command.answer.give(.success(Receipt(record: entry.record, head: exchange.head, isRepeat: true)))
    }

    /// The key is in flight: who asks the same waits with the first.
    private func join(_ group: inout CommandGroup, _ command: WaitingCommand) {
        if group.submission.bodyHash == command.submission.bodyHash {
            group.answers.append(command.answer)
        } else {
            command.answer.give(.failure(.keyConflict(sequence: nil)))
        }
    }
}
