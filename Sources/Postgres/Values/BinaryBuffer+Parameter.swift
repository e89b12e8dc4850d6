extension BinaryBuffer {
    /// Appends the value without its length. False if a text holds U+0000. NULL appends nothing.
    mutating func append(_ parameter: Parameter) -> Bool {
        switch parameter {
        case .null: break
        case .bool(let value): append(UInt8(value ? 1 : 0))
        case .int2(let value): append(value)
        case .int4(let value): append(value)
        case .int8(let value): append(value)
        case .numeric(let value): append(numeric: value)
        case .text(let value): return append(text: value)
        case .bytea(let value): value.withUnsafeBytes { append(bytes: $0) }
        default: return append(array: parameter)
        }
        return true
    }

    private mutating func append(array parameter: Parameter) -> Bool {
        switch parameter {
        case .int2Array(let values): appendArray(values, of: .int2)
        case .int4Array(let values): appendArray(values, of: .int4)
        case .int8Array(let values): appendArray(values, of: .int8)
        case .boolArray(let values): appendArray(values.map { UInt8($0 ? 1 : 0) }, of: .bool)
        case .textArray(let values): return appendArray(values, nulls: false)
        case .byteaArray(let values): appendArray(values, nulls: false)
        case .packedByteaArray(let values): appendArray(values)
        case .nullableInt2Array(let values): appendArray(values, of: .int2)
        case .nullableInt4Array(let values): appendArray(values, of: .int4)
        case .nullableInt8Array(let values): appendArray(values, of: .int8)
        case .nullableBoolArray(let values): appendArray(values.map { $0.map { UInt8($0 ? 1 : 0) } }, of: .bool)
        case .nullableTextArray(let values): return appendArray(values, nulls: true)
        case .nullableByteaArray(let values): appendArray(values, nulls: true)
        case .null, .bool, .int2, .int4, .int8, .numeric, .text, .bytea: break
        }
        return true
    }
}
