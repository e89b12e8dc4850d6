import Postgres
import Testing

@Suite struct PipelineTests {
    private func table() throws -> Connection {
        let connection = try Database().connect()
        try connection.execute("CREATE TABLE t (n int8 PRIMARY KEY)")
        return connection
    }

    @Test func resultsComeInOrderAndAreOneTransaction() throws {
        let connection = try table()
        let insert = try connection.prepare("insert", "INSERT INTO t SELECT * FROM unnest($1::int8[]) RETURNING n")
        let results = try connection.pipeline {
            try $0.execute(insert, [.int8Array([1, 2])])
            try $0.execute("SELECT count(*) FROM t WHERE n > $1", [.int8(1)])
            try $0.execute(insert, [.int8Array([3])])
        }
        #expect(results.map(\.rowCount) == [2, 1, 1])
        #expect(try results[1][0].int64(0) == 1)
        #expect(try connection.number("SELECT count(DISTINCT xmin::text) FROM t") == 1)
    }

    @Test(arguments: 0..<4) func theFirstErrorIsNamedAndNothingStays(_ position: Int) throws {
        let connection = try table()
        let error = failure {
            try connection.pipeline { pipeline in
                for index in 0..<4 {
                    try pipeline.execute(index == position ? "SELECT 1/0" : "INSERT INTO t VALUES (\(index))")
                }
            }
        }
        guard case .pipelineFailed(let failure)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.index == position && failure.statement == "SELECT 1/0")
        #expect(failure.error.sqlState == "22012")
        #expect(try connection.number("SELECT count(*) FROM t") == 0)
    }

    @Test func anErrorOfTheCommitIsNamedByTheCount() throws {
        let connection = try table()
        try connection.execute("CREATE TABLE d (n int8 UNIQUE DEFERRABLE INITIALLY DEFERRED)")
        let error = failure { try connection.pipeline { try $0.execute("INSERT INTO d VALUES (1), (1)") } }
        guard case .pipelineFailed(let failure)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(failure.index == 1 && failure.error.sqlState == "23505")
        #expect(connection.isOpen)
    }

    @Test func anExplicitTransactionOverTwoPipelinesAndACopy() throws {
        let connection = try table()
        try connection.pipeline {
            try $0.begin()
            try $0.execute("INSERT INTO t VALUES (1)")
        }
        #expect(connection.transactionStatus == .inTransaction)
        var writer = CopyBinaryWriter()
        for n: Int64 in 2...4 {
            writer.beginRow(fields: 1)
            writer.int8(n)
        }
        #expect(try connection.copyIn("COPY t FROM STDIN (FORMAT binary)", writer) == 3)
        try connection.pipeline {
            try $0.execute("INSERT INTO t VALUES (5)")
            try $0.commit()
        }
        #expect(connection.transactionStatus == .idle)
        #expect(try connection.number("SELECT count(*) FROM t") == 5)
    }

    @Test func anErrorAfterItsOwnBeginLeavesNoTransaction() throws {
        let connection = try table()
        let error = failure {
            try connection.pipeline {
                try $0.begin()
                try $0.execute("SELECT 1/0")
                try $0.commit()
            }
        }
        #expect(error?.serverError?.sqlState == "22012")
        #expect(connection.transactionStatus == .idle && connection.isOpen)
    }

    @Test func aBodyThatThrowsLeavesNothingBehind() throws {
        let database = try Database()
        let connection = try database.connect()
        try connection.execute("CREATE TABLE t (n int8)")
        let error = failure {
            try connection.pipeline {
                try $0.execute("INSERT INTO t VALUES (1)")
                try $0.execute("SELECT $1", [.text("\0")])
            }
        }
        #expect(error == .nulInText(parameter: 0) && !connection.isOpen)
        #expect(try database.connect().number("SELECT count(*) FROM t") == 0)
    }

    @Test func bothDirectionsFullAtOnce() throws {
        // Each statement sends and returns 100 kB: neither side may wait for the other to read first.
        let connection = try Database().connect()
        let text = String(repeating: "x", count: 100_000)
        let results = try connection.pipeline { pipeline in
            for _ in 0..<300 { try pipeline.execute("SELECT $1", [.text(text)]) }
        }
        #expect(results.count == 300)
        #expect(try results[299][0].text(0) == text)
    }

    @Test func anEmptyPipeline() throws {
        let connection = try Database().connect()
        #expect(try connection.pipeline { _ in }.isEmpty)
        #expect(try connection.number("SELECT 1::int8") == 1)
    }

    @Test func deadlineInAPipelineThatCommitsIsUnknown() throws {
        let connection = try Database().connect()
        let error = failure {
            try connection.pipeline(deadline: .after(.milliseconds(100))) { try $0.execute("SELECT pg_sleep(30)") }
        }
        #expect(error == .unknownOutcome(.deadlineExceeded) && !connection.isOpen)
    }

    @Test func deadlineInAnOpenTransactionIsCertain() throws {
        let connection = try Database().connect()
        try connection.execute("BEGIN")
        let error = failure {
            try connection.pipeline(deadline: .after(.milliseconds(100))) { try $0.execute("SELECT pg_sleep(30)") }
        }
        #expect(error == .deadlineExceeded && !connection.isOpen)
    }

    @Test func withTypedErrorsAndWithoutAClosure() throws {
        let connection = try table()
        func insert(_ value: Int64) throws(PostgresError) -> Int {
            var pipeline = try connection.startPipeline()
            try pipeline.execute("INSERT INTO t VALUES ($1)", [.int8(value)])
            return try connection.finish(pipeline).count
        }
        #expect(try insert(1) == 1)
        #expect(failure { try insert(1) }?.serverError?.sqlState == "23505")
        #expect(try insert(2) == 1)
    }

    @Test func anUnfinishedPipelineIsGivenUp() throws {
        let database = try Database()
        let connection = try database.connect()
        try connection.execute("CREATE TABLE t (n int8)")
        do {
            var pipeline = try connection.startPipeline()
            try pipeline.execute("INSERT INTO t VALUES (1)")
        }
        #expect(!connection.isOpen)
        #expect(try database.connect().number("SELECT count(*) FROM t") == 0)
    }
}
