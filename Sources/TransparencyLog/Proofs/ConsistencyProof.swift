/// The proof that a tree is the beginning of a later one: nothing was changed, dropped, inserted or reordered.
///
/// The numbers and hashes may come from anyone; only `verify` says whether they hold.
public struct ConsistencyProof: Hashable, Sendable {
    /// The number of leaves in the earlier tree.
    public let firstSize: UInt64
    /// The number of leaves in the later tree.
    public let secondSize: UInt64
    public let path: [Digest]

    public init(firstSize: UInt64, secondSize: UInt64, path: [Digest]) {
        self.firstSize = firstSize
        self.secondSize = secondSize
        self.path = path
    }

    /// Returns if the tree of `firstSize` leaves with the root `first` is the beginning of the tree of `secondSize`
    /// leaves with the root `second`: RFC 9162, section 2.1.4.2. The path is empty where the sizes are equal or the
    /// first is 0; an empty first tree has the empty tree's root.
    ///
    /// The roots must be those of the two sizes by signed checkpoints; the proof does not bind a root to a size.
    ///
    /// Throws, in this order: `ProofError.sizesReversed`, `.pathTooLong`, `.pathTooShort`, `.firstRootMismatch`,
    /// `.rootMismatch`. Where the first size is a power of two, its root is where the path begins, and a wrong one
    /// shows as `.rootMismatch`.
    public func verify(first: Digest, second: Digest) throws(ProofError) {
        guard firstSize <= secondSize else { throw .sizesReversed }
        let roots = try firstSize == 0 || firstSize == secondSize ? trivialRoots(second) : climbedRoots(first)
        guard roots.first == first else { throw .firstRootMismatch }
        guard roots.second == second else { throw .rootMismatch }
    }

    private typealias Roots = (first: Digest, second: Digest)

    private func trivialRoots(_ second: Digest) throws(ProofError) -> Roots {
        guard path.isEmpty else { throw .pathTooLong }
        let empty = Digest.emptyTree
        if secondSize == 0 { return (empty, empty) }
        return (firstSize == 0 ? empty : second, second)
    }

    /// Climbs from the largest subtree that ends where the first tree ends. Where that is the whole first tree, its
    /// root is left out of the path and taken from the caller.
    private func climbedRoots(_ first: Digest) throws(ProofError) -> Roots {
        var climb = Climb(from: firstSize - 1, last: secondSize - 1)
        climb.ascendRightEdge()
        var rest = path[...]
        let start = firstSize.nonzeroBitCount == 1 ? first : rest.popFirst()
        guard let start else { throw .pathTooShort }
        return try climbedRoots(from: start, &climb, rest)
    }

    private func climbedRoots(
        from start: Digest, _ climb: inout Climb, _ rest: ArraySlice<Digest>
    ) throws(ProofError) -> Roots {
        var roots = (first: start, second: start)
        for sibling in rest {
            guard !climb.isAtRoot else { throw .pathTooLong }
            if climb.siblingIsLeft { roots.first = .node(sibling, roots.first) }
            roots.second = climb.siblingIsLeft ? .node(sibling, roots.second) : .node(roots.second, sibling)
            climb.ascend()
        }
        guard climb.isAtRoot else { throw .pathTooShort }
        return roots
    }
}
