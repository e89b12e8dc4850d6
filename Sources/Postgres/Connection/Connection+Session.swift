import CLibPQ
import Glibc

/// What is known about the session without asking the server.
extension Connection {
    public enum TransactionStatus: Sendable {
        case idle, active, inTransaction, inFailedTransaction, unknown
    }

    public var isOpen: Bool { handle.map { PQstatus($0) == CONNECTION_OK } ?? false }

    /// For example 150018 for 15.18; 0 when closed.
    public var serverVersion: Int { handle.map { Int(PQserverVersion($0)) } ?? 0 }

    /// The server's process, for `pg_terminate_backend`.
    public var backendProcess: Int32 { handle.map { PQbackendPID($0) } ?? 0 }

    public var transactionStatus: TransactionStatus {
        guard let handle else { return .unknown }
        switch PQtransactionStatus(handle) {
        case PQTRANS_IDLE: return .idle
        case PQTRANS_ACTIVE: return .active
        case PQTRANS_INTRANS: return .inTransaction
        case PQTRANS_INERROR: return .inFailedTransaction
        default: return .unknown
        }
    }

    /// What the server warned of during the last operation.
    public var notices: [ServerError] { noticeLog.notices.map(\.notice) }

    /// False if the server has ended this idle session, as far as the socket tells by now.
    ///
    /// Costs one system call when nothing has arrived.
    public func isStillOpen() -> Bool {
        guard let handle, isOpen else { return false }
        noticeLog.begin()
        var socket = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        while poll(&socket, 1, 0) > 0 {
            guard PQconsumeInput(handle) == 1 else { return false }
            _ = PQisBusy(handle)
        }
        // The last words of a session come before the socket is closed.
        return isOpen && !notices.contains { $0.endsSession }
    }
}
