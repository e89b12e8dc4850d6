import Trading

/// Somebody who waits for the fate of a command. The first answer counts.
///
/// Passed from the asker's task to the sequencer's thread through the inbox; one of them has it at a time.
final class PendingAnswer: @unchecked Sendable {
    private var tell: (@Sendable (Result<Receipt, SubmitError>) -> Void)?

    init(_ tell: @escaping @Sendable (Result<Receipt, SubmitError>) -> Void) { self.tell = tell }

    func give(_ answer: Result<Receipt, SubmitError>) {
        tell?(answer)
        tell = nil
    }
}

/// A command in the inbox.
struct WaitingCommand: Sendable {
    let submission: Submission
    let answer: PendingAnswer
}

/// A look at the state, between batches. It is called with nil where there is no state to look at.
typealias Inspection = @Sendable (EpochRun?) -> Void
