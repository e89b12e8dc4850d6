/// What it means for an operation when its answer does not arrive.
enum Fate {
    /// Nothing is committed by it: the transaction stays open or nothing is written.
    case definite
    /// It commits by itself when it ends.
    case commitsItself
    /// A COMMIT of its own follows after so many results.
    case commits(afterResults: Int)

    var leavesOutcomeOpen: Bool { if case .definite = self { false } else { true } }

    func lost(reason: String, server: ServerError?) -> PostgresError {
        leavesOutcomeOpen
            ? .unknownOutcome(.connectionLost(reason: reason, server: server))
            : .connectionLost(reason: reason, server: server)
    }

    func deadlineExceeded() -> PostgresError {
        leavesOutcomeOpen ? .unknownOutcome(.deadlineExceeded) : .deadlineExceeded
    }

    /// Only a lost connection and a deadline change their meaning.
    func translate(_ error: PostgresError) -> PostgresError {
        switch error {
        case .deadlineExceeded: deadlineExceeded()
        case .connectionLost(let reason, let server): lost(reason: reason, server: server)
        default: error
        }
    }
}

extension Connection {
    /// The fate of one statement, sent by itself.
    func fate(of kind: StatementKind) -> Fate {
        switch kind {
        case .commits: .commits(afterResults: 0)
        case .writes: transactionStatus == .idle ? .commitsItself : .definite
        case .reads, .begins, .rollsBack: .definite
        }
    }

    /// A notice during the commit: nobody can tell what became of it.
    func requireQuietCommit(_ fate: Fate) throws(PostgresError) {
        guard let notice = noticeLog.disquiet(fate) else { return }
        abandon()
        throw .unknownOutcome(.notice(notice))
    }
}

extension NoticeLog {
    /// A commit of its own must be silent. Where a statement commits by itself, libpq reads a notice of
    /// the commit before it hands out the statement's result, so the two cannot be told apart: there any
    /// warning counts, and what is said below that level (`NOTICE … skipping`) does not.
    func disquiet(_ fate: Fate) -> ServerError? {
        switch fate {
        case .definite: nil
        case .commitsItself: notices.first { $0.notice.severity == .warning }?.notice
        case .commits(let count): notices.first { $0.resultsBefore >= count }?.notice
        }
    }
}
