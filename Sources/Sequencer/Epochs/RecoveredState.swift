import Persistence
import Trading

/// The state that a journal gives, folded from its records; nothing is decided.
struct RecoveredState: ~Copyable {
    var exchange: Exchange
    var keys: KeyFilter
    /// The last record at which a stored content hash was found, and found right.
    var hashed: Int64

    /// Complexity: O(records), and O(state) for each stored hash.
    ///
    /// - Throws: `journal`, `recovery`.
    init(_ journal: PostgresJournal) throws(StartError) {
        var exchange = Exchange()
        var hashed: Int64 = 0
        let hashes = try StartError.catching { try Self.comparableHashes(journal) }
        do {
            try journal.read(after: 0) { entry in
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
        _ = exchange.batch([], hashing: false)
        var keys = KeyFilter()
        try StartError.catching { try journal.forEachKey { keys.insert($0) } }
        self.exchange = exchange
        self.keys = keys
        self.hashed = hashed
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
