import Postgres
import Testing

/// A fresh database on the server that all tests of this process share.
struct Database {
    let source: DataSource

    init() throws { source = try EmbeddedCluster.shared().freshDatabase() }

    func connect(timeLimit: Duration? = nil) throws -> Connection {
        try Connection(source, timeLimit: timeLimit)
    }
}

/// What the body throws, which must be a `PostgresError`.
func failure<T>(_ body: () throws -> T) -> PostgresError? {
    do {
        _ = try body()
        return nil
    } catch {
        return error as? PostgresError
    }
}

extension Connection {
    /// A single number.
    func number(_ sql: String) throws -> Int64 { try execute(sql).first().int64(0) }
}
