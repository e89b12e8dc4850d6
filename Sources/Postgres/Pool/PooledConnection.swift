/// The connection of one worker: opened when first needed, and again after it broke.
final class PooledConnection {
    private let source: DataSource
    private let timeLimit: Duration?
    private let prepare: @Sendable (Connection) throws -> Void
    private var connection: Connection?

    init(_ source: DataSource, timeLimit: Duration?, prepare: @escaping @Sendable (Connection) throws -> Void) {
        self.source = source
        self.timeLimit = timeLimit
        self.prepare = prepare
    }

    /// Runs the body with an open connection and leaves no transaction behind.
    func use<T>(_ body: (Connection) throws -> T) throws -> T {
        let connection = try ready()
        defer { settle(connection) }
        return try body(connection)
    }

    func close() {
        connection?.close()
        connection = nil
    }

    private func ready() throws -> Connection {
        if let connection, connection.isStillOpen() { return connection }
        close()
        let opened = try Connection(source, timeLimit: timeLimit)
        try prepare(opened)
        connection = opened
        return opened
    }

    private func settle(_ used: Connection) {
        used.rollBackIfOpen()
        if !used.isOpen { close() }
    }
}
