import Domain
import Postgres

/// A halt as the database has it.
public struct StoredHalt: Sendable {
    public let sequence: Int64
    public let scope: HaltScope
    /// nil once erased.
    public let note: String?
    /// nil while it is in force.
    public let resumed: Resumption?

    public struct Resumption: Sendable {
        public let sequence: Int64
        public let note: String?
    }
}

extension ExchangeQueries {
    public func halts(_ range: ListRange) async throws(QueryError) -> ReadAt<[StoredHalt]> {
        try await read(.anybody) { connection in
            try connection.list(Self.haltSQL, range.parameters, StoredHalt.init)
        }
    }

    private static let haltSQL = """
        SELECT h.seq, h.scope, t.text, r.seq, r.text
        FROM exchange.halt AS h
        LEFT JOIN exchange.erasable_text AS t ON t.commitment = h.note
        LEFT JOIN LATERAL (
            SELECT n.seq, u.text FROM exchange.halt AS n LEFT JOIN exchange.erasable_text AS u ON u.commitment = n.note
            WHERE n.scope = h.scope AND n.resumes AND n.seq > h.seq ORDER BY n.seq LIMIT 1
        ) AS r ON true
        WHERE NOT h.resumes AND h.seq > $1 ORDER BY h.seq LIMIT $2
        """
}

extension StoredHalt {
    fileprivate init(_ row: Row) throws {
        let resumed = try row.int64OrNull(3)
        let note = try row.textOrNull(4)
        self.init(
            sequence: try row.int64(0), scope: try HaltScope(try row.text(1)), note: try row.textOrNull(2),
            resumed: resumed.map { Resumption(sequence: $0, note: note) })
    }
}
