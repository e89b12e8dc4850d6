/// Why an operation on a connection or a pool did not succeed.
public enum PostgresError: Error, Sendable, Equatable {
    /// No session could be opened; nothing was sent.
    case connectionFailed(String)
    /// The session is gone, and what was asked has certainly not been committed by it.
    case connectionLost(reason: String, server: ServerError?)
    /// The deadline passed, the socket was closed, and nothing was committed.
    case deadlineExceeded
    /// A commit was asked for, and its fate cannot be told from here. The connection is closed.
    case unknownOutcome(UnknownOutcome)
    /// The server refused the statement; the session goes on.
    case server(ServerError)
    /// A statement of a pipeline was refused, and with it the whole pipeline.
    case pipelineFailed(PipelineFailure)
    /// COMMIT was answered with ROLLBACK, because an earlier statement had failed.
    case rolledBack
    /// Commit or roll back was asked for outside a transaction.
    case noTransaction
    /// A text holds U+0000, which PostgreSQL cannot store. Counted from 0.
    case nulInText(parameter: Int)
    /// The SQL text itself, a name or a setting holds U+0000.
    case nulInStatement
    /// A value or the whole message passes the limit of the protocol.
    case valueTooLong(parameter: Int)
    case tooManyParameters(Int)
    /// The prepared statement wants another number or type of parameters.
    case parameterMismatch(statement: String, parameter: Int)
    /// A column is NULL, has another type, or does not exist in the result.
    case unexpectedNull(column: Int)
    case unexpectedType(column: Int, type: PostgresType)
    case noSuchColumn(Int)
    case noSuchRow(Int)
    /// Bytes of a COPY stream that are not in the format it promises.
    case malformedCopy
    /// libpq or this module refuses the call in the present state; nothing was sent.
    case refused(String)
    /// The queue of the pool is full.
    case poolExhausted
    case poolClosed
}

/// Why the fate of a commit is not known.
public enum UnknownOutcome: Sendable, Equatable {
    case connectionLost(reason: String, server: ServerError?)
    case deadlineExceeded
    /// The server warned while committing, for instance that it stopped waiting for a standby.
    case notice(ServerError)
    /// The server answered the commit with an error that says that it does not know either.
    case server(ServerError)
}

/// The first statement of a pipeline that the server refused.
public struct PipelineFailure: Error, Sendable, Equatable {
    /// Place in the queue from 0; the number of statements when the commit at the end failed.
    public let index: Int
    /// The name of the prepared statement, or the SQL text.
    public let statement: String
    public let error: ServerError
}
