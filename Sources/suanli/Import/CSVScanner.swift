/// One row: the line it starts on and its fields.
struct CSVRow {
    let line: Int
    let fields: [String]
    /// What is wrong with its bytes, where something is; the first such thing.
    let damage: CSVDamage?
}

/// What is wrong with the bytes of a row, and in which field, counted from 0.
struct CSVDamage {
    enum Kind: String {
        case text = "text_invalid"
        case openQuote = "quote_open"
        case strayQuote = "quote_stray"
    }

    let kind: Kind
    let field: Int
}

extension CSVDamage.Kind {
    var remedy: String {
        switch self {
        case .text: "has a NUL or bytes that are not UTF-8; save the file as UTF-8"
        case .openQuote: "a quote does not close; add the closing quote"
        case .strayQuote: "goes on after its closing quote; double the quotes within a field"
        }
    }
}

/// Splits bytes into rows, damaged ones too.
///
/// A quote that is missing would swallow the rows below it: after a row whose quotes are damaged, and after one of
/// several lines that has another width than the header, reading goes on with the line below its first.
struct CSVScanner {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var width: Int?

    /// Bytes of a quoted field at most: what is longer has lost its closing quote.
    static let mostQuotedBytes = 65_536

    /// A byte order mark is passed over.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }

    /// The next row that is not an empty line; nil at the end. The first one is the header.
    mutating func next() -> CSVRow? {
        while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D { skipLineEnd() }
        guard position < bytes.count else { return nil }
        let (first, start) = (line, position)
        let row = scanRow()
        let isWrong = row.damage.map { $0.kind != .text } ?? false
        let isSwallowing = line > first + 1 && width != nil && row.fields.count != width
        if isWrong || isSwallowing { goOnBelow(start, first) }
        if width == nil { width = row.fields.count }
        return row
    }

    private mutating func scanRow() -> CSVRow {
        let first = line
        var fields: [String] = []
        var damage: CSVDamage?
        while true {
            let (field, kind) = scanField()
            let isText = !field.contains(0) && String(validating: field, as: UTF8.self) != nil
            if let kind = kind ?? (isText ? nil : .text), damage == nil {
                damage = CSVDamage(kind: kind, field: fields.count)
            }
            fields.append(String(decoding: field, as: UTF8.self))
            guard kind == nil, position < bytes.count, bytes[position] == UInt8(ascii: ",") else { break }
            position += 1
        }
        skipLineEnd()
        return CSVRow(line: first, fields: fields, damage: damage)
    }

    private mutating func scanField() -> (field: [UInt8], damage: CSVDamage.Kind?) {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
            let start = position
            while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
            return (Array(bytes[start..<position]), nil)
        }
        position += 1
        var field: [UInt8] = []
        while position < bytes.count, field.count <= Self.mostQuotedBytes {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") {
                guard position < bytes.count, !isEnd(bytes[position]) else { return (field, nil) }
                guard bytes[position] == UInt8(ascii: "\"") else { return (field, .strayQuote) }
                position += 1
            }
            if byte == 0x0A { line += 1 }
            field.append(byte)
        }
        return (field, .openQuote)
    }

    /// Whether a field ends before this byte.
    private func isEnd(_ byte: UInt8) -> Bool { byte == 0x2C || byte == 0x0A || byte == 0x0D }

    private mutating func skipLineEnd() {
        guard position < bytes.count else { return }
        if bytes[position] == 0x0D { position += 1 }
        if position < bytes.count, bytes[position] == 0x0A { position += 1 }
        line += 1
    }

    /// Goes on with the line below the one that begins at `start`.
    private mutating func goOnBelow(_ start: Int, _ number: Int) {
        position = start
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
        line = number
        skipLineEnd()
    }
}
