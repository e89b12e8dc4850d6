import CLibPQ

extension Connection {
    /// Runs one statement with parameters `$1…`, all in the binary format.
    ///
    /// Outside a transaction a writing statement commits by itself; then a lost connection, a
    /// deadline or a warning is `unknownOutcome`, as for COMMIT. Errors in order:
    /// those of the parameters, `connectionLost`, `refused`, `server`, `deadlineExceeded`,
    /// `unknownOutcome`. After `server` the connection can be used again; an open transaction has failed.
    @discardableResult
    public func execute(
        _ sql: String, _ parameters: [Parameter] = [], deadline: Deadline? = nil
    ) throws(PostgresError) -> QueryResult {
        let kind = StatementKind(sql)
        let fate = fate(of: kind)
        try send(sql, parameters, fate)
        let result = try collect(fate, self.deadline(deadline))
        if case .commits = kind { try requireCommitted(result) }
        return result
    }

    /// Runs several statements without parameters in one message, such as a migration file.
    ///
    /// Outside a transaction they are one transaction of their own; a warning among them is then an
    /// `unknownOutcome`. Inside one they must not end it. Results are not returned.
    public func executeScript(_ sql: String, deadline: Deadline? = nil) throws(PostgresError) {
        guard !sql.utf8.contains(0) else { throw .nulInStatement }
        let fate: Fate = transactionStatus == .idle ? .commitsItself : .definite
        let handle = try begin()
        try requireSent(PQsendQuery(handle, sql), fate)
        _ = try collect(fate, self.deadline(deadline))
    }

    func send(_ sql: String, _ parameters: [Parameter], _ fate: Fate) throws(PostgresError) {
        guard !sql.utf8.contains(0) else { throw .nulInStatement }
        let handle = try begin()
        try sendQuery(handle, sql, parameters, fate)
    }

    /// Without the checks of a new operation: also used inside a pipeline.
    func sendQuery(
        _ handle: OpaquePointer, _ sql: String, _ values: [Parameter], _ fate: Fate
    ) throws(PostgresError) {
        try parameters.encode(values)
        let answer = PQsendQueryParams(
            handle, sql, Int32(parameters.count), parameters.types, parameters.values, parameters.lengths,
            parameters.formats, 1)
        try requireSent(answer, fate)
    }
}
