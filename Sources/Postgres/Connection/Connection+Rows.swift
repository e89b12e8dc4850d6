import CLibPQ

extension Connection {
    /// Runs a query and hands on its rows one at a time, without holding them all.
    ///
    /// The connection cannot be used inside the body. What the body throws ends the reading and closes
    /// the connection, because the rest of the rows are not wanted. Returns the number of rows.
    @discardableResult
    public func forEachRow(
        _ sql: String, _ parameters: [Parameter] = [], deadline: Deadline? = nil, _ body: (Row) throws -> Void
    ) throws -> Int {
        let fate = fate(of: StatementKind(sql))
        try send(sql, parameters, fate)
        return try stream(fate, self.deadline(deadline), body)
    }

    /// The same with a prepared statement.
    @discardableResult
    public func forEachRow(
        _ statement: PreparedStatement, _ parameters: [Parameter] = [], deadline: Deadline? = nil,
        _ body: (Row) throws -> Void
    ) throws -> Int {
        try statement.check(parameters)
        let fate = fate(of: statement.kind)
        try sendPrepared(try begin(), statement, parameters, fate)
        return try stream(fate, self.deadline(deadline), body)
    }

    private func stream(_ fate: Fate, _ deadline: Deadline, _ body: (Row) throws -> Void) throws -> Int {
        guard let handle, PQsetSingleRowMode(handle) == 1 else { throw PostgresError.refused("single-row mode") }
        var count = 0
        while let result = try receive(fate, deadline) {
            if let failure = failure(of: result, fate) {
                _ = try? collect(fate, deadline)
                throw closing(for: failure)
            }
            guard PQresultStatus(result.handle) == PGRES_SINGLE_TUPLE else {
                _ = try remainder(fate, deadline)
                break
            }
            count += 1
            do { try body(result[0]) } catch {
                abandon()
                throw error
            }
        }
        try requireQuietCommit(fate)
        return count
    }

    /// Reads on after the result that ends the rows: an error of the commit would follow here.
    private func remainder(_ fate: Fate, _ deadline: Deadline) throws(PostgresError) {
        while let result = try receive(fate, deadline) {
            if let failure = failure(of: result, fate) { throw closing(for: failure) }
            guard isOpen else { return }
        }
    }
}
