/// The leaves first ..< first + count below one node that the recursion of RFC 6962 visits: `first` is a multiple
/// of the smallest power of two that is not below `count`.
struct LeafRange {
    let first: UInt64
    /// At least 1.
    let count: UInt64

    /// Where RFC 6962 splits the range: the largest power of two below `count`, which is at least 2.
    var split: UInt64 { 1 << UInt64(63 - (count - 1).leadingZeroBitCount) }

    var left: LeafRange { LeafRange(first: first, count: split) }
    var right: LeafRange { LeafRange(first: first + split, count: count - split) }

    /// The complete subtrees that make up the range, from the largest on the left to the smallest on the right:
    /// one for each one-bit of `count`.
    var completeSubtrees: [TreePosition] {
        var positions: [TreePosition] = []
        var begin = first
        for level in stride(from: 62, through: 0, by: -1) where count >> UInt64(level) & 1 == 1 {
            positions.append(TreePosition(level: level, index: begin >> UInt64(level)))
            begin += 1 << UInt64(level)
        }
        return positions
    }
}

extension Digest {
    /// The hash over complete subtrees in the order of `LeafRange.completeSubtrees`; without any, the empty tree's.
    static func folding(_ subtrees: ArraySlice<Digest>) -> Digest {
        guard var hash = subtrees.last else { return .emptyTree }
        for subtree in subtrees.dropLast().reversed() { hash = .node(subtree, hash) }
        return hash
    }
}
