extension PostgresError: CustomStringConvertible {
    /// One line for a log or a terminal. It quotes no parameter and no row.
    public var description: String {
        switch self {
        case .connectionFailed(let reason): "cannot connect to PostgreSQL: \(reason)"
        case .connectionLost(let reason, let server): "connection lost: \(server?.description ?? reason)"
        case .deadlineExceeded: "deadline exceeded; the connection was closed"
        case .unknownOutcome(let why): "outcome of the commit unknown: \(why)"
        case .server(let error): error.description
        case .pipelineFailed(let failure): failure.description
        case .rolledBack: "COMMIT was answered with ROLLBACK"
        case .noTransaction: "no transaction is open"
        case .nulInText(let parameter): "parameter \(parameter) holds U+0000"
        case .nulInStatement: "statement, name or setting holds U+0000"
        case .valueTooLong(let parameter): "parameter \(parameter) is longer than PostgreSQL allows"
        case .tooManyParameters(let count): "\(count) parameters; 65535 are allowed"
        case .parameterMismatch(let statement, let parameter):
            "parameter \(parameter) does not fit prepared statement \(statement)"
        case .unexpectedNull(let column): "column \(column) is NULL"
        case .unexpectedType(let column, let type): "column \(column) has type \(type.rawValue)"
        case .noSuchColumn(let column): "no column \(column)"
        case .noSuchRow(let row): "no row \(row)"
        case .malformedCopy: "malformed COPY data"
        case .refused(let reason): "refused: \(reason)"
        case .poolExhausted: "all connections are busy and the queue is full"
        case .poolClosed: "the connection pool is closed"
        }
    }
}

extension PipelineFailure: CustomStringConvertible {
    public var description: String { "statement \(index) of the pipeline (\(statement)): \(error)" }
}

extension PostgresError {
    /// What the server said, whichever way it reached us.
    public var serverError: ServerError? {
        switch self {
        case .server(let error): error
        case .pipelineFailed(let failure): failure.error
        case .connectionLost(_, let server): server
        case .unknownOutcome(.connectionLost(_, let server)): server
        case .unknownOutcome(.notice(let error)), .unknownOutcome(.server(let error)): error
        default: nil
        }
    }
}
