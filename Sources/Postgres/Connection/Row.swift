import CLibPQ

/// One row of a result. Columns are counted from 0.
public struct Row {
    let result: QueryResult
    let index: Int32

    public func isNull(_ column: Int) -> Bool {
        PQgetisnull(result.handle, index, Int32(column)) == 1
    }

    /// The value, or nil for NULL. Throws `noSuchColumn`, then `unexpectedType`.
    public func optional<Value: BinaryValue>(
        _ column: Int, as type: Value.Type = Value.self
    ) throws(PostgresError) -> Value? {
        guard column >= 0, column < result.columnCount else { throw .noSuchColumn(column) }
        let place = Int32(column)
        guard PQgetisnull(result.handle, index, place) == 0 else { return nil }
        let oid = PostgresType(rawValue: PQftype(result.handle, place))
        guard PQfformat(result.handle, place) == 1, let value = Value.decode(bytes(place), type: oid)
        else { throw .unexpectedType(column: column, type: oid) }
        return value
    }

    /// The value. Throws `unexpectedNull` in addition.
    public func value<Value: BinaryValue>(
        _ column: Int, as type: Value.Type = Value.self
    ) throws(PostgresError) -> Value {
        guard let value = try optional(column, as: type) else { throw .unexpectedNull(column: column) }
        return value
    }

    /// Runs the body on the column's bytes in place, without a copy; nil for NULL.
    public func withBytes<T>(_ column: Int, _ body: (UnsafeRawBufferPointer?) throws -> T) rethrows -> T {
        try body(isNull(column) ? nil : bytes(Int32(column)))
    }

    private func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        let length = Int(PQgetlength(result.handle, index, column))
        return UnsafeRawBufferPointer(start: PQgetvalue(result.handle, index, column), count: length)
    }
}

/// The same by the name of the type, which reads better where the type is not plain.
extension Row {
    public func int64(_ column: Int) throws(PostgresError) -> Int64 { try value(column) }
    public func int32(_ column: Int) throws(PostgresError) -> Int32 { try value(column) }
    public func int16(_ column: Int) throws(PostgresError) -> Int16 { try value(column) }
    public func int128(_ column: Int) throws(PostgresError) -> Int128 { try value(column) }
    public func bool(_ column: Int) throws(PostgresError) -> Bool { try value(column) }
    public func text(_ column: Int) throws(PostgresError) -> String { try value(column) }
    public func bytes(_ column: Int) throws(PostgresError) -> [UInt8] { try value(column) }

    public func int64OrNull(_ column: Int) throws(PostgresError) -> Int64? { try optional(column) }
    public func int32OrNull(_ column: Int) throws(PostgresError) -> Int32? { try optional(column) }
    public func int16OrNull(_ column: Int) throws(PostgresError) -> Int16? { try optional(column) }
    public func boolOrNull(_ column: Int) throws(PostgresError) -> Bool? { try optional(column) }
    public func textOrNull(_ column: Int) throws(PostgresError) -> String? { try optional(column) }
    public func bytesOrNull(_ column: Int) throws(PostgresError) -> [UInt8]? { try optional(column) }
}
