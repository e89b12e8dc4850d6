import Foundation
import Postgres
import Testing

/// What a client can know about a commit, and what it cannot.
@Suite struct UnknownOutcomeTests {
    /// A deferred trigger runs inside COMMIT, so its notice arrives where a real one of the server's would.
    private func noticing(_ level: String) throws -> Database {
        let database = try Database()
        try database.connect().executeScript(
            """
            CREATE TABLE t (n int8 PRIMARY KEY);
            CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE \(level) 'told'; RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER tell AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION tell();
            """)
        return database
    }

    private func isNotice(_ error: PostgresError?) -> Bool {
        if case .unknownOutcome(.notice)? = error { true } else { false }
    }

    @Test(arguments: ["WARNING", "NOTICE"])
    func anyNoticeAtCommitIsUnknown(_ level: String) throws {
        let database = try noticing(level)
        let connection = try database.connect()
        let error = failure {
            try connection.transaction { try $0.execute("INSERT INTO t VALUES (1)") }
        }
        #expect(isNotice(error), "\(String(describing: error))")
        #expect(!connection.isOpen)
        #expect(try database.connect().number("SELECT count(*) FROM t") == 1, "this one was in fact committed")
    }

    @Test func anyNoticeAfterAnAutocommittedWriteIsUnknown() throws {
        let connection = try noticing("WARNING").connect()
        #expect(isNotice(failure { try connection.execute("INSERT INTO t VALUES (1)") }))
    }

    @Test func anyNoticeAtTheEndOfAPipelineIsUnknown() throws {
        let connection = try noticing("WARNING").connect()
        #expect(isNotice(failure { try connection.pipeline { try $0.execute("INSERT INTO t VALUES (1)") } }))
    }

    @Test func anyNoticeAtAQueuedCommitIsUnknown() throws {
        let connection = try noticing("WARNING").connect()
        let error = failure {
            try connection.pipeline {
                try $0.begin()
                try $0.execute("INSERT INTO t VALUES (1)")
                try $0.commit()
            }
        }
        #expect(isNotice(error), "\(String(describing: error))")
    }

    @Test func noticesBeforeTheCommitAreHarmless() throws {
        let connection = try Database().connect()
        try connection.execute("CREATE TABLE t (n int8)")
        try connection.pipeline {
            try $0.begin()
            try $0.execute("DROP TABLE IF EXISTS missing")
            try $0.execute("INSERT INTO t VALUES (1)")
            try $0.commit()
        }
        #expect(connection.notices.count == 1)
        try connection.pipeline {
            try $0.execute("DROP TABLE IF EXISTS missing")
            try $0.execute("INSERT INTO t VALUES (2)")
        }
        try connection.execute("CREATE TABLE IF NOT EXISTS t (n int8)")
        #expect(try connection.number("SELECT count(*) FROM t") == 2)
    }

    @Test func aWarningInAScriptOutsideATransactionIsUnknown() throws {
        let connection = try Database().connect()
        #expect(isNotice(failure { try connection.executeScript("DO $$ BEGIN RAISE WARNING 'w'; END $$") }))
    }

    @Test func killedInsideATransactionIsCertainlyNotCommitted() throws {
        let database = try Database()
        let connection = try database.connect()
        try connection.execute("CREATE TABLE t (n int8)")
        try connection.execute("BEGIN")
        try connection.execute("INSERT INTO t VALUES (1)")
        try terminate(connection, by: database)
        guard case .connectionLost(_, let server)? = failure({ try connection.execute("INSERT INTO t VALUES (2)") })
        else {
            Issue.record("the connection was not lost")
            return
        }
        #expect(server?.sqlState == "57P01")
        #expect(!connection.isOpen)
        #expect(try database.connect().number("SELECT count(*) FROM t") == 0)
        guard case .connectionLost? = failure({ try connection.commit() }) else {
            Issue.record("a commit that was never sent is not unknown")
            return
        }
    }

    @Test func killedBeforeTheCommitIsReadIsUnknown() throws {
        let database = try Database()
        let connection = try database.connect()
        try connection.execute("BEGIN")
        try connection.execute("CREATE TABLE t (n int8)")
        try terminate(connection, by: database)
        guard case .unknownOutcome(.connectionLost)? = failure({ try connection.commit() }) else {
            Issue.record("nobody can know what became of it")
            return
        }
    }

    @Test func commitHeldUpBeyondTheDeadlineIsUnknown() throws {
        let database = try Database()
        try database.connect().executeScript(
            """
            CREATE TABLE t (n int8);
            CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN PERFORM pg_sleep(30); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER dawdle AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION dawdle();
            """)
        let connection = try database.connect()
        try connection.execute("BEGIN")
        try connection.execute("INSERT INTO t VALUES (1)")
        let error = failure { try connection.commit(deadline: .after(.milliseconds(100))) }
        #expect(error == .unknownOutcome(.deadlineExceeded))
        #expect(!connection.isOpen)
    }

    @Test func autocommittedWriteBeyondTheDeadlineIsUnknownButAReadIsNot() throws {
        let database = try Database()
        try database.connect().execute("CREATE TABLE t AS SELECT 1::int8 AS n")
        let writer = try database.connect(timeLimit: .milliseconds(100))
        #expect(
            failure { try writer.execute("UPDATE t SET n = 2 FROM pg_sleep(30)") } == .unknownOutcome(.deadlineExceeded)
        )
        let reader = try database.connect(timeLimit: .milliseconds(100))
        #expect(failure { try reader.execute("SELECT pg_sleep(30)") } == .deadlineExceeded)
        #expect(!reader.isOpen)
    }

    @Test func failedTransactionsDoNotCommit() throws {
        let connection = try Database().connect()
        try connection.execute("BEGIN")
        #expect(failure { try connection.execute("SELECT 1/0") }?.serverError?.sqlState == "22012")
        #expect(failure { try connection.commit() } == .rolledBack)
        #expect(failure { try connection.commit() } == .noTransaction)
        #expect(failure { try connection.rollback() } == .noTransaction)
        #expect(connection.transactionStatus == .idle)
    }

    @Test func deferredConstraintIsAPlainErrorOfCommit() throws {
        let connection = try Database().connect()
        try connection.execute("CREATE TABLE t (n int8 CONSTRAINT once UNIQUE DEFERRABLE INITIALLY DEFERRED)")
        let error = failure { try connection.transaction { try $0.execute("INSERT INTO t VALUES (1), (1)") } }
        guard case .server(let server)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(server.constraint == "once" && connection.isOpen)
        #expect(connection.transactionStatus == .idle)
    }

    @Test func theBodysErrorRollsBack() throws {
        let connection = try Database().connect()
        struct Stop: Error {}
        try connection.execute("CREATE TABLE t (n int8)")
        #expect(throws: Stop.self) {
            try connection.transaction {
                try $0.execute("INSERT INTO t VALUES (1)")
                throw Stop()
            }
        }
        #expect(try connection.number("SELECT count(*) FROM t") == 0)
        #expect(
            failure { try connection.transaction(.readOnly) { try $0.execute("INSERT INTO t VALUES (1)") } }?
                .serverError?.sqlState == "25006")
    }

    private func terminate(_ connection: Connection, by database: Database) throws {
        let other = try database.connect()
        try other.execute("SELECT pg_terminate_backend($1)", [.int4(connection.backendProcess)])
        while try other.number(
            "SELECT count(*) FROM pg_stat_activity WHERE pid = \(connection.backendProcess)") > 0
        {}
    }
}
