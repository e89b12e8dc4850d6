/// Memory does not fail, so that a tree's proofs throw for the request alone.
extension MerkleTree {
    /// The proof that leaf `index` is in the tree of the first `size` leaves.
    ///
    /// Throws, in this order: `size`, `indexOutsideTree`, `sizeBeyondSource`.
    public func inclusionProof(of index: UInt64, in size: UInt64) throws(ProofRequestError) -> InclusionProof {
        let plan = try ProofPlan.inclusion(of: index, in: size)
        return InclusionProof(leafIndex: index, treeSize: size, path: try path(of: plan, in: size))
    }

    /// The proof that the tree of the first `first` leaves is the beginning of that of the first `second`.
    ///
    /// Throws, in this order: `size`, `sizesReversed`, `sizeBeyondSource`.
    public func consistencyProof(from first: UInt64, to second: UInt64) throws(ProofRequestError) -> ConsistencyProof {
        let plan = try ProofPlan.consistency(from: first, to: second)
        return ConsistencyProof(firstSize: first, secondSize: second, path: try path(of: plan, in: second))
    }

    /// The root over the first `size` leaves.
    ///
    /// Throws, in this order: `size`, `sizeBeyondSource`.
    public func root(of size: UInt64) throws(ProofRequestError) -> Digest {
        try path(of: .root(of: size), in: size)[0]
    }

    private func path(of plan: ProofPlan, in size: UInt64) throws(ProofRequestError) -> [Digest] {
        guard size <= self.size else { throw .sizeBeyondSource(size: size, held: self.size) }
        return try plan.path(from: hashes(at: plan.positions))
    }
}
