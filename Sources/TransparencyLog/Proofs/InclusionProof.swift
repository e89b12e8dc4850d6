/// The proof that one leaf is in a tree: the hashes that join it to the root, from the leaf upward.
///
/// The numbers and hashes may come from anyone; only `verify` says whether they hold.
public struct InclusionProof: Hashable, Sendable {
    /// Counted from 0.
    public let leafIndex: UInt64
    /// The number of leaves in the tree.
    public let treeSize: UInt64
    public let path: [Digest]

    public init(leafIndex: UInt64, treeSize: UInt64, path: [Digest]) {
        self.leafIndex = leafIndex
        self.treeSize = treeSize
        self.path = path
    }

    /// Returns if the tree of `treeSize` leaves with this `root` has the leaf hash `leaf` at `leafIndex`. Size and root
    /// must come from one signed checkpoint: the path alone does not bind the root to the size.
    ///
    /// Throws, in this order: `ProofError.indexOutsideTree`, `.pathTooLong`, `.pathTooShort`, `.rootMismatch`.
    public func verify(leaf: Digest, root: Digest) throws(ProofError) {
        guard try self.root(over: leaf) == root else { throw .rootMismatch }
    }

    /// The root to which the path leads from the leaf hash `leaf`: RFC 9162, section 2.1.3.2.
    ///
    /// Throws, in this order: `ProofError.indexOutsideTree`, `.pathTooLong`, `.pathTooShort`. Complexity: a node
    /// hash for each element, and never more than 64 elements looked at.
    public func root(over leaf: Digest) throws(ProofError) -> Digest {
        guard leafIndex < treeSize else { throw .indexOutsideTree }
        var climb = Climb(from: leafIndex, last: treeSize - 1)
        var hash = leaf
        for sibling in path {
            guard !climb.isAtRoot else { throw .pathTooLong }
            hash = climb.siblingIsLeft ? .node(sibling, hash) : .node(hash, sibling)
            climb.ascend()
        }
        guard climb.isAtRoot else { throw .pathTooShort }
        return hash
    }
}
