import Domain
import Postgres

/// Who reads.
public enum ReadView: Hashable, Sendable {
    /// One party, under row security: its own, and what is public.
    case tenant(PartyID)
    /// Nobody in particular: what is public.
    case anybody
    /// An officer: all rows.
    case everything
}

/// What was read, and the last record that it reflects.
public struct ReadAt<Value: Sendable>: Sendable {
    public let value: Value
    public let sequence: Int64
}

/// The part of a list that is wanted: what comes after a key, at most so much.
public struct ListRange: Hashable, Sendable {
    public let after: Int64
    /// The second key, of lists that have two.
    public let afterOrdinal: Int64
    public let limit: Int64

    public init(after: Int64, afterOrdinal: Int64 = -1, limit: Int64) {
        self.after = after
        self.afterOrdinal = afterOrdinal
        self.limit = limit
    }

    /// All, in one list.
    public static let all = ListRange(after: 0, limit: Int64.max)

    /// Key and number of rows, as the first two parameters of a list's statement.
    var parameters: [Parameter] { [.int8(after), .int8(limit)] }
}

/// The reads of those who serve. Each is one transaction, and every statement in it sees the same state.
public struct ExchangeQueries: Sendable {
    private let readers: ConnectionPool
    private let officers: ConnectionPool

    /// - Parameters:
    ///   - readers: of the role `suanli_reader`.
    ///   - officers: of the role `suanli_auditor`.
    public init(readers: ConnectionPool, officers: ConnectionPool) {
        self.readers = readers
        self.officers = officers
    }

    /// The last record that reads reflect.
    public func sequence() async throws(QueryError) -> Int64 {
        try await run(readers) { connection in
            try connection.execute("SELECT size FROM exchange.log_head").first().int64(0)
        }
    }

    func read<Value: Sendable>(
        _ view: ReadView, _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws(QueryError) -> ReadAt<Value> {
        try await run(view == .everything ? officers : readers) { connection in
            try connection.transaction(.snapshot) { connection in
                let sequence = try connection.begin(as: view)
                return ReadAt(value: try body(connection), sequence: sequence)
            }
        }
    }

    private func run<Value: Sendable>(
        _ pool: ConnectionPool, _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws(QueryError) -> Value {
        do { return try await pool.withConnection(body) } catch { throw QueryError(error) }
    }
}

extension ReadView {
    /// As row security compares it: nobody is the empty text.
    fileprivate var tenant: String {
        if case .tenant(let party) = self { String(party.number) } else { "" }
    }
}

extension Connection {
    /// Says, for this transaction only, who reads; returns the head that it sees.
    fileprivate func begin(as view: ReadView) throws -> Int64 {
        try execute(
            "SELECT size, set_config('suanli.tenant', $1, true) FROM exchange.log_head", [.text(view.tenant)]
        ).first().int64(0)
    }

    /// All rows of a statement, each made into a value.
    func list<Value>(
        _ sql: String, _ parameters: [Parameter], _ make: (Row) throws -> Value
    ) throws -> [Value] {
        try execute(sql, parameters).rows.map(make)
    }

    /// The value of the only row; nil where there is none.
    func one<Value>(_ sql: String, _ parameters: [Parameter], _ make: (Row) throws -> Value) throws -> Value? {
        try execute(sql, parameters).rows.first { _ in true }.map(make)
    }
}

extension Row {
    /// A stable code. NULL is nil.
    func reason(_ column: Int) throws -> Reason? {
        guard let code = try textOrNull(column) else { return nil }
        guard let reason = Reason(code: code) else { throw Unreadable.reason(code) }
        return reason
    }
}
