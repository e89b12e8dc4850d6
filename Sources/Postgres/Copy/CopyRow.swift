/// One row of a binary COPY stream. Valid only while the body that received it runs.
public struct CopyRow {
    let bytes: UnsafeRawBufferPointer
    /// Where each field starts, and how long it is; a length of -1 is NULL.
    let fields: [(start: Int, length: Int)]

    public var fieldCount: Int { fields.count }

    /// The value, or nil for NULL. The stream names no types: only the width is checked.
    public func optional<Value: BinaryValue>(
        _ field: Int, as type: Value.Type = Value.self
    ) throws(PostgresError) -> Value? {
        guard fields.indices.contains(field) else { throw .noSuchColumn(field) }
        let (start, length) = fields[field]
        guard length >= 0 else { return nil }
        let content = UnsafeRawBufferPointer(rebasing: bytes[start..<(start + length)])
        guard let value = Value.decode(content, type: .unspecified) else {
            throw .unexpectedType(column: field, type: .unspecified)
        }
        return value
    }

    /// The value; throws `unexpectedNull` in addition.
    public func value<Value: BinaryValue>(
        _ field: Int, as type: Value.Type = Value.self
    ) throws(PostgresError) -> Value {
        guard let value = try optional(field, as: type) else { throw .unexpectedNull(column: field) }
        return value
    }
}

/// Cuts the messages of a binary COPY stream into rows. The server sends whole rows in a message.
struct CopyBinaryReader {
    private var seenHeader = false
    private(set) var seenTrailer = false

    /// Calls the body for each row in the message.
    mutating func read(
        _ message: UnsafeRawBufferPointer, _ body: (CopyRow) throws -> Void
    ) throws {
        var offset = 0
        if !seenHeader { offset = try header(message) }
        while offset < message.count {
            guard !seenTrailer else { throw PostgresError.malformedCopy }
            let count = try Self.load(message, &offset, as: Int16.self)
            if count == -1 {
                seenTrailer = true
            } else {
                try body(CopyRow(bytes: message, fields: try Self.fields(Int(count), message, &offset)))
            }
        }
    }

    private mutating func header(_ message: UnsafeRawBufferPointer) throws(PostgresError) -> Int {
        var offset = 11
        guard message.count >= 19, message.prefix(11).elementsEqual(CopyBinaryWriter.header.prefix(11)),
            try Self.load(message, &offset, as: Int32.self) == 0
        else { throw .malformedCopy }
        let more = Int(try Self.load(message, &offset, as: Int32.self))
        guard more >= 0, offset + more <= message.count else { throw .malformedCopy }
        seenHeader = true
        return offset + more
    }

    private static func fields(
        _ count: Int, _ message: UnsafeRawBufferPointer, _ offset: inout Int
    ) throws(PostgresError) -> [(start: Int, length: Int)] {
        guard count >= 0 else { throw .malformedCopy }
        var fields: [(start: Int, length: Int)] = []
        fields.reserveCapacity(count)
        for _ in 0..<count {
            let length = Int(try load(message, &offset, as: Int32.self))
            guard length >= -1, offset + max(length, 0) <= message.count else { throw .malformedCopy }
            fields.append((offset, length))
            offset += max(length, 0)
        }
        return fields
    }

    private static func load<Number: FixedWidthInteger & BitwiseCopyable>(
        _ message: UnsafeRawBufferPointer, _ offset: inout Int, as type: Number.Type
    ) throws(PostgresError) -> Number {
        let end = offset + MemoryLayout<Number>.size
        guard end <= message.count else { throw .malformedCopy }
        defer { offset = end }
        return Number(bigEndian: message.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }
}
