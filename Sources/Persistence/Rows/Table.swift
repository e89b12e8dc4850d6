/// The type of a column, and its name in SQL.
enum ColumnType: String, Sendable {
    case bool = "boolean"
    case int2 = "smallint"
    case int4 = "integer"
    case int8 = "bigint"
    case text
    case bytea
}

/// Columns of a table that a batch writes. A test compares them with the database's catalogue.
struct Table: Sendable {
    let name: String
    let columns: [(name: String, type: ColumnType)]
    /// What a row that is there already means.
    let conflict: String

    init(_ name: String, _ columns: KeyValuePairs<String, ColumnType>, onConflict conflict: String = "") {
        self.name = name
        self.columns = columns.map { ($0.key, $0.value) }
        self.conflict = conflict
    }

    private var columnList: String { columns.map(\.name).joined(separator: ", ") }

    /// One statement for any number of rows: an array a column.
    var insertSQL: String {
        let arrays = columns.enumerated().map { "$\($0 + 1)::\($1.type.rawValue)[]" }.joined(separator: ", ")
        return "INSERT INTO exchange.\(name) (\(columnList)) SELECT * FROM unnest(\(arrays)) \(conflict)"
    }

    var copySQL: String { "COPY exchange.\(name) (\(columnList)) FROM STDIN (FORMAT binary)" }
}
