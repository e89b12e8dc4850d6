import Trading

/// A command that is new, and all who wait for it under the same key.
struct CommandGroup {
    let submission: Submission
    var answers: [PendingAnswer]

    func give(_ answer: Result<Receipt, SubmitError>) {
        for pending in answers { pending.give(answer) }
    }
}
