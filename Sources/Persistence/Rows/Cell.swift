import Postgres

/// One value of a row, of exactly the column's type.
enum Cell: Sendable {
    case null
    case bool(Bool)
    case int2(Int16)
    case int4(Int32)
    case int8(Int64)
    case text(String)
    case bytea([UInt8])
}

extension Cell {
    static func optional(_ value: Int64?) -> Cell { value.map { .int8($0) } ?? .null }
    static func optional(_ value: Int16?) -> Cell { value.map { .int2($0) } ?? .null }
    static func optional(_ value: String?) -> Cell { value.map { .text($0) } ?? .null }

    /// An enumeration by its number, as a `smallint`.
    static func number(_ value: some RawRepresentable<UInt8>) -> Cell { .int2(Int16(value.rawValue)) }

    /// A small number that its type bounds: a rate in basis points, a funder's position.
    static func small(_ value: Int64) -> Cell { .int2(Int16(value)) }
}

extension CopyBinaryWriter {
    mutating func cell(_ cell: Cell) throws(PostgresError) {
        switch cell {
        case .null: null()
        case .bool(let value): bool(value)
        case .int2(let value): int2(value)
        case .int4(let value): int4(value)
        case .int8(let value): int8(value)
        case .text(let value): try text(value)
        case .bytea(let value): bytea(value)
        }
    }
}
