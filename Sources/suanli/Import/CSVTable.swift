import Foundation
import TransparencyLog

/// A CSV file (RFC 4180) with a header line, read whole.
///
/// Row numbers are those an editor shows: the header is line 1. A row that is damaged is kept, with what is wrong.
struct CSVTable {
    let file: String
    /// Of the file's bytes.
    let hash: Digest
    let columns: [String]
    let rows: [CSVRow]
    private let positions: [String: Int]

    /// Reads `path`. Throws `FileProblem`: unreadable, no header line or a damaged one, a required column that is
    /// missing.
    init(path: String, required: [String] = []) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw FileProblem(
                file: path, row: nil, column: nil, code: "file_unreadable", text: "cannot be read; check the path")
        }
        try self.init(file: path, bytes: [UInt8](data), required: required)
    }

    init(file: String, bytes: [UInt8], required: [String] = []) throws {
        var scanner = CSVScanner(bytes)
        guard let header = scanner.next() else {
            throw FileProblem(
                file: file, row: 1, column: nil, code: "file_empty", text: "has no header line; add one")
        }
        self.file = file
        hash = .sha256(of: bytes)
        columns = header.fields
        positions = Dictionary(header.fields.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var rows: [CSVRow] = []
        while let row = scanner.next() { rows.append(row) }
        self.rows = rows
        if let damage = header.damage { throw problem(header, damage) }
        for name in required where positions[name] == nil {
            throw FileProblem(
                file: file, row: 1, column: name, code: "column_missing", text: "the header lacks this column; add it")
        }
    }

    /// The field of a row under a column; empty where the row is too short or the column is not there.
    func field(_ row: CSVRow, _ column: String) -> String {
        guard let position = positions[column], position < row.fields.count else { return "" }
        return row.fields[position]
    }

    /// A row must be whole and have as many fields as the header. Throws `FileProblem`.
    func checkWidth(_ row: CSVRow) throws {
        if let damage = row.damage { throw problem(row, damage) }
        guard row.fields.count == columns.count else {
            throw problem(
                row, nil, "row_width",
                "has \(row.fields.count) fields, the header \(columns.count); check commas and quotes")
        }
    }

    func problem(_ row: CSVRow, _ column: String?, _ code: String, _ text: String) -> FileProblem {
        FileProblem(file: file, row: row.line, column: column, code: code, text: text)
    }

    private func problem(_ row: CSVRow, _ damage: CSVDamage) -> FileProblem {
        let column = damage.field < columns.count ? columns[damage.field] : "\(damage.field + 1)"
        return problem(row, column, damage.kind.rawValue, damage.kind.remedy)
    }
}
