import Domain
import Records
import Trading
import TransparencyLog

/// Where the log stands: what the database holds in `log_head`.
struct LogState: Sendable {
    private(set) var frontier = Frontier()
    private(set) var stamp = Stamp.epoch

    init() {}

    init(frontier: Frontier, stamp: Stamp) {
        self.frontier = frontier
        self.stamp = stamp
    }

    var size: Int64 { Int64(frontier.size) }
    var head: LogHead { LogHead(size: size, root: frontier.root) }

    /// Appends the leaves of a batch; returns the rows of the tiles' hashes that they complete.
    ///
    /// Errors: `damaged` where the sequence does not continue, or the batch's head is not the one that follows.
    mutating func append(_ batch: JournalBatch) throws(JournalError) -> TableRows {
        var hashes = TableRows(.treeHash)
        for entry in batch.entries {
            guard entry.sequence == size + 1 else {
                throw .damaged(sequence: entry.sequence, "the sequence does not follow \(size)")
            }
            frontier.append(entry.leaf) { position, hash in
                guard position.level > 0, position.level % 8 == 0 else { return }
                hashes.append(.int2(Int16(position.level / 8)), .int8(Int64(position.index)), .bytea(hash.bytes))
            }
            stamp = entry.record.header.stamp
        }
        guard batch.head == head else { throw .damaged(sequence: size, "the head does not follow from the leaves") }
        return hashes
    }
}
