import Domain
import Postgres
import Records
import Trading
import TransparencyLog

extension JournalEntry {
    init(_ row: Row, _ expected: Int64, _ transfers: [Transfer], _ texts: [ErasableText]) throws {
        let header = try RecordHeader(row)
        guard header.sequence == expected else { throw Unreadable.sequence(header.sequence) }
        self.init(
            record: try Record(header: header, body: try row.bytes(9), transfers: transfers),
            nonce: try Nonce(bytes: try row.bytes(8)), leaf: try Digest(try row.bytes(10)),
            key: try IdempotencyKey(row, from: 11), bodyHash: try row.bytesOrNull(14) ?? [], texts: texts)
    }
}

extension RecordHeader {
    /// From the first eight columns of the journal.
    init(_ row: Row) throws {
        let reason = try row.textOrNull(7).map { code in
            guard let reason = Reason(code: code) else { throw Unreadable.reason(code) }
            return reason
        }
        self.init(
            sequence: try row.int64(0), stamp: Stamp(microseconds: try row.int64(1)),
            actor: Actor(
                organisation: try row.int64OrNull(2).map { PartyID($0) }, person: PersonID(try row.int64(3)),
                key: KeyID(try row.int64(4)), seat: try row.enumeration(5)),
            kind: try row.enumeration(6), outcome: reason.map { .refused($0) } ?? .accepted)
    }
}

extension IdempotencyKey {
    /// Nil where the columns are NULL.
    init?(_ row: Row, from column: Int) throws {
        guard let organisation = try row.int64OrNull(column) else { return nil }
        self.init(
            organisation: organisation == 0 ? nil : PartyID(organisation), operation: try row.enumeration(column + 1),
            text: try row.text(column + 2))
    }
}

extension Transfer {
    /// From seven columns: debit, credit, amount, lot, cause, subject_kind, subject.
    init(_ row: Row, from column: Int) throws {
        let subject = TransferSubject(kind: try row.int16(column + 5), number: try row.int64OrNull(column + 6))
        guard let subject else { throw Unreadable.number(column: column + 5) }
        self.init(
            debit: AccountID(try row.int64(column)), credit: AccountID(try row.int64(column + 1)),
            amount: try row.int64(column + 2), lot: try row.int64OrNull(column + 3).map { LotID($0) },
            cause: try row.enumeration(column + 4), subject: subject)
    }
}

extension Row {
    /// An enumeration by its number in a `smallint`.
    func enumeration<Value: RawRepresentable<UInt8>>(_ column: Int, as type: Value.Type = Value.self) throws -> Value {
        guard let number = UInt8(exactly: try int16(column)), let value = Value(rawValue: number) else {
            throw Unreadable.number(column: column)
        }
        return value
    }
}
