import Postgres
import Trading
import TransparencyLog

/// A head with the note that signs it.
public struct StoredCheckpoint: Hashable, Sendable {
    public let head: LogHead
    /// The bytes of a C2SP signed note.
    public let note: [UInt8]

    public init(head: LogHead, note: [UInt8]) {
        self.head = head
        self.note = note
    }
}

extension PostgresJournal {
    /// Keeps a checkpoint for the next batch's transaction, so that it costs no commit of its own.
    public func keep(_ checkpoint: StoredCheckpoint) {
        unstoredCheckpoints.append(
            .int8(checkpoint.head.size), .bytea(checkpoint.head.root.bytes), .bytea(checkpoint.note))
    }

    /// Stores what was kept; for a moment at which nothing else is to be written. Errors: as for `append`.
    public func storeCheckpoints() throws(JournalError) {
        guard !unstoredCheckpoints.isEmpty else { return }
        try journaling {
            try connection.pipeline { pipeline in
                try pipeline.execute(statements.fence, [.int8(epoch.number)])
                try pipeline.execute(statements.insert(.checkpoint), unstoredCheckpoints.parameters)
            }
        }
        unstoredCheckpoints = TableRows(.checkpoint)
    }

    /// The last stored checkpoint; nil before the first. Errors: `unavailable`, `damaged`.
    public func lastCheckpoint() throws(JournalError) -> StoredCheckpoint? {
        let result = try journaling {
            try connection.execute("SELECT size, root, note FROM exchange.checkpoint ORDER BY size DESC LIMIT 1")
        }
        guard let row = result.rows.first(where: { _ in true }) else { return nil }
        return try reading(0) {
            StoredCheckpoint(
                head: LogHead(size: try row.int64(0), root: try Digest(try row.bytes(1))), note: try row.bytes(2))
        }
    }
}
