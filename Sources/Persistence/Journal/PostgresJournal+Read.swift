import Domain
import Postgres
import Records
import Trading

extension PostgresJournal {
    /// Entries read in one round trip.
    private static let pageSize: Int64 = 1_000

    /// Reads page by page, so that the connection can be used within the body.
    ///
    /// Errors: `unavailable`, `damaged`, and what the body throws.
    public func read(after sequence: Int64, _ body: (JournalEntry) throws -> Void) throws {
        var last = sequence
        while last < log.size {
            let through = min(last + Self.pageSize, log.size)
            for entry in try EntryReader(connection).entries(after: last, through: through) { try body(entry) }
            last = through
        }
    }

    /// One entry; nil where there is none of that number. Errors: `unavailable`, `damaged`.
    public func entry(_ sequence: Int64) throws(JournalError) -> JournalEntry? {
        guard (1...max(log.size, 1)).contains(sequence), log.size > 0 else { return nil }
        return try EntryReader(connection).entries(after: sequence - 1, through: sequence).first
    }
}
