import CLibPQ
import Glibc

/// Waiting for the server: the only place that blocks.
extension Connection {
    /// The next result of the running statements; nil at the end of each. The caller owns it.
    ///
    /// Reads while it writes, so that neither side can wait for the other for ever.
    func nextResult(_ deadline: Deadline) throws(PostgresError) -> OpaquePointer? {
        guard let handle else { throw .connectionLost(reason: "the connection is closed", server: nil) }
        while true {
            let unsent = PQflush(handle) == 1
            if PQisBusy(handle) == 0 || PQstatus(handle) == CONNECTION_BAD { return PQgetResult(handle) }
            try wait(handle, writing: unsent, deadline)
            // A failure shows in the status and in the result that libpq then makes up.
            _ = PQconsumeInput(handle)
        }
    }

    /// Waits until the socket can be read, or written if asked. Closes the connection at the deadline.
    func wait(_ handle: OpaquePointer, writing: Bool, _ deadline: Deadline) throws(PostgresError) {
        let events = Int16(POLLIN) | (writing ? Int16(POLLOUT) : 0)
        var socket = pollfd(fd: PQsocket(handle), events: events, revents: 0)
        while poll(&socket, 1, deadline.millisecondsLeft) <= 0 {
            guard deadline.hasPassed else { continue }
            abandon()
            throw .deadlineExceeded
        }
    }

    func deadline(_ given: Deadline?) -> Deadline {
        given ?? timeLimit.map { Deadline.after($0) } ?? .never
    }

    /// Starts an operation: the session must be there and the notices of the last one go.
    func begin() throws(PostgresError) -> OpaquePointer {
        guard let handle, isOpen else { throw .connectionLost(reason: "the connection is closed", server: nil) }
        noticeLog.begin()
        return handle
    }

    /// Turns libpq's answer to a request to send into an error.
    func requireSent(_ answer: Int32, _ fate: Fate) throws(PostgresError) {
        guard answer != 1 else { return }
        guard let handle else { throw .connectionLost(reason: "the connection is closed", server: nil) }
        let reason = ServerText.line(PQerrorMessage(handle))
        guard isOpen else { throw fate.lost(reason: reason, server: nil) }
        throw .refused(reason)
    }
}
