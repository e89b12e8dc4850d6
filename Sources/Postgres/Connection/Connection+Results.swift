import CLibPQ

/// Turning results of libpq into values and errors.
extension Connection {
    /// Reads to the end of one operation and returns its last result.
    func collect(_ fate: Fate, _ deadline: Deadline) throws(PostgresError) -> QueryResult {
        var last: QueryResult?
        var failure: PostgresError?
        while let result = try receive(fate, deadline) {
            failure = failure ?? self.failure(of: result, fate)
            last = result
            guard isOpen else { break }
        }
        if let failure { throw closing(for: failure) }
        try requireQuietCommit(fate)
        guard let last else { throw fate.lost(reason: "no answer", server: nil) }
        return last
    }

    /// Closes the connection after a failure that it does not outlive.
    func closing(for failure: PostgresError) -> PostgresError {
        switch failure {
        case .unknownOutcome, .connectionLost: abandon()
        default: if !isOpen { abandon() }
        }
        return failure
    }

    /// The next result, counted; nil at the end of the operation.
    func receive(_ fate: Fate, _ deadline: Deadline) throws(PostgresError) -> QueryResult? {
        do {
            guard let result = try nextResult(deadline) else { return nil }
            noticeLog.results += 1
            return QueryResult(owning: result)
        } catch {
            throw fate.translate(error)
        }
    }

    /// What a result reports as wrong, if anything.
    func failure(of result: QueryResult, _ fate: Fate) -> PostgresError? {
        switch PQresultStatus(result.handle) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY, PGRES_PIPELINE_SYNC:
            return nil
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
            abandon()
            return .refused("COPY goes through copyIn and copyOut; the connection was closed")
        default:
            return failure(reportedBy: result.handle, fate)
        }
    }

    private func failure(reportedBy result: OpaquePointer, _ fate: Fate) -> PostgresError {
        guard let error = ServerError(result: result) else {
            let reason = ServerText.line(PQresultErrorMessage(result))
            return isOpen ? .refused(reason) : fate.lost(reason: reason, server: nil)
        }
        if error.endsSession { return fate.lost(reason: error.message, server: error) }
        if fate.leavesOutcomeOpen, error.leavesOutcomeOpen { return .unknownOutcome(.server(error)) }
        return .server(error)
    }
}
