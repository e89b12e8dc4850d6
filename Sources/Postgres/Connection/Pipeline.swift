import CLibPQ

/// Statements that are sent without waiting for each other's answers.
///
/// Outside a transaction they are one transaction, committed at the end of the pipeline.
public struct Pipeline: ~Copyable {
    enum Ending { case staysOpen, commits }

    let connection: Connection
    let handle: OpaquePointer
    private(set) var labels: [String] = []
    /// How the open transaction would end if the pipeline were closed now.
    private(set) var ending: Ending
    /// Place of the statement that commits; nil while none was queued.
    private(set) var commitIndex: Int?
    private(set) var opensTransaction = false
    /// Set when its answers have been read.
    var isFinished = false

    init(connection: Connection, handle: OpaquePointer) {
        self.connection = connection
        self.handle = handle
        ending = connection.transactionStatus == .idle ? .commits : .staysOpen
    }

    /// A pipeline that is dropped unfinished is given up, and the connection with it, before anything
    /// that was not committed by a queued COMMIT can be.
    deinit { if !isFinished { connection.abandon() } }

    public var count: Int { labels.count }

    /// Queues a prepared statement. Throws at once what its parameters have wrong; the whole
    /// pipeline is then given up and the connection closed.
    public mutating func execute(
        _ statement: PreparedStatement, _ parameters: [Parameter] = []
    ) throws(PostgresError) {
        try statement.check(parameters)
        try connection.sendPrepared(handle, statement, parameters, .definite)
        note(statement.kind, label: statement.name)
    }

    /// Queues a statement that is not prepared.
    public mutating func execute(_ sql: String, _ parameters: [Parameter] = []) throws(PostgresError) {
        guard !sql.utf8.contains(0) else { throw .nulInStatement }
        try connection.sendQuery(handle, sql, parameters, .definite)
        note(StatementKind(sql), label: sql)
    }

    public mutating func begin() throws(PostgresError) { try execute("BEGIN") }
    public mutating func commit() throws(PostgresError) { try execute("COMMIT") }

    private mutating func note(_ kind: StatementKind, label: String) {
        switch kind {
        case .begins:
            ending = .staysOpen
            opensTransaction = true
        case .commits:
            commitIndex = commitIndex ?? labels.count
            ending = .commits
        case .rollsBack: ending = .commits
        case .reads, .writes: break
        }
        labels.append(label)
    }

    /// What a missing answer to the whole means.
    var fate: Fate {
        if let commitIndex { return .commits(afterResults: commitIndex) }
        return ending == .commits ? .commitsItself : .definite
    }
}
