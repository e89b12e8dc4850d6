import Postgres
import Trading

/// Takes the epoch from whoever had it.
struct EpochHolder {
    private let connection: Connection

    init(_ connection: Connection) { self.connection = connection }

    /// Ends the former holder's sessions, then counts the epoch on; durable when it returns.
    ///
    /// A session that was frozen within a batch holds the row's lock: a role may end its own sessions, so the
    /// successor need not wait for a time limit. A claim with a former epoch ends no session before it is seen
    /// to be good, so that a writer that woke up late does no harm.
    func take(_ claim: EpochClaim) throws(JournalError) -> Epoch {
        if let former = claim.former { try require(former) }
        return try journaling {
            try endOtherSessions()
            return try count(claim)
        }
    }

    private func require(_ former: Int64) throws(JournalError) {
        let present = try journaling {
            try connection.execute("SELECT epoch FROM exchange.writer").first().int64(0)
        }
        guard present == former else { throw .fenced }
    }

    private func endOtherSessions() throws {
        try connection.execute(
            """
            SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
            WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()
            """)
    }

    /// One pipeline, one transaction: raises where the former epoch is over by now.
    private func count(_ claim: EpochClaim) throws -> Epoch {
        let results = try connection.pipeline { pipeline in
            if let former = claim.former {
                try pipeline.execute("SELECT exchange.require_epoch($1)", [.int8(former)])
            }
            try pipeline.execute(
                "UPDATE exchange.writer SET epoch = epoch + 1, address = $1 WHERE only_row",
                [.optional(claim.address)])
            try pipeline.execute(
                """
                INSERT INTO exchange.epoch (number, decision_version, after_seq)
                SELECT w.epoch, $1, h.size FROM exchange.writer AS w, exchange.log_head AS h
                RETURNING number, after_seq
                """, [.int8(claim.decisionVersion)])
        }
        let row = try results[results.count - 1].first()
        return Epoch(
            number: try row.int64(0), decisionVersion: claim.decisionVersion, after: try row.int64(1))
    }
}
