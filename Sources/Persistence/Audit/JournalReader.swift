import Domain
import Postgres
import Trading
import TransparencyLog

/// Reads the journal for audits, without taking the epoch.
public final class JournalReader {
    private let connection: Connection
    private static let pageSize: Int64 = 1_000

    /// - Parameter source: of the auditor.
    public init(_ source: DataSource) throws { connection = try Connection(source) }

    /// The stored head; nil for an empty journal.
    public func head() throws -> LogHead? {
        let row = try connection.execute("SELECT size, root FROM exchange.log_head").first()
        let size = try row.int64(0)
        return size == 0 ? nil : LogHead(size: size, root: try Digest(try row.bytes(1)))
    }

    /// The newest signed checkpoint; nil before the first.
    public func lastCheckpoint() throws -> StoredCheckpoint? {
        let result = try connection.execute(
            "SELECT size, root, note FROM exchange.checkpoint ORDER BY size DESC LIMIT 1")
        guard result.rowCount > 0 else { return nil }
        let row = try result.first()
        return StoredCheckpoint(
            head: LogHead(size: try row.int64(0), root: try Digest(try row.bytes(1))), note: try row.bytes(2))
    }

    /// Hands over the entries 1 ... `size` (all, where nil) in order. Errors: `damaged`, and what the body throws.
    public func read(through size: Int64? = nil, _ body: (JournalEntry) throws -> Void) throws {
        let most = try size ?? head()?.size ?? 0
        var last: Int64 = 0
        while last < most {
            let through = min(last + Self.pageSize, most)
            for entry in try EntryReader(connection).entries(after: last, through: through) { try body(entry) }
            last = through
        }
    }
}
