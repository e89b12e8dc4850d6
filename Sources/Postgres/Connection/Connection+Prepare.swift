import CLibPQ

extension Connection {
    /// Parses a statement and keeps it under a name for the life of the session.
    ///
    /// Types left out are inferred by the server; either way it is asked for them, once. Name them where a
    /// column has a domain or a type that `Parameter` does not know, and cast in the SQL.
    /// Errors as for `execute`; a name in use is `server` with SQLSTATE 42P05.
    public func prepare(
        _ name: String, _ sql: String, types: [PostgresType] = [], deadline: Deadline? = nil
    ) throws(PostgresError) -> PreparedStatement {
        guard !sql.utf8.contains(0), !name.utf8.contains(0) else { throw .nulInStatement }
        let deadline = self.deadline(deadline)
        let handle = try begin()
        try requireSent(PQsendPrepare(handle, name, sql, Int32(types.count), types.map(\.rawValue)), .definite)
        _ = try collect(.definite, deadline)
        try requireSent(PQsendDescribePrepared(handle, name), .definite)
        let described = try collect(.definite, deadline)
        let wanted = described.parameterTypes
        return PreparedStatement(name: name, parameterTypes: wanted, kind: StatementKind(sql))
    }

    /// Runs a prepared statement. Errors as for `execute`, and `parameterMismatch` before them.
    @discardableResult
    public func execute(
        _ statement: PreparedStatement, _ parameters: [Parameter] = [], deadline: Deadline? = nil
    ) throws(PostgresError) -> QueryResult {
        try statement.check(parameters)
        let fate = fate(of: statement.kind)
        try sendPrepared(try begin(), statement, parameters, fate)
        let result = try collect(fate, self.deadline(deadline))
        if case .commits = statement.kind { try requireCommitted(result) }
        return result
    }

    func sendPrepared(
        _ handle: OpaquePointer, _ statement: PreparedStatement, _ values: [Parameter], _ fate: Fate
    ) throws(PostgresError) {
        try parameters.encode(values)
        let answer = PQsendQueryPrepared(
            handle, statement.name, Int32(parameters.count), parameters.values, parameters.lengths,
            parameters.formats, 1)
        try requireSent(answer, fate)
    }
}
