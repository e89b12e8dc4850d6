/// A value bound to `$n` of a statement, sent in the binary format.
///
/// The type is part of the value, so the server never guesses. Arrays are for
/// `unnest($1, $2, …)`, which writes a batch of rows in one statement.
public enum Parameter: Sendable, Equatable {
    /// NULL of whatever type the statement wants.
    case null
    case bool(Bool)
    case int2(Int16)
    case int4(Int32)
    case int8(Int64)
    /// A whole number too large for a bigint.
    case numeric(Int128)
    case text(String)
    case bytea([UInt8])

    case boolArray([Bool])
    case int2Array([Int16])
    case int4Array([Int32])
    case int8Array([Int64])
    case textArray([String])
    case byteaArray([[UInt8]])
    /// A `bytea[]` whose elements lie end to end in one buffer.
    case packedByteaArray(PackedBytes)

    case nullableBoolArray([Bool?])
    case nullableInt2Array([Int16?])
    case nullableInt4Array([Int32?])
    case nullableInt8Array([Int64?])
    case nullableTextArray([String?])
    case nullableByteaArray([[UInt8]?])
}

extension Parameter {
    public static func optional(_ value: Bool?) -> Parameter { value.map { .bool($0) } ?? .null }
    public static func optional(_ value: Int16?) -> Parameter { value.map { .int2($0) } ?? .null }
    public static func optional(_ value: Int32?) -> Parameter { value.map { .int4($0) } ?? .null }
    public static func optional(_ value: Int64?) -> Parameter { value.map { .int8($0) } ?? .null }
    public static func optional(_ value: String?) -> Parameter { value.map { .text($0) } ?? .null }
    public static func optional(_ value: [UInt8]?) -> Parameter { value.map { .bytea($0) } ?? .null }

    /// The type as which the value is sent.
    public var type: PostgresType {
        switch self {
        case .null: .unspecified
        case .bool: .bool
        case .int2: .int2
        case .int4: .int4
        case .int8: .int8
        case .numeric: .numeric
        case .text: .text
        case .bytea: .bytea
        case .boolArray, .nullableBoolArray: .boolArray
        case .int2Array, .nullableInt2Array: .int2Array
        case .int4Array, .nullableInt4Array: .int4Array
        case .int8Array, .nullableInt8Array: .int8Array
        case .textArray, .nullableTextArray: .textArray
        case .byteaArray, .packedByteaArray, .nullableByteaArray: .byteaArray
        }
    }

    /// True if the value can be sent where a statement wants `wanted`: the binary formats agree.
    func fits(_ wanted: PostgresType) -> Bool {
        switch self {
        case .null: true
        case .text: [.text, .varchar, .bpchar, .name, .json].contains(wanted)
        default: type == wanted
        }
    }
}

/// Byte strings end to end: one allocation for a whole column instead of one for each row.
public struct PackedBytes: Sendable, Equatable {
    public private(set) var bytes: [UInt8] = []
    /// Where each element ends in `bytes`.
    public private(set) var ends: [Int] = []

    public init() {}

    public var count: Int { ends.count }

    public mutating func append(_ element: some Sequence<UInt8>) {
        bytes.append(contentsOf: element)
        ends.append(bytes.count)
    }

    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }
}
