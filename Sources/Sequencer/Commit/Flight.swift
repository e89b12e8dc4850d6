import Dispatch
import Persistence
import Synchronization
import Trading

/// A batch while it is written, beside the sequencer's thread.
///
/// Until it has landed the journal belongs to it alone.
final class Flight {
    let decided: DecidedBatch
    let batch: JournalBatch
    /// The state after the batch, where it is to be kept once it is durable.
    let snapshot: Snapshot?
    private let outcome = Outcome()
    /// How long the journal took; meant for a flight that is done.
    var took: Duration { outcome.took }

    /// - Parameter done: called from another thread when it is.
    init(
        _ decided: DecidedBatch, _ batch: JournalBatch, _ snapshot: Snapshot?, _ journal: PostgresJournal,
        on queue: DispatchQueue, _ source: TimeSource, done: @escaping @Sendable () -> Void
    ) {
        self.decided = decided
        self.batch = batch
        self.snapshot = snapshot
        nonisolated(unsafe) let journal = journal
        queue.async { [outcome] in
            let started = source.steady()
            let result = Result { () throws(JournalError) in try journal.append(batch) }
            outcome.set(result, took: source.steady() - started)
            done()
        }
    }

    var isDone: Bool { outcome.isDone }

    /// Waits until it is done. Errors: those of `Journal.append`.
    func land() throws(JournalError) { try outcome.wait().get() }
}

/// Set once, by the journal's thread.
private final class Outcome: Sendable {
    private let value = Mutex<(result: Result<Void, JournalError>, took: Duration)?>(nil)
    private let done = DispatchSemaphore(value: 0)

    var isDone: Bool { value.withLock { $0 != nil } }
    var took: Duration { value.withLock { $0?.took } ?? .zero }

    func set(_ result: Result<Void, JournalError>, took: Duration) {
        value.withLock { $0 = (result, took) }
        done.signal()
    }

    func wait() -> Result<Void, JournalError> {
        while true {
            if let result = value.withLock({ $0?.result }) { return result }
            done.wait()
        }
    }
}
