import Postgres
import Testing

@Suite struct ParameterTests {
    @Test func scalarsComeBackAsTheyWent() throws {
        let connection = try Database().connect()
        let row = try connection.execute(
            "SELECT $1, $2, $3, $4, $5, $6, $7, $8::text",
            [
                .bool(true), .int2(.min), .int4(.max), .int8(.min), .text("算力 € 'quoted'"),
                .bytea([0, 255, 7]), .bytea([]), .null,
            ]
        ).first()
        #expect(try row.bool(0))
        #expect(try row.int16(1) == .min)
        #expect(try row.int32(2) == .max)
        #expect(try row.int64(3) == .min)
        #expect(try row.text(4) == "算力 € 'quoted'")
        #expect(try row.bytes(5) == [0, 255, 7])
        #expect(try row.bytes(6) == [])
        #expect(try row.textOrNull(7) == nil)
        #expect(row.isNull(7))
    }

    @Test(
        arguments: [
            0, 1, -1, 9999, 10_000, -10_001, 1_0000_0000, Int128(Int64.max), .max, .min, 100_000_000_000_000_000_000,
        ] as [Int128])
    func wholeNumericsOf128Bits(_ value: Int128) throws {
        let connection = try Database().connect()
        let row = try connection.execute("SELECT $1, $1::text", [.numeric(value)]).first()
        #expect(try row.int128(0) == value)
        #expect(try row.text(1) == "\(value)")
    }

    @Test func numericsThatAreNotWholeOrTooLargeAreRefused() throws {
        let connection = try Database().connect()
        for text in ["1.5", "'NaN'", "170141183460469231731687303715884105728", "1e60"] {
            let row = try connection.execute("SELECT \(text)::numeric").first()
            #expect(failure { _ = try row.int128(0) } == .unexpectedType(column: 0, type: .numeric))
        }
        #expect(try connection.execute("SELECT sum(x) FROM unnest('{1,2}'::bigint[]) x").first().int128(0) == 3)
    }

    @Test func arraysUnnestIntoRows() throws {
        let connection = try Database().connect()
        var packed = PackedBytes()
        packed.append([1])
        packed.append([])
        let result = try connection.execute(
            """
            SELECT * FROM unnest($1::bool[], $2::int2[], $3::int4[], $4::int8[], $5::text[], $6::bytea[], $7::bytea[])
            """,
            [
                .boolArray([true, false]), .int2Array([1, -2]), .int4Array([3, -4]), .int8Array([5, .min]),
                .textArray(["甲", ""]), .byteaArray([[9], []]), .packedByteaArray(packed),
            ])
        #expect(result.rowCount == 2)
        let second = result[1]
        #expect(try !second.bool(0) && second.int16(1) == -2 && second.int32(2) == -4)
        #expect(try second.int64(3) == .min)
        #expect(try second.text(4) == "")
        #expect(try result[0].bytes(5) == [9] && result[0].bytes(6) == [1])
        #expect(try second.bytes(5) == [] && second.bytes(6) == [])
    }

    @Test func nullsInsideArrays() throws {
        let connection = try Database().connect()
        let result = try connection.execute(
            "SELECT * FROM unnest($1::bool[], $2::int2[], $3::int4[], $4::int8[], $5::text[], $6::bytea[])",
            [
                .nullableBoolArray([nil, true]), .nullableInt2Array([nil, 1]), .nullableInt4Array([nil, 2]),
                .nullableInt8Array([nil, 3]), .nullableTextArray([nil, "x"]), .nullableByteaArray([nil, [4]]),
            ])
        for column in 0..<6 { #expect(result[0].isNull(column) && !result[1].isNull(column)) }
        #expect(try result[1].int64(3) == 3)
        #expect(try result[1].bytes(5) == [4])
    }

    @Test func emptyArraysAndArraysAsResults() throws {
        let connection = try Database().connect()
        #expect(try connection.number("SELECT cardinality(ARRAY[]::int8[])::int8") == 0)
        let row = try connection.execute(
            "SELECT $1, $2, $3", [.int8Array([]), .int8Array([1, -2]), .textArray(["a"])]
        ).first()
        #expect(try row.value(0, as: [Int64].self) == [])
        #expect(try row.value(1, as: [Int64].self) == [1, -2])
        #expect(try row.value(2, as: [String].self) == ["a"])
        #expect(failure { _ = try row.value(2, as: [Int64].self) } == .unexpectedType(column: 2, type: .textArray))
    }

    @Test func nulInTextIsATypedErrorAndNothingIsSent() throws {
        let connection = try Database().connect()
        #expect(
            failure { try connection.execute("SELECT $1, $2", [.int8(1), .text("a\0b")]) } == .nulInText(parameter: 1))
        #expect(failure { try connection.execute("SELECT $1", [.textArray(["a", "\0"])]) } == .nulInText(parameter: 0))
        #expect(failure { try connection.execute("SELECT 1\0 garbage") } == .nulInStatement)
        #expect(failure { try connection.executeScript("SELECT 1\0") } == .nulInStatement)
        #expect(failure { _ = try connection.prepare("s", "SELECT \0") } == .nulInStatement)
        #expect(try connection.number("SELECT 1::int8") == 1)
    }

    @Test func tooManyParameters() throws {
        let connection = try Database().connect()
        let many = [Parameter](repeating: .int2(0), count: 65_536)
        #expect(failure { try connection.execute("SELECT 1", many) } == .tooManyParameters(65_536))
    }

    @Test func wrongTypeNullAndColumnAreTypedErrors() throws {
        let connection = try Database().connect()
        let result = try connection.execute("SELECT 1::int8 AS n, NULL::int8, 'x'::text AS \"T\"")
        let row = try result.first()
        #expect(failure { _ = try row.int32(0) } == .unexpectedType(column: 0, type: .int8))
        #expect(failure { _ = try row.int64(1) } == .unexpectedNull(column: 1))
        #expect(failure { _ = try row.int64(3) } == .noSuchColumn(3))
        #expect(failure { _ = try row.bytes(2) } == .unexpectedType(column: 2, type: .text))
        #expect(result.column(named: "n") == 0 && result.column(named: "T") == 2)
        #expect(result.column(named: "t") == nil)
        #expect(failure { _ = try connection.execute("SELECT 1 WHERE false").first() } == .noSuchRow(0))
    }
}
