/// A value that can be read out of the binary format of a column.
public protocol BinaryValue {
    /// Nil if the type or the width does not fit. With `unspecified`, as in COPY streams, which
    /// carry no types, only the width is checked.
    static func decode(_ bytes: UnsafeRawBufferPointer, type: PostgresType) -> Self?
}

extension BinaryValue where Self: FixedWidthInteger & BitwiseCopyable {
    static func load(_ bytes: UnsafeRawBufferPointer) -> Self? {
        guard bytes.count == MemoryLayout<Self>.size else { return nil }
        return Self(bigEndian: bytes.loadUnaligned(as: Self.self))
    }
}

extension Int16: BinaryValue {
    public static func decode(_ bytes: UnsafeRawBufferPointer, type: PostgresType) -> Int16? {
        type == .int2 || type == .unspecified ? load(bytes) : nil
    }
}

extension Int32: BinaryValue {
    /// An int2 widens.
    public static func decode(_ bytes: UnsafeRawBufferPointer, type: PostgresType) -> Int32? {
        if type == .int2 { return Int16.load(bytes).map { Int32($0) } }
        return type == .int4 || type == .unspecified ? load(bytes) : nil
    }
}

extension Int64: BinaryValue {
    /// An int2 or int4 widens.
    public static func decode(_ bytes: UnsafeRawBufferPointer, type: PostgresType) -> Int64? {
        if type == .int8 || type == .unspecified { return load(bytes) }
        return Int32.decode(bytes, type: type).map { Int64($0) }
    }
}

extension Bool: BinaryValue {
    public static func decode(_ bytes: UnsafeRawBufferPointer, type: PostgresType) -> Bool? {
        guard type == .bool || type == .unspecified, bytes.count == 1 else { return nil }
        return bytes[0] != 0
    }
}

extension String: BinaryValue {
    public static func decode(_ bytes: UnsafeRawBufferPointer, type: PostgresType) -> String? {
        switch type {
        case .text, .varchar, .bpchar, .name, .json, .unspecified: String(validating: bytes, as: UTF8.self)
        default: nil
        }
    }
}

/// `[UInt8]` is a `bytea`; an array of any other value is an array of the server.
extension Array: BinaryValue where Element: BinaryValue {
    public static func decode(_ bytes: UnsafeRawBufferPointer, type: PostgresType) -> [Element]? {
        if Element.self == UInt8.self {
            return type == .bytea || type == .unspecified ? [UInt8](bytes) as? [Element] : nil
        }
        return ArrayDecoder(bytes).elements()
    }
}

/// A byte has no column type of its own; it makes `[UInt8]` readable.
extension UInt8: BinaryValue {
    public static func decode(_ bytes: UnsafeRawBufferPointer, type: PostgresType) -> UInt8? { nil }
}
