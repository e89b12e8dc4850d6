/// The three settings without which a commit is not durable.
public struct DurabilitySettings: Sendable, Equatable {
    public let fsync: String
    public let fullPageWrites: String
    /// `on`, or `remote_apply`, which waits for more.
    public let synchronousCommit: String

    /// Reads them as this session sees them. Errors as for `Connection.execute`.
    public init(readFrom connection: Connection) throws(PostgresError) {
        let row = try connection.execute(
            """
            SELECT current_setting('fsync'), current_setting('full_page_writes'),
                   current_setting('synchronous_commit')
            """
        ).first()
        fsync = try row.text(0)
        fullPageWrites = try row.text(1)
        synchronousCommit = try row.text(2)
    }

    public var areDurable: Bool {
        fsync == "on" && fullPageWrites == "on" && ["on", "remote_apply"].contains(synchronousCommit)
    }

    /// Refuses a session in which a commit may be lost. Returns what was read, to be printed.
    @discardableResult
    public static func check(_ connection: Connection) throws -> DurabilitySettings {
        let settings = try DurabilitySettings(readFrom: connection)
        guard settings.areDurable else { throw NotDurable(settings: settings) }
        return settings
    }

    public struct NotDurable: Error, Sendable, Equatable, CustomStringConvertible {
        public let settings: DurabilitySettings
        public var description: String { "PostgreSQL would lose commits: \(settings); all three must be on" }
    }
}

extension DurabilitySettings: CustomStringConvertible {
    public var description: String {
        "fsync=\(fsync) full_page_writes=\(fullPageWrites) synchronous_commit=\(synchronousCommit)"
    }
}
