import Domain
import Records
import TransparencyLog

/// Reads `records.bin` once: recomputes the leaves and checks what the records say.
struct RecordCheck {
    private(set) var log = RecordLog()
    /// Of what the records say, not of whether they are the signed ones.
    private(set) var findings: [Finding] = []
    private var ledger: LedgerCheck? = LedgerCheck()
    private var stamp: Stamp?

    /// Stops at the first entry that cannot be read: where the next begins is then not known.
    mutating func read(_ source: any ByteSource) throws(UnreadableFile) {
        var stream = EntryStream(source: source)
        while log.stop == nil {
            switch try stream.next() {
            case .entry(let bytes): take(bytes)
            case .end: return
            case .cutOff: log.stop = .cutOff(log.nextSequence)
            case .lengthTooLarge(let length):
                let fault = CanonicalError(.countTooLarge(UInt32(clamping: length)), at: 0)
                log.stop = .unreadable(log.nextSequence, fault)
            }
        }
    }

    private mutating func take(_ bytes: [UInt8]) {
        do throws(CanonicalError) {
            let entry = try RawExportEntry(bytes: bytes)
            let record = try entry.record()
            guard let leaf = try? entry.leafHash() else { throw CanonicalError(.truncated, at: 0) }
            check(record)
            log.append(leaf, sequence: record.header.sequence)
        } catch {
            log.stop = .unreadable(log.nextSequence, error)
        }
    }

    private mutating func check(_ record: Record) {
        let (sequence, now) = (record.header.sequence, record.header.stamp)
        if sequence != log.nextSequence {
            findings.append(.sequenceGap(expected: log.nextSequence, found: sequence))
        }
        if let stamp, now < stamp { findings.append(.stampBackwards(sequence)) }
        stamp = now
        // After one violation the balances mean nothing any more.
        guard let violation = ledger?.take(record) else { return }
        findings.append(.ledger(sequence, violation))
        ledger = nil
    }
}
