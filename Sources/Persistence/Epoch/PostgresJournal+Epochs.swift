import Domain
import Postgres
import Records
import Trading

/// How an epoch ended that ended in a fault of our own.
public struct EpochMark: Hashable, Sendable {
    public let epoch: Int64
    public let cause: String

    public init(epoch: Int64, cause: String) {
        self.epoch = epoch
        self.cause = cause
    }
}

/// A key that was stored before its command was applied.
public struct Suspect: Hashable, Sendable {
    public let key: IdempotencyKey
    /// The epoch that stored it.
    public let epoch: Int64

    public init(key: IdempotencyKey, epoch: Int64) {
        self.key = key
        self.epoch = epoch
    }
}

extension PostgresJournal {
    /// All epochs, ascending.
    public func epochs() throws(JournalError) -> [Epoch] {
        try journaling {
            var epochs: [Epoch] = []
            let sql = "SELECT number, decision_version, after_seq FROM exchange.epoch ORDER BY number"
            for row in try connection.execute(sql).rows {
                epochs.append(
                    Epoch(number: try row.int64(0), decisionVersion: try row.int64(1), after: try row.int64(2)))
            }
            return epochs
        }
    }

    /// Notes that an epoch ended in a violated constraint or a trap. The first mark of an epoch stays.
    public func mark(_ mark: EpochMark) throws(JournalError) {
        try journaling {
            try connection.execute(
                "INSERT INTO exchange.epoch_mark (epoch, cause) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                [.int8(mark.epoch), .text(mark.cause)])
        }
    }

    /// The marks so far, ascending by epoch.
    public func marks() throws(JournalError) -> [EpochMark] {
        try journaling {
            var marks: [EpochMark] = []
            for row in try connection.execute("SELECT epoch, cause FROM exchange.epoch_mark ORDER BY epoch").rows {
                marks.append(EpochMark(epoch: try row.int64(0), cause: try row.text(1)))
            }
            return marks
        }
    }

    /// Stores a key as suspect, durably, before its command is applied. Errors: as for `append`.
    public func suspect(_ key: IdempotencyKey) throws(JournalError) {
        try journaling {
            try connection.pipeline { pipeline in
                try pipeline.execute(statements.fence, [.int8(epoch.number)])
                try pipeline.execute(
                    """
                    INSERT INTO exchange.suspect (organisation, operation, key, epoch) VALUES ($1, $2, $3, $4)
                    ON CONFLICT DO NOTHING
                    """,
                    [
                        .int8(key.organisationNumber), .int2(Int16(key.operation.rawValue)), .text(key.text),
                        .int8(epoch.number),
                    ])
            }
        }
    }

    /// The suspects whose commands are not in the journal.
    public func suspects() throws(JournalError) -> [Suspect] {
        let result = try journaling {
            try connection.execute(
                """
                SELECT s.organisation, s.operation, s.key, s.epoch FROM exchange.suspect AS s
                WHERE NOT EXISTS (
                    SELECT FROM exchange.client_key AS k
                    WHERE (k.organisation, k.operation, k.key) = (s.organisation, s.operation, s.key))
                ORDER BY s.epoch, s.organisation, s.operation, s.key
                """)
        }
        return try reading(0) {
            try result.rows.compactMap { row in
                try IdempotencyKey(row, from: 0).map { Suspect(key: $0, epoch: try row.int64(3)) }
            }
        }
    }
}
