import Records
import TransparencyLog

/// What was read of `records.bin`: leaf hashes and sequence numbers in the order of the file.
struct RecordLog {
    private(set) var leaves: [Digest] = []
    private(set) var sequences: [Int64] = []
    private(set) var frontier = Frontier()
    /// Why reading stopped before the end of the file, if it did.
    var stop: Finding?

    var count: Int { leaves.count }

    /// The sequence number that the next record should have; after the largest of all there is none.
    var nextSequence: Int64 {
        let last = sequences.last ?? 0
        return last == Int64.max ? last : last + 1
    }

    mutating func append(_ leaf: Digest, sequence: Int64) {
        leaves.append(leaf)
        sequences.append(sequence)
        frontier.append(leaf)
    }

    /// The root over the first `size` records, where there are as many.
    func root(of size: UInt64) -> Digest? {
        guard size <= UInt64(count) else { return nil }
        return Digest.root(of: leaves[..<Int(size)])
    }
}

extension Digest {
    /// The Merkle tree hash over leaf hashes.
    static func root(of leaves: some Sequence<Digest>) -> Digest {
        var frontier = Frontier()
        for leaf in leaves { frontier.append(leaf) }
        return frontier.root
    }
}
