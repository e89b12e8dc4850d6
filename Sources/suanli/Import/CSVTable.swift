import Foundation

/// A problem in a file, in one line: where, what, how to mend it.
struct FileProblem: Error, CustomStringConvertible {
    let file: String
    let row: Int?
    let column: String?
    let code: String
    let text: String

    var description: String {
        let place = [file, row.map(String.init), column].compactMap { $0 }.joined(separator: ":")
        return "\(place): \(text) [\(code)]"
    }
}

/// A CSV file (RFC 4180) with a header line, read whole.
///
/// Row numbers are those an editor shows: the header is line 1.
struct CSVTable {
    let file: String
    let columns: [String]
    let rows: [CSVRow]
    private let positions: [String: Int]

    /// Reads `path`. Throws `FileProblem`: unreadable, not UTF-8, empty, a quote that does not close, a row with
    /// another number of fields than the header, a required column that is missing.
    init(path: String, required: [String] = []) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw FileProblem(
                file: path, row: nil, column: nil, code: "file_unreadable", text: "cannot be read; check the path")
        }
        try self.init(file: path, bytes: [UInt8](data), required: required)
    }

    init(file: String, bytes: [UInt8], required: [String] = []) throws {
        var scanner = CSVScanner(file: file, bytes: bytes)
        guard let header = try scanner.next() else {
            throw FileProblem(
                file: file, row: 1, column: nil, code: "file_empty", text: "has no header line; add one")
        }
        self.file = file
        columns = header.fields
        positions = Dictionary(header.fields.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        for name in required where positions[name] == nil {
            throw FileProblem(
                file: file, row: 1, column: name, code: "column_missing", text: "the header lacks this column; add it")
        }
        var rows: [CSVRow] = []
        while let row = try scanner.next() { rows.append(row) }
        self.rows = rows
    }

    /// The field of a row under a column; empty where the row is too short or the column is not there.
    func field(_ row: CSVRow, _ column: String) -> String {
        guard let position = positions[column], position < row.fields.count else { return "" }
        return row.fields[position]
    }

    /// A whole number; nil where the field is empty. Throws `FileProblem`.
    func integer(_ row: CSVRow, _ column: String) throws -> Int64? {
        let text = field(row, column)
        if text.isEmpty { return nil }
        guard let number = Int64(text) else {
            throw FileProblem(
                file: file, row: row.line, column: column, code: "not_a_number",
                text: "“\(text.prefix(40))” is not a whole number of 64 bits; write digits only")
        }
        return number
    }

    func requireInteger(_ row: CSVRow, _ column: String) throws -> Int64 {
        guard let number = try integer(row, column) else {
            throw FileProblem(
                file: file, row: row.line, column: column, code: "field_missing", text: "is empty; write a number")
        }
        return number
    }

    func requireText(_ row: CSVRow, _ column: String) throws -> String {
        let text = field(row, column)
        if text.isEmpty {
            throw FileProblem(
                file: file, row: row.line, column: column, code: "field_missing", text: "is empty; fill it in")
        }
        return text
    }

    /// A row must have as many fields as the header. Throws `FileProblem`.
    func checkWidth(_ row: CSVRow) throws {
        if let problem = row.problem { throw problem }
        guard row.fields.count == columns.count else {
            throw FileProblem(
                file: file, row: row.line, column: nil, code: "row_width",
                text: "has \(row.fields.count) fields, the header \(columns.count); check commas and quotes")
        }
    }
}

/// One row: the line it starts on and its fields.
struct CSVRow {
    let line: Int
    let fields: [String]
    /// What is wrong with its bytes, where something is.
    let problem: FileProblem?
}

/// Splits bytes into rows.
struct CSVScanner {
    let file: String
    let bytes: [UInt8]
    private var position = 0
    private var line = 1

    init(file: String, bytes: [UInt8]) {
        self.file = file
        // A byte order mark is passed over.
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }

    mutating func next() throws -> CSVRow? {
        while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D { skipLineEnd() }
        guard position < bytes.count else { return nil }
        let first = line
        var fields: [String] = []
        var problem: FileProblem?
        while true {
            let field = try scanField(row: first)
            if field.contains(0) || String(validating: field, as: UTF8.self) == nil, problem == nil {
                problem = FileProblem(
                    file: file, row: first, column: String(fields.count + 1), code: "text_invalid",
                    text: "has a NUL or bytes that are not UTF-8; save the file as UTF-8")
            }
            fields.append(String(decoding: field, as: UTF8.self))
            guard position < bytes.count, bytes[position] == UInt8(ascii: ",") else { break }
            position += 1
        }
        skipLineEnd()
        return CSVRow(line: first, fields: fields, problem: problem)
    }

    private mutating func skipLineEnd() {
        guard position < bytes.count else { return }
        if bytes[position] == 0x0D { position += 1 }
        if position < bytes.count, bytes[position] == 0x0A { position += 1 }
        line += 1
    }

    private mutating func scanField(row: Int) throws -> [UInt8] {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
            let start = position
            while position < bytes.count, ![0x2C, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
            return Array(bytes[start..<position])
        }
        position += 1
        var field: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") {
                guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return field }
                position += 1
            }
            if byte == 0x0A { line += 1 }
            field.append(byte)
        }
        throw FileProblem(
            file: file, row: row, column: nil, code: "quote_open", text: "a quote does not close; add the closing quote"
        )
    }
}
