import CLibPQ

extension Connection {
    /// Queues statements, sends them in one go, and returns their results in order.
    ///
    /// Errors as for `finish`. What the body throws closes the connection before anything is committed;
    /// it becomes `unknownOutcome` if a commit had been queued.
    @discardableResult
    public func pipeline(
        deadline: Deadline? = nil, _ queue: (inout Pipeline) throws -> Void
    ) throws -> [QueryResult] {
        var pipeline = try startPipeline()
        do {
            try queue(&pipeline)
        } catch {
            abandon()
            guard pipeline.commitIndex != nil else { throw error }
            throw PostgresError.unknownOutcome(.connectionLost(reason: "\(error)", server: nil))
        }
        return try finish(pipeline, deadline: deadline)
    }

    /// Begins a pipeline, for callers that want typed errors. It ends in `finish`; until then the
    /// connection is used through it only.
    public func startPipeline() throws(PostgresError) -> Pipeline {
        let handle = try begin()
        guard PQenterPipelineMode(handle) == 1 else { throw .refused(ServerText.line(PQerrorMessage(handle))) }
        return Pipeline(connection: self, handle: handle)
    }

    /// Sends what is queued and reads all answers.
    ///
    /// The first statement that the server refuses stops the pipeline: `pipelineFailed` names it, and
    /// nothing of the pipeline is committed. A lost connection, a deadline, or a notice during the
    /// commit (the one queued, or the one at the end) is `unknownOutcome`; the first two are
    /// `connectionLost` and `deadlineExceeded` if the pipeline leaves the transaction open.
    @discardableResult
    public func finish(
        _ pipeline: consuming Pipeline, deadline: Deadline? = nil
    ) throws(PostgresError) -> [QueryResult] {
        let deadline = self.deadline(deadline)
        let fate = pipeline.fate
        try requireSent(isOpen ? PQpipelineSync(pipeline.handle) : 0, fate)
        var answers = PipelineAnswers(labels: pipeline.labels)
        while try !answers.take(from: self, fate, deadline) {}
        pipeline.isFinished = true
        guard isOpen, PQexitPipelineMode(pipeline.handle) == 1 else {
            abandon()
            throw answers.failure ?? fate.lost(reason: "the pipeline did not end", server: nil)
        }
        if pipeline.opensTransaction, answers.failure != nil { rollBackIfOpen(deadline: deadline) }
        if let failure = answers.failure { throw closing(for: failure) }
        try requireQuietCommit(fate)
        if let commit = pipeline.commitIndex { try requireCommitted(answers.results[commit]) }
        return answers.results
    }
}

/// Collects what the server answers to a pipeline.
private struct PipelineAnswers {
    let labels: [String]
    var results: [QueryResult] = []
    var failure: PostgresError?

    init(labels: [String]) {
        self.labels = labels
        results.reserveCapacity(labels.count)
    }

    /// Takes one answer; true at the end of the pipeline, or when the connection is gone.
    mutating func take(
        from connection: Connection, _ fate: Fate, _ deadline: Deadline
    ) throws(PostgresError) -> Bool {
        guard let result = try connection.receive(fate, deadline) else { return !connection.isOpen }
        switch PQresultStatus(result.handle) {
        case PGRES_PIPELINE_SYNC: return true
        case PGRES_PIPELINE_ABORTED: return false
        default: break
        }
        if failure == nil { note(connection.failure(of: result, fate), result) }
        return !connection.isOpen
    }

    private mutating func note(_ error: PostgresError?, _ result: QueryResult) {
        guard let error else { return results.append(result) }
        guard case .server(let refused) = error else { return failure = error }
        let index = results.count
        let statement = index < labels.count ? labels[index] : "COMMIT"
        failure = .pipelineFailed(PipelineFailure(index: index, statement: statement, error: refused))
    }
}
