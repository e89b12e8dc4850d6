import CLibPQ
import Glibc

/// One session with the server. Opened, used and closed on one thread.
///
/// Every wait is a poll(2) with a deadline; when it passes, the socket is closed and the
/// connection is of no further use. Statements are never cancelled: a cancelled COMMIT can
/// report success without being durable on a standby.
public final class Connection {
    /// Nil once closed.
    var handle: OpaquePointer?
    var parameters = ParameterBuffer()
    let noticeLog = NoticeLog()

    /// How long an operation may take that names no deadline of its own; nil waits for ever.
    public var timeLimit: Duration?

    /// Opens a session. Each host is given `connect_timeout` seconds, if the source sets it.
    ///
    /// Errors in order: `nulInStatement`, `connectionFailed`.
    public init(_ source: DataSource, timeLimit: Duration? = nil) throws(PostgresError) {
        self.timeLimit = timeLimit
        handle = try Self.open(source.with("client_encoding", "UTF8"))
        if let handle { noticeLog.receiveNotices(of: handle) }
    }

    deinit { close() }

    private static func open(_ source: DataSource) throws(PostgresError) -> OpaquePointer {
        guard !source.settings.contains(where: { $0.keyword.utf8.contains(0) || $0.value.utf8.contains(0) })
        else { throw .nulInStatement }
        let opened = source.withKeywordsAndValues { PQconnectdbParams($0, $1, 0) }
        guard let handle = opened else { throw .connectionFailed("out of memory") }
        guard PQstatus(handle) == CONNECTION_OK, PQsetnonblocking(handle, 1) == 0 else {
            defer { PQfinish(handle) }
            throw .connectionFailed(ServerText.line(PQerrorMessage(handle)))
        }
        return handle
    }

    /// Ends the session. An open transaction is rolled back by the server. Idempotent.
    public func close() {
        guard let handle else { return }
        self.handle = nil
        PQfinish(handle)
    }

    /// Closes without a word to the server, which may not be reading any more.
    func abandon() {
        if let handle, PQsocket(handle) >= 0 { _ = shutdown(PQsocket(handle), Int32(SHUT_RDWR)) }
        close()
    }
}
