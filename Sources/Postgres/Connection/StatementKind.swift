/// What a statement does to the transaction, by its first word.
enum StatementKind: Sendable {
    /// Leaves nothing behind, so its loss is no loss.
    case reads
    /// Commits at once when no transaction is open.
    case writes
    case begins
    case commits
    case rollsBack

    /// A `SELECT` that calls a writing function counts as reading: put it into a transaction.
    /// Complexity: O(length of the leading blanks and comments).
    init(_ sql: String) {
        self = Self.kinds[Self.firstWord(of: sql)] ?? .writes
    }

    private static let kinds: [String: StatementKind] = [
        "SELECT": .reads, "SHOW": .reads, "VALUES": .reads, "TABLE": .reads, "EXPLAIN": .reads, "SET": .reads,
        "RESET": .reads, "DECLARE": .reads, "FETCH": .reads, "CLOSE": .reads, "DEALLOCATE": .reads,
        "SAVEPOINT": .reads, "RELEASE": .reads,
        "BEGIN": .begins, "START": .begins,
        "COMMIT": .commits, "END": .commits,
        "ROLLBACK": .rollsBack, "ABORT": .rollsBack,
    ]

    static func firstWord(of sql: String) -> String {
        var text = Substring(sql).utf8[...]
        while let next = Self.afterBlank(text) { text = next }
        let word = text.prefix { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
        return String(Substring(word)).uppercased()
    }

    /// What follows one leading blank, semicolon or comment; nil if there is none.
    private static func afterBlank(_ text: Substring.UTF8View) -> Substring.UTF8View? {
        guard let first = text.first else { return nil }
        if first == UInt8(ascii: " ") || (9...13).contains(first) || first == UInt8(ascii: ";") {
            return text.dropFirst()
        }
        if text.starts(with: "--".utf8) { return text.drop { $0 != UInt8(ascii: "\n") } }
        return text.starts(with: "/*".utf8) ? afterComment(text.dropFirst(2)) : nil
    }

    /// Block comments nest in PostgreSQL.
    private static func afterComment(_ text: Substring.UTF8View) -> Substring.UTF8View {
        var rest = text
        var depth = 1
        while depth > 0, !rest.isEmpty {
            let opens = rest.starts(with: "/*".utf8)
            let closes = rest.starts(with: "*/".utf8)
            depth += opens ? 1 : closes ? -1 : 0
            rest = rest.dropFirst(opens || closes ? 2 : 1)
        }
        return rest
    }
}
