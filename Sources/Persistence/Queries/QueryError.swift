import Postgres
import TransparencyLog

/// Why a read gave nothing. The texts are for the log.
public enum QueryError: Error, Hashable, Sendable {
    /// The database does not answer, or all connections are taken; perhaps again soon.
    case unavailable(String)
    /// A row is not what this program writes, or a table not as it was made.
    case damaged(String)
}

extension QueryError {
    /// What a query threw: an error of the database, or of making a value of a row.
    init(_ error: any Error) {
        switch error {
        case let error as PostgresError: self.init(error)
        // Hashes are read inside the library of proofs, which wraps what reading throws.
        case let error as ProofReadError<TileReadError<PostgresError>>:
            if case .source(.reader(let error)) = error { self.init(error) } else { self = .damaged("\(error)") }
        default: self = .damaged("\(error)")
        }
    }

    private init(_ error: PostgresError) {
        self = Self.isDamage(error) ? .damaged("\(error)") : .unavailable("\(error)")
    }

    /// A value of another type or none, a value that cannot be computed, or an object or a right that is missing.
    private static func isDamage(_ error: PostgresError) -> Bool {
        switch error {
        case .unexpectedNull, .unexpectedType, .noSuchColumn, .noSuchRow: true
        case .server(let server): ["22", "42", "XX"].contains(server.sqlState.prefix(2))
        default: false
        }
    }
}
