import TransparencyLog

/// The definitions of RFC 6962, section 2.1, as they stand there: recursive, on slices, with no other thought.
enum ReferenceTree {
    static func root(_ leaves: ArraySlice<Digest>) -> Digest {
        guard leaves.count > 1 else { return leaves.first ?? .emptyTree }
        let (left, right) = split(leaves)
        return .node(root(left), root(right))
    }

    /// PATH(index, leaves).
    static func path(_ index: Int, _ leaves: ArraySlice<Digest>) -> [Digest] {
        guard leaves.count > 1 else { return [] }
        let (left, right) = split(leaves)
        return index < left.count
            ? path(index, left) + [root(right)] : path(index - left.count, right) + [root(left)]
    }

    /// PROOF(first, leaves).
    static func proof(_ first: Int, _ leaves: ArraySlice<Digest>) -> [Digest] {
        first == 0 ? [] : subproof(first, leaves, true)
    }

    private static func subproof(_ first: Int, _ leaves: ArraySlice<Digest>, _ isWhole: Bool) -> [Digest] {
        if first == leaves.count { return isWhole ? [] : [root(leaves)] }
        let (left, right) = split(leaves)
        return first <= left.count
            ? subproof(first, left, isWhole) + [root(right)]
            : subproof(first - left.count, right, false) + [root(left)]
    }

    private static func split(_ leaves: ArraySlice<Digest>) -> (ArraySlice<Digest>, ArraySlice<Digest>) {
        var width = 1
        while width * 2 < leaves.count { width *= 2 }
        return (leaves.prefix(width), leaves.dropFirst(width))
    }
}

/// Different leaf hashes, `count` of them.
func sampleLeaves(_ count: Int) -> [Digest] {
    (0..<count).map { Digest.leaf(of: [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]) }
}

extension Digest {
    /// The digest with one bit turned over, bit 0 being the highest of the first byte.
    func flipping(bit: Int) throws -> Digest {
        var bytes = self.bytes
        bytes[bit / 8] ^= 0x80 >> UInt8(bit % 8)
        return try Digest(bytes)
    }
}
