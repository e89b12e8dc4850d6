/// The right edge of a Merkle tree (a compact range from leaf 0): the roots of its complete subtrees, one for each
/// one-bit of its size. It is all that is needed to append and to know the root: at most 63 digests.
///
/// Sizes stay below 2⁶³.
public struct Frontier: Hashable, Sendable {
    /// The number of leaves appended.
    public private(set) var size: UInt64

    /// The roots of the complete subtrees, from the largest on the left to the smallest on the right.
    public private(set) var peaks: [Digest]

    /// The frontier of a tree without leaves.
    public init() {
        size = 0
        peaks = []
    }

    /// The frontier of a tree of `size` leaves whose complete subtrees, at the positions that `positions(of:)`
    /// names, have the roots `peaks`.
    ///
    /// Throws, in this order: `FrontierError.size`, `FrontierError.peakCount`.
    public init(size: UInt64, peaks: [Digest]) throws(FrontierError) {
        guard size <= UInt64(Int64.max) else { throw .size(size) }
        guard peaks.count == size.nonzeroBitCount else {
            throw .peakCount(expected: size.nonzeroBitCount, actual: peaks.count)
        }
        self.size = size
        self.peaks = peaks
    }

    /// Where the peaks of a tree of `size` leaves stand, in the order of `peaks`.
    public static func positions(of size: UInt64) -> [TreePosition] {
        LeafRange(first: 0, count: size).completeSubtrees
    }

    /// Appends the hash of a leaf.
    ///
    /// Complexity: one node hash on average, log₂ size at most; no allocation once `peaks` has grown to its length
    /// and nobody else holds a copy of this frontier.
    public mutating func append(_ leaf: Digest) {
        append(leaf) { _, _ in }
    }

    /// Appends the hash of a leaf and calls `completed` for it and for every inner node that it completes, from the
    /// leaf upward: over the life of a log, each position exactly once.
    public mutating func append(_ leaf: Digest, completed: (TreePosition, Digest) -> Void) {
        precondition(size < UInt64(Int64.max), "a tree has fewer than 2⁶³ leaves")
        var hash = leaf
        completed(TreePosition(level: 0, index: size), hash)
        for level in 0..<(~size).trailingZeroBitCount {
            hash = .node(peaks.removeLast(), hash)
            completed(TreePosition(level: level + 1, index: size >> UInt64(level + 1)), hash)
        }
        peaks.append(hash)
        size += 1
    }

    /// The Merkle tree hash over all leaves. Complexity: at most 62 node hashes.
    public var root: Digest { Digest.folding(peaks[...]) }
}
