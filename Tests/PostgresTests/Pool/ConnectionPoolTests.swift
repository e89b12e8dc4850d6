import Dispatch
import Postgres
import Testing

@Suite struct ConnectionPoolTests {
    @Test func manyJobsOverFewConnections() async throws {
        let pool = ConnectionPool(try Database().source, count: 3, waitingMax: 100)
        let processes = try await withThrowingTaskGroup(of: Int32.self) { group in
            for _ in 0..<60 { group.addTask { try await pool.withConnection { $0.backendProcess } } }
            return try await group.reduce(into: Set<Int32>()) { $0.insert($1) }
        }
        #expect((1...3).contains(processes.count))
        await pool.shutdown()
    }

    @Test func aFullQueueRefusesAtOnce() async throws {
        let pool = ConnectionPool(try Database().source, count: 1, waitingMax: 1)
        let (started, release) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        async let busy: Void = pool.withConnection { _ in
            started.signal()
            // Released by the refusal; on its own only if that never comes, so that the test fails and ends.
            _ = release.wait(timeout: .now() + 20)
        }
        await Task.detached { Self.block(on: started) }.value
        // Two more: one may wait, and whichever comes second is refused.
        let refusals = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    do {
                        try await pool.withConnection { _ in }
                        return false
                    } catch PostgresError.poolExhausted {
                        release.signal()
                        return true
                    }
                }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(refusals == 1)
        try await busy
        await pool.shutdown()
    }

    private static func block(on semaphore: DispatchSemaphore) { semaphore.wait() }

    @Test func noQueueAtAllStillServesOneAfterTheOther() async throws {
        let pool = ConnectionPool(try Database().source, count: 1, waitingMax: 0)
        for number in 0..<50 {
            #expect(try await pool.withConnection { try $0.number("SELECT \(number)::int8") } == Int64(number))
        }
        await pool.shutdown()
    }

    @Test func aConnectionKilledWhileIdleIsOpenedAgain() async throws {
        let database = try Database()
        let pool = ConnectionPool(database.source, count: 1, waitingMax: 0) { connection in
            _ = try connection.prepare("one", "SELECT 1::int8")
        }
        let process = try await pool.withConnection { $0.backendProcess }
        let other = try database.connect()
        try other.execute("SELECT pg_terminate_backend($1)", [.int4(process)])
        while try other.number("SELECT count(*) FROM pg_stat_activity WHERE pid = \(process)") > 0 {}
        let next = try await pool.withConnection { connection in
            _ = try connection.execute("EXECUTE one").first().int64(0)
            return connection.backendProcess
        }
        #expect(next != process)
        await pool.shutdown()
    }

    @Test func aConnectionBrokenInAJobIsOpenedAgain() async throws {
        let pool = ConnectionPool(try Database().source, count: 1, waitingMax: 0)
        await #expect(throws: PostgresError.self) {
            try await pool.withConnection { connection in
                _ = try connection.execute("SELECT pg_terminate_backend(pg_backend_pid())")
            }
        }
        #expect(try await pool.withConnection { try $0.number("SELECT 1::int8") } == 1)
        await pool.shutdown()
    }

    @Test func aTransactionLeftOpenIsRolledBack() async throws {
        let pool = ConnectionPool(try Database().source, count: 1, waitingMax: 0)
        try await pool.withConnection { connection in
            try connection.execute("BEGIN")
            try connection.execute("CREATE TABLE t (n int8)")
        }
        let found = try await pool.withConnection {
            try $0.number("SELECT count(*) FROM pg_class WHERE relname = 't'")
        }
        #expect(found == 0)
        await pool.shutdown()
    }

    @Test func aClosedPoolAndAnUnreachableServer() async throws {
        let source = try Database().source
        let pool = ConnectionPool(source, count: 2, waitingMax: 10)
        await pool.shutdown()
        await #expect(throws: PostgresError.poolClosed) { try await pool.withConnection { _ in } }
        await pool.shutdown()
        let nowhere = ConnectionPool(source.with("host", "/nonexistent"), count: 1, waitingMax: 1)
        do {
            try await nowhere.withConnection { _ in }
            Issue.record("connected to nothing")
        } catch {
            if case PostgresError.connectionFailed = error {} else { Issue.record("\(error)") }
        }
        await nowhere.shutdown()
    }
}
