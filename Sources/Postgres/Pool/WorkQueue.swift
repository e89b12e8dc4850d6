import Dispatch
import Synchronization

/// Jobs that wait for a free connection. At most `capacity` wait; more are refused at once.
final class WorkQueue: Sendable {
    /// Does the work and returns how to tell its caller, which happens when the worker is free again:
    /// a caller that asks once more at once must not find the pool exhausted by itself.
    typealias Job = @Sendable (PooledConnection) -> () -> Void

    enum Refusal { case exhausted, closed }

    private struct State {
        var jobs: [Job] = []
        /// Workers that run a job.
        var busy = 0
        var isClosed = false
    }

    private let workers: Int
    private let capacity: Int
    private let state = Mutex(State())
    private let arrivals = DispatchSemaphore(value: 0)

    init(workers: Int, capacity: Int) {
        self.workers = workers
        self.capacity = capacity
    }

    /// Nil if the job was taken. A job for which a worker is free does not count as waiting.
    func push(_ job: @escaping Job) -> Refusal? {
        let refusal: Refusal? = state.withLock { state in
            if state.isClosed { return .closed }
            guard state.jobs.count < capacity + workers - state.busy else { return .exhausted }
            state.jobs.append(job)
            return nil
        }
        if refusal == nil { arrivals.signal() }
        return refusal
    }

    /// Blocks until there is a job; nil once the queue is closed and empty. `finished` after each job.
    func next() -> Job? {
        arrivals.wait()
        return state.withLock { state in
            guard !state.jobs.isEmpty else { return nil }
            state.busy += 1
            return state.jobs.removeFirst()
        }
    }

    func finished() { state.withLock { $0.busy -= 1 } }

    /// Takes no more jobs; those waiting are still done. Every worker is woken.
    func close() {
        let closes = state.withLock { state in
            defer { state.isClosed = true }
            return !state.isClosed
        }
        if closes { for _ in 0..<workers { arrivals.signal() } }
    }
}
