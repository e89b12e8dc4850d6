/// How a transaction is opened.
public enum TransactionMode: String, Sendable {
    case readWrite = "BEGIN"
    case serializable = "BEGIN ISOLATION LEVEL SERIALIZABLE"
    case readOnly = "BEGIN READ ONLY"
    /// Every statement in it sees the same state.
    case snapshot = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
}

extension Connection {
    /// Runs the body in a transaction and commits it.
    ///
    /// What the body throws is thrown after a roll back. The commit throws as `commit` does.
    public func transaction<T>(
        _ mode: TransactionMode = .readWrite, deadline: Deadline? = nil, _ body: (Connection) throws -> T
    ) throws -> T {
        try execute(mode.rawValue, deadline: deadline)
        do {
            let value = try body(self)
            try commit(deadline: deadline)
            return value
        } catch {
            rollBackIfOpen(deadline: deadline)
            throw error
        }
    }

    /// Commits. When it returns, the transaction is durable.
    ///
    /// Errors in order: `connectionLost` if the session was gone before COMMIT was sent;
    /// `noTransaction`; `rolledBack` if an earlier statement had failed; `server` if the server refused
    /// (a deferred constraint, for instance) and rolled back; `unknownOutcome` for a lost connection, a
    /// deadline or any notice, after which the connection is closed and the outcome must be looked up
    /// by a key.
    public func commit(deadline: Deadline? = nil) throws(PostgresError) {
        _ = try begin()
        guard transactionStatus == .inTransaction || transactionStatus == .inFailedTransaction
        else { throw .noTransaction }
        try execute("COMMIT", deadline: deadline)
    }

    /// Gives the transaction up. Errors: `connectionLost` (rolled back by the server), `noTransaction`.
    public func rollback(deadline: Deadline? = nil) throws(PostgresError) {
        _ = try begin()
        guard transactionStatus != .idle else { throw .noTransaction }
        try execute("ROLLBACK", deadline: deadline)
    }

    /// Leaves no transaction open; a connection that cannot even do that is closed.
    func rollBackIfOpen(deadline: Deadline? = nil) {
        guard isOpen, transactionStatus != .idle else { return }
        do { try rollback(deadline: deadline) } catch { abandon() }
    }

    /// The server answers the COMMIT of a failed transaction with ROLLBACK, and no error.
    func requireCommitted(_ result: QueryResult) throws(PostgresError) {
        guard result.commandTag == "COMMIT" else { throw .rolledBack }
    }
}
