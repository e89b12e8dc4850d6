import Postgres
import Testing

@Suite struct CopyTests {
    private static let columns = "a int2, b int4, c int8, d bool, e bytea, f text, g int8, h int8[], i numeric"

    private func connection() throws -> Connection {
        let connection = try Database().connect()
        try connection.execute("CREATE TABLE t (\(Self.columns))")
        return connection
    }

    private func fill(_ writer: inout CopyBinaryWriter, rows: Int) throws {
        for row in 0..<rows {
            writer.beginRow(fields: 9)
            writer.int2(Int16(truncatingIfNeeded: row))
            writer.int4(-1)
            writer.int8(Int64(row))
            writer.bool(row % 2 == 0)
            writer.bytea([0, 1, UInt8(truncatingIfNeeded: row)])
            try writer.text("行 \(row)")
            writer.null()
            writer.int8Array([Int64(row), .min])
            try writer.value(.numeric(Int128(row) * Int128(Int64.max)))
        }
    }

    @Test func everyTypeInAndOut() throws {
        let connection = try connection()
        var writer = CopyBinaryWriter()
        try fill(&writer, rows: 3)
        #expect(try connection.copyIn("COPY t FROM STDIN (FORMAT binary)", writer) == 3)
        let row = try connection.execute("SELECT * FROM t WHERE c = 2").first()
        #expect(try row.int16(0) == 2 && row.int32(1) == -1 && row.int64(2) == 2 && row.bool(3))
        #expect(try row.bytes(4) == [0, 1, 2])
        #expect(try row.text(5) == "行 2")
        #expect(row.isNull(6))
        #expect(try row.value(7, as: [Int64].self) == [2, .min])
        #expect(try row.int128(8) == 2 * Int128(Int64.max))
        var seen: [Int64] = []
        let count = try connection.copyOut("COPY (SELECT * FROM t ORDER BY c) TO STDOUT (FORMAT binary)") { row in
            let number = try row.value(2, as: Int64.self)
            #expect(
                try row.value(0, as: Int16.self) == Int16(number) && row.value(3, as: Bool.self) == (number % 2 == 0))
            #expect(try row.value(4, as: [UInt8].self) == [0, 1, UInt8(number)])
            #expect(try row.value(5, as: String.self) == "行 \(number)")
            #expect(try row.optional(6, as: Int64.self) == nil)
            #expect(try row.value(7, as: [Int64].self) == [number, .min])
            seen.append(number)
        }
        #expect(count == 3 && seen == [0, 1, 2])
        #expect(try connection.number("SELECT count(*) FROM t") == 3)
    }

    @Test func manyRowsInPortions() throws {
        let connection = try connection()
        var writer = CopyBinaryWriter()
        try fill(&writer, rows: 20_000)
        #expect(writer.byteCount > 1 << 20)
        #expect(try connection.copyIn("COPY t FROM STDIN (FORMAT binary)", writer) == 20_000)
        #expect(try connection.number("SELECT sum(c)::int8 FROM t") == 199_990_000)
        writer.removeAll()
        #expect(try connection.copyIn("COPY t FROM STDIN (FORMAT binary)", writer) == 0)
        var count = 0
        try connection.copyOut("COPY t TO STDOUT (FORMAT binary)") { _ in count += 1 }
        #expect(count == 20_000)
    }

    @Test func anErrorOfTheServerLoadsNothing() throws {
        let connection = try connection()
        try connection.execute("ALTER TABLE t ADD CONSTRAINT small CHECK (c < 15000)")
        var writer = CopyBinaryWriter()
        try fill(&writer, rows: 20_000)
        let error = failure { try connection.copyIn("COPY t FROM STDIN (FORMAT binary)", writer) }
        #expect(error?.serverError?.constraint == "small")
        #expect(try connection.number("SELECT count(*) FROM t") == 0)
    }

    @Test func nulInTextAndAnIncompleteRowAreTypedErrors() throws {
        let connection = try connection()
        var writer = CopyBinaryWriter()
        writer.beginRow(fields: 1)
        do {
            try writer.text("a\0")
            Issue.record("NUL was taken")
        } catch { #expect(error == .nulInText(parameter: 0)) }
        do {
            try connection.copyIn("COPY t (f) FROM STDIN (FORMAT binary)", writer)
            Issue.record("an incomplete row was sent")
        } catch { #expect(error == .malformedCopy) }
    }

    @Test func wrongDirectionFormatAndTable() throws {
        let connection = try connection()
        let writer = CopyBinaryWriter()
        func copyIn(_ sql: String) -> PostgresError? {
            do {
                try connection.copyIn(sql, writer)
                return nil
            } catch { return error }
        }
        #expect(copyIn("COPY missing FROM STDIN (FORMAT binary)")?.serverError?.sqlState == "42P01")
        if case .refused? = copyIn("SELECT 1") {} else { Issue.record("SELECT is no COPY") }
        #expect(try connection.number("SELECT 1::int8") == 1)
        try connection.execute("INSERT INTO t (c) VALUES (1)")
        #expect(failure { try connection.copyOut("COPY t TO STDOUT") { _ in } } == .malformedCopy)
        #expect(!connection.isOpen)
    }

    @Test func noticeAtTheCommitOfACopyIsUnknown() throws {
        let connection = try connection()
        try connection.executeScript(
            """
            CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE WARNING 'told'; RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER tell AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION tell();
            """)
        var writer = CopyBinaryWriter()
        try fill(&writer, rows: 1)
        do {
            try connection.copyIn("COPY t FROM STDIN (FORMAT binary)", writer)
            Issue.record("the warning went unseen")
        } catch {
            if case .unknownOutcome(.notice) = error {} else { Issue.record("\(error)") }
        }
    }
}
