import Dispatch
import Logging
import Persistence
import Synchronization
import Trading

/// Writes the state to a file now and then, beside the sequencer's thread, so that a start folds the rest only.
struct SnapshotKeeper {
    private let file: SnapshotFile?
    private let interval: Int64
    private let logger: Logger
    private let queue = DispatchQueue(label: "suanli.snapshot", qos: .utility)
    private let writing = Writing()
    /// The record of the last snapshot that was read or handed over.
    private var last: Int64

    /// Whether the one before is still being written.
    private final class Writing: Sendable {
        let value = Mutex(false)
    }

    /// - Parameter last: the record of the snapshot that the state came from; 0 where it was folded whole.
    init(_ configuration: SequencerConfiguration, last: Int64) {
        file = configuration.snapshotFile
        interval = configuration.snapshotInterval
        logger = configuration.logger
        self.last = last
    }

    /// Whether the state after this record is to be kept. One that is slow to write delays the next and nothing else.
    func isDue(at sequence: Int64) -> Bool {
        file != nil && sequence - last >= interval && !writing.value.withLock { $0 }
    }

    /// Writes a state that is durable in the journal, with its content hash.
    mutating func keep(_ snapshot: Snapshot) {
        guard let file else { return }
        last = snapshot.sequence
        writing.value.withLock { $0 = true }
        queue.async { [writing, logger] in
            do throws(SnapshotFileError) {
                try file.write(snapshot)
                logger.info("snapshot written", metadata: ["sequence": "\(snapshot.sequence)"])
            } catch {
                logger.warning("snapshot not written", metadata: ["error": "\(error)"])
            }
            writing.value.withLock { $0 = false }
        }
    }

    /// Waits until what was handed over is written, or could not be.
    func finish() { queue.sync {} }
}
