import Postgres

/// The partitions of journal and transfers, made ahead of need. Runs as the owner; the writer makes none.
public enum Partitions {
    /// Sequence numbers in one partition, as in the migration.
    public static let size: Int64 = 262_144

    /// Makes partitions until `ahead` more than the present one exist, and gives the full ones the indexes that
    /// statements of account need. Returns how many were made.
    ///
    /// - Parameter connection: of a session that is the owner (`SET ROLE`). Errors as for `execute`.
    @discardableResult
    public static func maintain(_ connection: Connection, ahead: Int64 = 8) throws -> Int {
        try connection.transaction { connection in
            let size = try connection.execute("SELECT size FROM exchange.log_head").first().int64(0)
            let present = (size + 1) / Self.size
            let made = try connection.execute(
                "SELECT count(*) FROM generate_series(0, $1) AS number WHERE exchange.add_partition(number)",
                [.int8(present + ahead)]
            ).first().int64(0)
            try connection.execute(
                "SELECT exchange.close_partition(number) FROM generate_series(0, $1) AS number", [.int8(present - 1)])
            return Int(made)
        }
    }

    /// The last sequence number that has a partition.
    public static func lastSequence(_ connection: Connection) throws(PostgresError) -> Int64 {
        let count = try connection.execute(
            "SELECT count(*) FROM pg_inherits WHERE inhparent = 'exchange.journal'::regclass"
        ).first().int64(0)
        return count * size - 1
    }
}
