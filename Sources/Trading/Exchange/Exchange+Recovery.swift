import Accounting
import Domain
import Records
import TransparencyLog

/// What is wrong with a journal entry.
public enum RecoveryError: Error, Hashable, Sendable {
    /// The sequence has a gap or goes back.
    case sequence(expected: Int64, found: Int64)
    /// The stamp goes back.
    case stamp(sequence: Int64)
    /// The stored leaf is not the hash of the stored record.
    case leaf(sequence: Int64)
    /// These rules decide the command otherwise.
    case decision(sequence: Int64)
    /// The ledger refuses what the record moved.
    case ledger(sequence: Int64, AccountingFault)
    /// The head after the last record is not the stored one.
    case head(sequence: Int64)
    /// The state does not have the stored content hash.
    case stateHash(sequence: Int64)
}

extension Exchange {
    /// Raised when any outcome may change; an epoch stores it.
    public static let decisionVersion: Int64 = 7

    /// Takes an entry that is already in the journal; decides nothing.
    ///
    /// Errors: `sequence`, `stamp`, `leaf`. After an error the state is of no use.
    public mutating func fold(_ entry: JournalEntry) throws(RecoveryError) {
        try check(entry)
        let record = entry.record
        draft = RecordDraft(
            sequence: record.header.sequence, stamp: record.header.stamp, actor: record.header.actor)
        if record.header.kind == .tick { takeFirstDue() }
        for event in record.events { fold(event) }
        do throws(AccountingFault) {
            try ledger.fold(record.events, record.transfers)
        } catch {
            throw .ledger(sequence: record.header.sequence, error)
        }
        advance(to: record.header, orders: record.command.orders, leaf: entry.leaf)
    }

    /// Decides an entry's command again and compares. Errors: as `fold`, and `decision`.
    public mutating func replay(_ entry: JournalEntry) throws(RecoveryError) {
        try check(entry)
        guard redecide(entry).leaf == entry.leaf else { throw .decision(sequence: entry.sequence) }
    }

    private mutating func check(_ entry: JournalEntry) throws(RecoveryError) {
        let header = entry.record.header
        guard header.sequence == sequence + 1 else {
            throw .sequence(expected: sequence + 1, found: header.sequence)
        }
        guard header.stamp >= lastStamp else { throw .stamp(sequence: header.sequence) }
        guard leaf.hash(of: entry.record, nonce: entry.nonce) == entry.leaf else {
            throw .leaf(sequence: header.sequence)
        }
    }
}
