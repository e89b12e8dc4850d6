import Postgres
import Testing

@Suite struct ExecuteTests {
    @Test func serverErrorsCarryStateSeverityAndConstraint() throws {
        let connection = try Database().connect()
        try connection.execute("CREATE TABLE t (n int8 CONSTRAINT positive CHECK (n > 0))")
        guard case .server(let error)? = failure({ try connection.execute("INSERT INTO t VALUES (-1)") }) else {
            Issue.record("no server error")
            return
        }
        #expect(error.sqlState == "23514" && error.severity == .error)
        #expect(error.constraint == "positive" && error.table == "t")
        #expect(!error.description.contains("(-1)"), "the description must not quote the row")
        #expect(error.detail?.contains("(-1)") == true)
        #expect(try connection.execute("INSERT INTO t VALUES (1), (2)").affectedRows == 2)
    }

    @Test func syntaxErrorsHaveAPosition() throws {
        let connection = try Database().connect()
        #expect(failure { try connection.execute("SELEKT 1") }?.serverError?.position == 1)
        #expect(connection.isOpen)
    }

    @Test func noticesOfAStatementAreKept() throws {
        let connection = try Database().connect()
        try connection.execute("DROP TABLE IF EXISTS missing")
        #expect(connection.notices.map(\.severity) == [.notice])
        try connection.execute("SELECT 1")
        #expect(connection.notices.isEmpty)
    }

    @Test func preparedStatementsKnowTheirTypes() throws {
        let connection = try Database().connect()
        let sum = try connection.prepare("sum", "SELECT $1 + $2::int4::int8, $3::text", types: [.int8])
        #expect(sum.parameterTypes == [.int8, .int4, .text])
        #expect(try connection.execute(sum, [.int8(40), .int4(2), .null]).first().int64(0) == 42)
        #expect(
            failure { try connection.execute(sum, [.int8(40), .int8(2), .null]) }
                == .parameterMismatch(statement: "sum", parameter: 1))
        #expect(
            failure { try connection.execute(sum, [.int8(40)]) } == .parameterMismatch(statement: "sum", parameter: 1))
        #expect(failure { _ = try connection.prepare("sum", "SELECT 1") }?.serverError?.sqlState == "42P05")
    }

    @Test func eightBytesDoNotPassAsADouble() throws {
        let connection = try Database().connect()
        let half = try connection.prepare("half", "SELECT $1::float8 / 2")
        #expect(
            failure { try connection.execute(half, [.int8(1)]) } == .parameterMismatch(statement: "half", parameter: 0))
    }

    @Test func scriptsRunSeveralStatements() throws {
        let connection = try Database().connect()
        try connection.executeScript("CREATE TABLE a (n int8); INSERT INTO a VALUES (1); DROP TABLE IF EXISTS b;")
        #expect(try connection.number("SELECT count(*) FROM a") == 1)
        #expect(
            failure { try connection.executeScript("INSERT INTO a VALUES (2); SELECT 1/0") }?.serverError?.sqlState
                == "22012")
        #expect(try connection.number("SELECT count(*) FROM a") == 1, "a script outside a transaction is one")
    }

    @Test func copyThroughExecuteIsRefusedAndCloses() throws {
        let connection = try Database().connect()
        guard case .refused? = failure({ try connection.execute("COPY (SELECT 1) TO STDOUT") }) else {
            Issue.record("COPY must not go through execute")
            return
        }
        #expect(!connection.isOpen)
    }

    @Test func quotingOfNamesAndTexts() throws {
        let connection = try Database().connect()
        let name = "a\"b 中"
        try connection.execute("CREATE TABLE \(SQLText.identifier(name)) (n int8)")
        #expect(try connection.number("SELECT count(*) FROM \(SQLText.identifier(name))") == 0)
        #expect(try connection.execute("SELECT \(SQLText.literal("it's \\ ok"))::text").first().text(0) == "it's \\ ok")
    }

    @Test func rowsOneAtATime() throws {
        let connection = try Database().connect()
        var sum: Int64 = 0
        let count = try connection.forEachRow("SELECT generate_series(1, $1)::int8", [.int4(10_000)]) { row in
            sum += try row.int64(0)
        }
        #expect(count == 10_000 && sum == 50_005_000)
        #expect(try connection.number("SELECT 7::int8") == 7)
    }

    @Test func rowsEndInTheServersError() throws {
        let connection = try Database().connect()
        var seen = 0
        let error = failure {
            try connection.forEachRow("SELECT 10 / (5 - n) FROM generate_series(1, 9) n") { _ in seen += 1 }
        }
        #expect(error?.serverError?.sqlState == "22012" && seen == 4)
        #expect(connection.isOpen)
    }

    @Test func aBodyThatThrowsEndsTheReading() throws {
        let connection = try Database().connect()
        struct Enough: Error {}
        #expect(throws: Enough.self) {
            try connection.forEachRow("SELECT generate_series(1, 1000000)") { _ in throw Enough() }
        }
        #expect(!connection.isOpen)
    }

    @Test func aBusyConnectionRefusesASecondStatement() throws {
        let connection = try Database().connect()
        try connection.forEachRow("SELECT generate_series(1, 3)") { _ in
            guard case .refused? = failure({ try connection.execute("SELECT 1") }) else {
                Issue.record("a second statement was sent")
                return
            }
        }
    }
}
