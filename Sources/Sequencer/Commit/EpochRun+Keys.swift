import CoreMetrics
import Persistence
import Trading

extension EpochRun {
    /// Answers what repeats an earlier command, and returns the new ones in order. Who asks for what is on its way
    /// waits with the first who asked.
    func answerRepeats(_ commands: [WaitingCommand]) throws(EpochEnding) -> [CommandGroup] {
        let known = try knownRecords(commands)
        var groups: [CommandGroup] = []
        for command in commands {
            if let key = command.submission.key {
                if poison.condemns(key) {
                    metrics.condemned.increment()
                    command.answer.give(.failure(.internalFault))
                    continue
                }
                if let record = known[key] {
                    try answer(command, by: record)
                    continue
                }
                if let group = unanswered[key] {
                    group.join(command)
                    continue
                }
            }
            let group = CommandGroup(command)
            unanswered.insert(group)
            groups.append(group)
        }
        return groups
    }

    private func knownRecords(
        _ commands: [WaitingCommand]
    ) throws(EpochEnding) -> [IdempotencyKey: KeyedRecord] {
        let asked = Set(commands.compactMap(\.submission.key).filter { keys.mayContain($0) })
        guard !asked.isEmpty else { return [:] }
        try settle()
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
}
