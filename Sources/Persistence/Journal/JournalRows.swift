import Domain
import Records
import Trading
import TransparencyLog

/// Rows of records, keys, erasable texts and transfers.
struct JournalRows: Sendable {
    private var records = TableRows(.journal)
    private var keys = TableRows(.clientKey)
    private var texts = TableRows(.erasableText)
    private var transfers = TableRows(.transfer)
    private let epoch: Int64

    init(epoch: Int64) { self.epoch = epoch }

    var rows: [TableRows] { [records, keys, texts, transfers] }

    mutating func add(_ entry: JournalEntry) {
        addRecord(entry)
        if let key = entry.key { add(key, entry) }
        for text in entry.texts {
            texts.append(
                .bytea(text.commitment.bytes), .int8(entry.sequence), .bytea(text.salt), .text(text.text))
        }
        for (ordinal, transfer) in entry.record.transfers.enumerated() {
            add(transfer, entry.sequence, Int32(ordinal))
        }
    }

    private mutating func addRecord(_ entry: JournalEntry) {
        let header = entry.record.header
        records.append(
            .int8(header.sequence), .int8(header.stamp.microseconds), .optional(header.actor.organisation?.number),
            .int8(header.actor.person.number), .int8(header.actor.key.number), .number(header.actor.seat),
            .number(header.kind), .optional(header.outcome.reason?.code), .bytea(entry.nonce.bytes),
            .bytea(entry.record.body), .bytea(entry.leaf.bytes), .int8(epoch))
    }

    private mutating func add(_ key: IdempotencyKey, _ entry: JournalEntry) {
        keys.append(
            .int8(key.organisationNumber), .number(key.operation), .text(key.text), .bytea(entry.bodyHash),
            .int8(entry.sequence))
    }

    private mutating func add(_ transfer: Transfer, _ sequence: Int64, _ ordinal: Int32) {
        let subject = transfer.subject.columns
        transfers.append(
            .int8(sequence), .int4(ordinal), .int8(transfer.debit.number), .int8(transfer.credit.number),
            .int8(transfer.amount), .optional(transfer.lot?.number), .number(transfer.cause), .int2(subject.kind),
            .optional(subject.number))
    }
}

extension Outcome {
    /// Why it was refused; nil where it was carried out.
    var reason: Reason? {
        switch self {
        case .accepted: nil
        case .refused(let reason): reason
        }
    }
}

extension IdempotencyKey {
    /// 0 for a seat without an organisation.
    var organisationNumber: Int64 { organisation?.number ?? 0 }
}
