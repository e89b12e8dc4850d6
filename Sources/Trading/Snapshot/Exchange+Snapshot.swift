import Accounting
import Domain
import Matching
import Programmes
import Records
import TransparencyLog

// The one list of what the state is. A register that is added gets a line in `writeState` and one in `readState`, and
// its own form beside the others in this folder; `SnapshotCoverageTests` finds a property that has none.
extension Exchange {
    /// The state after the last record. Complexity: O(state).
    public func snapshot() -> Snapshot {
        var writer = CanonicalWriter(capacity: 1 << 16)
        writeState(to: &writer)
        return Snapshot(sequence: sequence, stateHash: hash(of: writer.written), body: writer.bytes)
    }

    /// A hash of the state's content: the same for every way that led to it, on any machine. It covers all that a
    /// snapshot holds, and the market that is made of it.
    ///
    /// It guards recovery against faults, not against forgery. Complexity: O(state).
    public func stateHash() -> UInt64 {
        var writer = CanonicalWriter(capacity: 1 << 16)
        writeState(to: &writer)
        return hash(of: writer.written)
    }

    /// The state that a snapshot holds: going on from it gives the straight run. Nothing counts as changed since the
    /// last batch.
    ///
    /// Errors: `malformed`, `otherState`. Complexity: O(state).
    public init(restoring snapshot: Snapshot) throws(SnapshotError) {
        self.init()
        do throws(CanonicalError) {
            var reader = CanonicalReader(snapshot.body)
            try readState(from: &reader)
            try reader.finish()
        } catch {
            throw .malformed(error)
        }
        guard sequence == snapshot.sequence, stateHash() == snapshot.stateHash else { throw .otherState }
    }

    private func hash(of state: ArraySlice<UInt8>) -> UInt64 {
        var hash = ContentHash()
        hash.combine(state)
        hash.combine(market.stateHash)
        return hash.value
    }

    private func writeState(to writer: inout CanonicalWriter) {
        writer.write(sequence, lastStamp, marketTime, hourDue, frontier)
        writer.write(catalogue, parties, programmes, payouts)
        writer.write(ledger)
        writeLots(to: &writer)
        writer.write(orders)
        writeLeases(to: &writer)
        writeSubsidies(to: &writer)
        writer.write(pairs, references, batches, due)
        writer.write(halts, safety, verifications, quotes, bundles)
        writeMarket(to: &writer)
    }

    private mutating func readState(from reader: inout CanonicalReader) throws(CanonicalError) {
        (sequence, lastStamp, marketTime) = (try reader.read(), try reader.read(), try reader.read())
        (hourDue, frontier) = (try reader.read(), try reader.read())
        (catalogue, parties) = (try reader.read(), try reader.read())
        (programmes, payouts) = (try reader.read(), try reader.read())
        ledger = try reader.read()
        try readLots(from: &reader)
        orders = try reader.read()
        try readLeases(from: &reader)
        try readSubsidies(from: &reader)
        (pairs, references) = (try reader.read(), try reader.read())
        (batches, due) = (try reader.read(), try reader.read())
        (halts, safety) = (try reader.read(), try reader.read())
        (verifications, quotes) = (try reader.read(), try reader.read())
        bundles = try reader.read()
        try readMarket(from: &reader)
    }
}

/// Its size in eight bytes, then the peaks, 32 bytes each, as many as the size says.
extension Frontier: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.append(contentsOf: encoded) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let size = try reader.read(Int64.self)
        let peaks = try reader.take(size.nonzeroBitCount * Digest.byteCount)
        do throws(FrontierError) {
            try self.init(decoding: Frontier.sizeBytes(size) + peaks)
        } catch {
            throw CanonicalError(.outOfRange(size), at: start)
        }
    }

    private static func sizeBytes(_ size: Int64) -> [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: size >> $0) }
    }
}
