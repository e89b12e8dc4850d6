extension ProofPlan {
    /// The plan of PATH(index, D[0:size]) of RFC 6962, section 2.1.1.
    ///
    /// Throws, in this order: `ProofRequestError.size`, `.indexOutsideTree`.
    public static func inclusion(of index: UInt64, in size: UInt64) throws(ProofRequestError) -> ProofPlan {
        try check(size)
        guard index < size else { throw .indexOutsideTree(index: index, size: size) }
        return ProofPlan(siblings(of: index, in: LeafRange(first: 0, count: size)))
    }

    /// The plan of PROOF(first, D[0:second]) of RFC 6962, section 2.1.2. It is empty for equal sizes and, a tree
    /// without leaves being the beginning of every tree, for a first size of 0.
    ///
    /// Throws, in this order: `ProofRequestError.size`, `.sizesReversed`.
    public static func consistency(from first: UInt64, to second: UInt64) throws(ProofRequestError) -> ProofPlan {
        try check(second)
        guard first <= second else { throw .sizesReversed(first: first, second: second) }
        guard first > 0, first < second else { return ProofPlan([]) }
        return ProofPlan(subproof(of: first, in: LeafRange(first: 0, count: second)))
    }

    /// The plan of the root over the first `size` leaves: a path of one hash.
    ///
    /// Throws `ProofRequestError.size`.
    public static func root(of size: UInt64) throws(ProofRequestError) -> ProofPlan {
        try check(size)
        return ProofPlan([LeafRange(first: 0, count: size)])
    }

    private static func check(_ size: UInt64) throws(ProofRequestError) {
        guard size <= UInt64(Int64.max) else { throw .size(size) }
    }

    /// The siblings on the way from the root of `range` down to a leaf, from the leaf upward.
    private static func siblings(of index: UInt64, in range: LeafRange) -> [LeafRange] {
        var ranges: [LeafRange] = []
        var range = range
        while range.count > 1 {
            let (left, right) = (range.left, range.right)
            ranges.append(index < right.first ? right : left)
            range = index < right.first ? left : right
        }
        return ranges.reversed()
    }

    /// SUBPROOF(count, range, true): the old tree's rightmost subtree that both trees share comes first, unless it
    /// is the whole old tree, whose hash the verifier has; then what joins it to the new root.
    private static func subproof(of count: UInt64, in range: LeafRange) -> [LeafRange] {
        var ranges: [LeafRange] = []
        var range = range
        while range.first + range.count != count {
            let (left, right) = (range.left, range.right)
            ranges.append(count <= right.first ? right : left)
            range = count <= right.first ? left : right
        }
        if range.first > 0 { ranges.append(range) }
        return ranges.reversed()
    }
}
