import TransparencyLog

/// Finds which records or which stored leaf hashes are not those of the signed log.
///
/// The head is signed, so whichever of the two leads to its root is the truth about the other.
struct LogComparison {
    let size: Int
    let root: Digest
    let log: RecordLog
    let stored: [Digest]

    /// Whether the records are the signed ones; more may follow them.
    var recordsAreSigned: Bool { log.root(of: UInt64(size)) == root }

    private var leavesAreSigned: Bool { stored.count >= size && Digest.root(of: stored[..<size]) == root }

    /// Empty where records and stored leaf hashes are those of the signed log.
    func findings() -> [Finding] {
        let beyond = excess(log.count).map { Finding.beyondHead($0) }
        let stopped = log.stop.map { [$0] } ?? []
        if recordsAreSigned { return beyond + stopped + leafFindings() }
        let placed = Alignment(truth: Array(stored.prefix(size)), log: log).findings()
        if leavesAreSigned { return placed + stopped }
        return placed + stopped + lost() + [.notTheSignedLog(agree: placed.isEmpty && log.stop == nil)]
    }

    /// What `leaves.bin` has wrong, the records being the signed ones.
    private func leafFindings() -> [Finding] {
        let altered = zip(log.leaves[..<size], stored).enumerated().filter { $1.0 != $1.1 }
        let missing = stored.count < size ? [Finding.leavesMissing(Int64(stored.count) + 1...Int64(size))] : []
        return altered.map { .leafAltered(Int64($0.offset) + 1) } + missing
            + excess(stored.count).map { .leavesBeyondHead($0) }
    }

    /// Records that neither file has any more.
    private func lost() -> [Finding] {
        guard log.stop == nil, stored.count < size, log.nextSequence <= Int64(size) else { return [] }
        return [.missing(log.nextSequence...Int64(size))]
    }

    private func excess(_ count: Int) -> [ClosedRange<Int64>] {
        count > size ? [Int64(size) + 1...Int64(count)] : []
    }
}
