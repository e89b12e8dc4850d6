import Postgres

/// The settings of the writer's session.
enum WriterSession {
    static let applicationName = "suanli-writer"

    /// Statements over arrays are planned once, when tables may be empty; without these settings the planner
    /// chooses scans and hashes that cost several times more as tables grow.
    private static let settings = [
        "enable_seqscan=off", "enable_hashjoin=off", "enable_mergejoin=off", "jit=off", "synchronous_commit=on",
        // A holder that stops in the middle of a batch is ended by itself, if nobody ends it before.
        "idle_in_transaction_session_timeout=30s",
    ]

    static func source(_ source: DataSource) -> DataSource {
        let options = settings.map { "-c \($0)" }.joined(separator: " ")
        let given = source["options"].map { "\($0) " } ?? ""
        return source.with("application_name", applicationName).with("options", given + options)
    }
}
