import Logging
import Persistence
import Trading

/// The state that a journal gives, folded from its records, or from a snapshot and those that follow it; nothing is
/// decided.
struct RecoveredState: ~Copyable {
    var exchange: Exchange
    var keys: KeyFilter
    /// The last record at which a stored content hash was found, and found right.
    var hashed: Int64
    /// The record of the snapshot that it came from; 0 where the whole journal was folded.
    let snapshot: Int64

    /// Complexity: O(state + records after the snapshot), and O(state) for each hash stored after it.
    ///
    /// - Throws: `journal`, `recovery`.
    init(_ journal: PostgresJournal, _ configuration: SequencerConfiguration) throws(StartError) {
        let hashes = try StartError.catching { try Self.comparableHashes(journal) }
        var exchange = Self.restored(configuration, hashes)
        let snapshot = exchange.sequence
        var hashed = snapshot
        do {
            try journal.read(after: snapshot) { entry in
                try exchange.fold(entry)
                guard let wanted = hashes[entry.sequence] else { return }
                guard exchange.stateHash() == wanted else { throw RecoveryError.stateHash(sequence: entry.sequence) }
                hashed = entry.sequence
            }
            if let head = try journal.head(), exchange.head != head { throw RecoveryError.head(sequence: head.size) }
        } catch let error as RecoveryError {
            throw .recovery(error)
        } catch {
            try StartError.catching { throw error }
        }
        // What was folded is written already; the next batch has its own changes only.
        _ = exchange.batch([])
        var keys = KeyFilter()
        try StartError.catching { try journal.forEachKey { keys.insert($0) } }
        self.exchange = exchange
        self.keys = keys
        self.hashed = hashed
        self.snapshot = snapshot
    }

    /// The state of the newest snapshot that has the content hash which the journal stored at its record; the beginning
    /// where there is none. One that does not serve is told of and passed by.
    private static func restored(_ configuration: SequencerConfiguration, _ hashes: [Int64: UInt64]) -> Exchange {
        guard let file = configuration.snapshotFile else { return Exchange() }
        for path in file.paths {
            do {
                guard let snapshot = try file.read(path) else { continue }
                guard hashes[snapshot.sequence] == snapshot.stateHash else {
                    throw RecoveryError.stateHash(sequence: snapshot.sequence)
                }
                return try Exchange(restoring: snapshot)
            } catch {
                configuration.logger.warning(
                    "snapshot passed by", metadata: ["file": "\(path)", "cause": "\(error)"])
            }
        }
        return Exchange()
    }

    /// The stored hashes of epochs of these rules; those of others may be of another form.
    private static func comparableHashes(_ journal: PostgresJournal) throws(JournalError) -> [Int64: UInt64] {
        let epochs = try journal.epochs()
        var hashes: [Int64: UInt64] = [:]
        for (sequence, hash) in try journal.stateHashes() {
            let epoch = epochs.last { $0.after < sequence }
            if epoch?.decisionVersion == Exchange.decisionVersion { hashes[sequence] = hash }
        }
        return hashes
    }
}
