import Domain
import Postgres
import Records
import Trading
import TransparencyLog

/// Reads journal entries as they were written.
struct EntryReader {
    private let connection: Connection

    init(_ connection: Connection) { self.connection = connection }

    private static let entrySQL = """
        SELECT j.seq, j.stamp, j.organisation, j.person, j.key, j.seat, j.kind, j.reason, j.nonce, j.body, j.leaf,
               k.organisation, k.operation, k.key, k.body_hash
        FROM exchange.journal AS j LEFT JOIN exchange.client_key AS k ON k.seq = j.seq
        WHERE j.seq > $1 AND j.seq <= $2 ORDER BY j.seq
        """

    private static let transferSQL = """
        SELECT seq, ordinal, debit, credit, amount, lot, cause, subject_kind, subject
        FROM exchange.transfer WHERE seq > $1 AND seq <= $2 ORDER BY seq, ordinal
        """

    private static let textSQL = """
        SELECT seq, commitment, salt, text FROM exchange.erasable_text
        WHERE seq > $1 AND seq <= $2 ORDER BY seq, commitment
        """

    /// The entries after ... through, in order. Errors: `unavailable`; `damaged`, which names the first record that
    /// is missing or cannot be read.
    func entries(after: Int64, through: Int64) throws(JournalError) -> [JournalEntry] {
        let range: [Parameter] = [.int8(after), .int8(through)]
        let found = try journaling {
            (
                try connection.execute(Self.entrySQL, range), try connection.execute(Self.transferSQL, range),
                try connection.execute(Self.textSQL, range)
            )
        }
        let transfers = try Self.transfers(found.1)
        let texts = try Self.texts(found.2)
        var entries: [JournalEntry] = []
        for (place, row) in found.0.rows.enumerated() {
            let expected = after + 1 + Int64(place)
            let entry = try reading(expected) {
                try JournalEntry(row, expected, transfers[expected] ?? [], texts[expected] ?? [])
            }
            entries.append(entry)
        }
        guard entries.count == Int(through - after) else {
            throw .damaged(sequence: after + 1 + Int64(entries.count), "the record is missing")
        }
        return entries
    }

    private static func transfers(_ result: QueryResult) throws(JournalError) -> [Int64: [Transfer]] {
        var transfers: [Int64: [Transfer]] = [:]
        for row in result.rows {
            let sequence = try reading(0) { try row.int64(0) }
            try reading(sequence) {
                guard try row.int32(1) == transfers[sequence]?.count ?? 0 else { throw Unreadable.ordinal }
                transfers[sequence, default: []].append(try Transfer(row, from: 2))
            }
        }
        return transfers
    }

    private static func texts(_ result: QueryResult) throws(JournalError) -> [Int64: [ErasableText]] {
        var texts: [Int64: [ErasableText]] = [:]
        for row in result.rows {
            let sequence = try reading(0) { try row.int64(0) }
            try reading(sequence) {
                let text = ErasableText(
                    commitment: try Commitment(bytes: try row.bytes(1)), salt: try row.bytes(2), text: try row.text(3))
                texts[sequence, default: []].append(text)
            }
        }
        return texts
    }
}

/// Why a row is not what this program writes.
enum Unreadable: Error {
    case ordinal
    case sequence(Int64)
    case number(column: Int)
    case reason(String)
}

/// What cannot be read is damage to the record of that number.
@discardableResult
func reading<Value>(_ sequence: Int64, _ body: () throws -> Value) throws(JournalError) -> Value {
    do { return try body() } catch { throw .damaged(sequence: sequence, "\(error)") }
}
