/// Builds the byte stream of `COPY … FROM STDIN (FORMAT binary)`, row by row.
///
/// `beginRow(fields:)`, then so many fields, in the order of the columns and each of exactly the
/// column's type, since COPY converts nothing. Reuse one writer and `removeAll` between batches.
public struct CopyBinaryWriter: ~Copyable {
    /// `PGCOPY\n\377\r\n\0`, flags, length of the header's extension.
    static let header: [UInt8] = Array("PGCOPY\n".utf8) + [0xff, 0x0d, 0x0a, 0x00] + [UInt8](repeating: 0, count: 8)

    private(set) var buffer: BinaryBuffer
    public private(set) var rowCount = 0
    /// Fields that the present row still needs.
    private var fieldsOwed = 0

    public init(capacity: Int = 64 << 10) {
        buffer = BinaryBuffer(capacity: max(capacity, 64))
        removeAll()
    }

    /// Forgets the rows and keeps the memory.
    public mutating func removeAll() {
        buffer.removeAll()
        Self.header.withUnsafeBytes { buffer.append(bytes: $0) }
        rowCount = 0
        fieldsOwed = 0
    }

    public var byteCount: Int { buffer.count }

    /// True when the last row has all its fields.
    var isComplete: Bool { fieldsOwed == 0 }

    /// Traps if the row before is not complete, or the count is not in 0…1664, the server's limit.
    public mutating func beginRow(fields: Int) {
        precondition(fieldsOwed == 0, "the row before lacks fields")
        precondition((0...1664).contains(fields), "a row has at most 1664 fields")
        buffer.append(Int16(fields))
        fieldsOwed = fields
        rowCount += 1
    }

    mutating func beginField(length: Int) {
        precondition(fieldsOwed > 0, "the row has all its fields")
        fieldsOwed -= 1
        buffer.append(Int32(length))
    }

    mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(_ value: Number) {
        beginField(length: MemoryLayout<Number>.size)
        buffer.append(value)
    }
}

extension CopyBinaryWriter {
    public mutating func null() { beginField(length: -1) }
    public mutating func bool(_ value: Bool) { append(UInt8(value ? 1 : 0)) }
    public mutating func int2(_ value: Int16) { append(value) }
    public mutating func int4(_ value: Int32) { append(value) }
    public mutating func int8(_ value: Int64) { append(value) }

    public mutating func bytea(_ value: [UInt8]) { value.withUnsafeBytes { bytea($0) } }

    public mutating func bytea(_ value: UnsafeRawBufferPointer) {
        beginField(length: value.count)
        buffer.append(bytes: value)
    }

    /// Throws `nulInText`, with the row's number counted from 0 as the parameter; the row is then
    /// incomplete and the writer must be emptied.
    public mutating func text(_ value: String) throws(PostgresError) {
        let row = rowCount - 1
        beginField(length: value.utf8.count)
        guard buffer.append(text: value) else {
            fieldsOwed += 1
            throw .nulInText(parameter: row)
        }
    }

    public mutating func int2Array(_ values: [Int16]) { array { $0.appendArray(values, of: .int2) } }
    public mutating func int4Array(_ values: [Int32]) { array { $0.appendArray(values, of: .int4) } }
    public mutating func int8Array(_ values: [Int64]) { array { $0.appendArray(values, of: .int8) } }
    public mutating func byteaArray(_ values: [[UInt8]]) { array { $0.appendArray(values, nulls: false) } }

    /// Any value of `Parameter`; slower by a copy of its payload.
    public mutating func value(_ parameter: Parameter) throws(PostgresError) {
        if case .null = parameter { return null() }
        let row = rowCount - 1
        var sound = true
        array { sound = $0.append(parameter) }
        guard sound else {
            fieldsOwed += 1
            throw .nulInText(parameter: row)
        }
    }

    /// A field whose length is known only after it is written.
    private mutating func array(_ write: (inout BinaryBuffer) -> Void) {
        beginField(length: 0)
        let start = buffer.count
        write(&buffer)
        buffer.overwrite(Int32(buffer.count - start), at: start - 4)
    }
}
