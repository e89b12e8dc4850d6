import Dispatch
import Foundation

/// A fixed number of connections, each owned by a thread of its own.
///
/// libpq blocks, so its work stays off the threads of Swift's concurrency. A connection is opened when
/// first needed; one that the server has closed is opened again for the next job.
public final class ConnectionPool: Sendable {
    private let queue: WorkQueue
    private let running = DispatchGroup()

    /// - Parameters:
    ///   - count: connections and threads, at least 1.
    ///   - waitingMax: jobs that may wait when all connections are busy.
    ///   - timeLimit: how long one operation on a connection may take.
    ///   - prepare: run on each connection after it was opened, to prepare statements.
    public init(
        _ source: DataSource, count: Int, waitingMax: Int, timeLimit: Duration? = .seconds(30),
        prepare: @escaping @Sendable (Connection) throws -> Void = { _ in }
    ) {
        precondition(count > 0 && waitingMax >= 0, "a pool has a connection")
        queue = WorkQueue(workers: count, capacity: waitingMax)
        for _ in 0..<count { start(source, timeLimit, prepare) }
    }

    deinit { queue.close() }

    /// Runs the body on a free connection, on that connection's thread.
    ///
    /// Errors in order: `poolClosed`, `poolExhausted`, at once; `connectionFailed`; what the body throws. A
    /// transaction that the body leaves open is rolled back.
    public func withConnection<T: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let refusal = queue.push { pooled in
                let result = Result { try pooled.use(body) }
                return { continuation.resume(with: result) }
            }
            switch refusal {
            case .exhausted: continuation.resume(throwing: PostgresError.poolExhausted)
            case .closed: continuation.resume(throwing: PostgresError.poolClosed)
            case nil: break
            }
        }
    }

    /// Takes no more jobs, finishes those that were taken, and closes the connections.
    public func shutdown() async {
        queue.close()
        await withCheckedContinuation { continuation in
            running.notify(queue: .global()) { continuation.resume() }
        }
    }

    private func start(
        _ source: DataSource, _ timeLimit: Duration?, _ prepare: @escaping @Sendable (Connection) throws -> Void
    ) {
        running.enter()
        let thread = Thread { [queue, running] in
            let pooled = PooledConnection(source, timeLimit: timeLimit, prepare: prepare)
            while let job = queue.next() {
                let tell = job(pooled)
                queue.finished()
                tell()
            }
            pooled.close()
            running.leave()
        }
        thread.name = "postgres-pool"
        thread.stackSize = 4 << 20
        thread.start()
    }
}
