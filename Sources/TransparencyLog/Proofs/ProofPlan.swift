/// What has to be read for a proof, and how the path is made of it.
///
/// Each hash of a path covers a range of leaves. Sources store complete subtrees only, and the range at the right
/// edge of a tree consists of several; the plan names them all, and folds them once they have been read.
public struct ProofPlan: Hashable, Sendable {
    /// The complete subtrees to read, in this order. No position is named twice; at most 63 + 62.
    public let positions: [TreePosition]

    /// How many positions make up each hash of the path, in the order of the path.
    private let counts: [Int]

    init(_ ranges: [LeafRange]) {
        let subtrees = ranges.map(\.completeSubtrees)
        positions = subtrees.flatMap { $0 }
        counts = subtrees.map(\.count)
    }

    /// The path made of `hashes`, which were read at `positions`.
    ///
    /// Throws `ProofRequestError.hashCount` where there are more or fewer.
    public func path(from hashes: [Digest]) throws(ProofRequestError) -> [Digest] {
        guard hashes.count == positions.count else {
            throw .hashCount(expected: positions.count, actual: hashes.count)
        }
        var begin = 0
        return counts.map { count in
            defer { begin += count }
            return Digest.folding(hashes[begin..<(begin + count)])
        }
    }
}
