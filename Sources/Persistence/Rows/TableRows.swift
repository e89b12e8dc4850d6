import Postgres

/// Rows for one table, written by one statement or one COPY.
struct TableRows: Sendable {
    let table: Table
    private var cells: [Cell] = []

    init(_ table: Table) { self.table = table }

    var count: Int { cells.count / table.columns.count }
    var isEmpty: Bool { cells.isEmpty }

    /// Appends a row: a cell for each column, in order.
    mutating func append(_ row: Cell...) {
        precondition(row.count == table.columns.count, "a row of \(table.name) has a cell for each column")
        cells.append(contentsOf: row)
    }

    /// An array parameter for each column.
    var parameters: [Parameter] {
        let width = table.columns.count
        return table.columns.enumerated().map { place, column in
            Cell.array(column.type, stride(from: place, to: cells.count, by: width).map { cells[$0] })
        }
    }

    /// The rows in the form of COPY.
    func write(to writer: inout CopyBinaryWriter) throws(PostgresError) {
        let width = table.columns.count
        for (place, cell) in cells.enumerated() {
            if place % width == 0 { writer.beginRow(fields: width) }
            try writer.cell(cell)
        }
    }
}

extension Cell {
    /// A column as an array of its type. Traps on a cell of another type.
    static func array(_ type: ColumnType, _ cells: [Cell]) -> Parameter {
        switch type {
        case .bool: .nullableBoolArray(cells.map { if case .bool(let value) = $0 { value } else { $0.requireNull() } })
        case .int2: .nullableInt2Array(cells.map { if case .int2(let value) = $0 { value } else { $0.requireNull() } })
        case .int4: .nullableInt4Array(cells.map { if case .int4(let value) = $0 { value } else { $0.requireNull() } })
        case .int8: .nullableInt8Array(cells.map { if case .int8(let value) = $0 { value } else { $0.requireNull() } })
        case .text: .nullableTextArray(cells.map { if case .text(let value) = $0 { value } else { $0.requireNull() } })
        case .bytea:
            .nullableByteaArray(cells.map { if case .bytea(let value) = $0 { value } else { $0.requireNull() } })
        }
    }

    private func requireNull<Value>() -> Value? {
        guard case .null = self else { preconditionFailure("a cell has the type of its column") }
        return nil
    }
}
