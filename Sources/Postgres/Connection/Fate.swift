/// What it means for an operation when its answer does not arrive.
enum Fate {
    /// Nothing is committed by it: the transaction stays open or nothing is written.
    case definite
    /// It commits after so many results; whatever interrupts it leaves the outcome open.
    case commits(afterResults: Int)

    func lost(reason: String, server: ServerError?) -> PostgresError {
        switch self {
        case .definite: .connectionLost(reason: reason, server: server)
        case .commits: .unknownOutcome(.connectionLost(reason: reason, server: server))
        }
    }

    func deadlineExceeded() -> PostgresError {
        switch self {
        case .definite: .deadlineExceeded
        case .commits: .unknownOutcome(.deadlineExceeded)
        }
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
        case .writes: transactionStatus == .idle ? .commits(afterResults: 1) : .definite
        case .reads, .begins, .rollsBack: .definite
        }
    }

    /// A notice during the commit: nobody can tell what became of it.
    func requireQuietCommit(_ fate: Fate) throws(PostgresError) {
        guard case .commits(let count) = fate, let notice = noticeLog.first(afterResults: count) else { return }
        abandon()
        throw .unknownOutcome(.notice(notice))
    }
}
