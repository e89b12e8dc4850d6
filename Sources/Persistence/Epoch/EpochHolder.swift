import Glibc
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
        let alone = try journaling { try waitForTurn() }
        defer { if alone { _ = try? connection.execute("SELECT pg_advisory_unlock($1)", [.int8(Self.turn)]) } }
        return try takeInTurn(claim)
    }

    /// The advisory lock of whoever takes the epoch: "epoch" as bytes.
    private static let turn: Int64 = 0x65_706f_6368

    /// Lets one after the other take the epoch, so that a writer whose session was just ended sees that it is over
    /// and ends no session of its successor. Whoever freezes in its turn is passed by; false then.
    private func waitForTurn() throws -> Bool {
        for _ in 0..<100 {
            let row = try connection.execute("SELECT pg_try_advisory_lock($1)", [.int8(Self.turn)]).first()
            if try row.bool(0) { return true }
            usleep(50_000)
        }
        return false
    }

    private func takeInTurn(_ claim: EpochClaim) throws(JournalError) -> Epoch {
        _ = try held(claim)
        try journaling { try endOtherSessions() }
        // What an ended session had committed, and nobody was told of, is seen only now.
        let held = try held(claim)
        return try journaling { try count(claim, from: held) }
    }

    /// The epoch that the claimant holds: its former one, or one that it took in a transaction of unknown outcome.
    /// Nil for a process that starts.
    private func held(_ claim: EpochClaim) throws(JournalError) -> Int64? {
        guard let former = claim.former else { return nil }
        let (present, transaction) = try journaling {
            let row = try connection.execute(
                """
                SELECT w.epoch, e.xmin::text FROM exchange.writer AS w
                LEFT JOIN exchange.epoch AS e ON e.number = w.epoch
                """
            ).first()
            return (try row.int64(0), try row.textOrNull(1))
        }
        if present == former { return present }
        guard let transaction, claim.attempts.contains(transaction) else { throw .fenced }
        return present
    }

    private func endOtherSessions() throws {
        try connection.execute(
            """
            SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
            WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()
            """)
    }

    /// One transaction: raises where the epoch held is over by now. The claim knows it before it is committed.
    private func count(_ claim: EpochClaim, from held: Int64?) throws -> Epoch {
        let results = try connection.pipeline { pipeline in
            try pipeline.begin()
            if let held { try pipeline.execute("SELECT exchange.require_epoch($1)", [.int8(held)]) }
            try pipeline.execute(
                "UPDATE exchange.writer SET epoch = epoch + 1, address = $1 WHERE only_row",
                [.optional(claim.address)])
            try pipeline.execute(
                """
                INSERT INTO exchange.epoch (number, decision_version, after_seq)
                SELECT w.epoch, $1, h.size FROM exchange.writer AS w, exchange.log_head AS h
                RETURNING number, after_seq, pg_current_xact_id()::xid::text
                """, [.int8(claim.decisionVersion)])
        }
        let row = try results[results.count - 1].first()
        claim.attempts.insert(try row.text(2))
        let epoch = Epoch(
            number: try row.int64(0), decisionVersion: claim.decisionVersion, after: try row.int64(1))
        try connection.commit()
        return epoch
    }
}
