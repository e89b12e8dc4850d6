import Trading

/// A command that is new, and all who wait for it under the same key.
final class CommandGroup {
    let submission: Submission
    private(set) var answers: [PendingAnswer]

    init(_ command: WaitingCommand) {
        submission = command.submission
        answers = [command.answer]
    }

    /// Who asks the same waits with the first; who asks something else under its key is told so.
    func join(_ command: WaitingCommand) {
        if submission.bodyHash == command.submission.bodyHash {
            answers.append(command.answer)
        } else {
            command.answer.give(.failure(.keyConflict(sequence: nil)))
        }
    }

    func give(_ answer: Result<Receipt, SubmitError>) {
        for pending in answers { pending.give(answer) }
    }
}
