extension HashSource {
    /// The proof that leaf `index` is in the tree of the first `size` leaves.
    ///
    /// Throws, in this order: `.request` with `size`, `indexOutsideTree`, `sizeBeyondSource`; `.source`;
    /// `.request` with `hashCount`. Complexity: at most 62 hashes in the path.
    public func inclusionProof(
        of index: UInt64, in size: UInt64
    ) throws(ProofReadError<Failure>) -> InclusionProof {
        let path = try read(planning { () throws(ProofRequestError) in try .inclusion(of: index, in: size) }, size)
        return InclusionProof(leafIndex: index, treeSize: size, path: path)
    }

    /// The proof that the tree of the first `first` leaves is the beginning of that of the first `second`.
    ///
    /// Throws, in this order: `.request` with `size`, `sizesReversed`, `sizeBeyondSource`; `.source`; `.request`
    /// with `hashCount`.
    public func consistencyProof(
        from first: UInt64, to second: UInt64
    ) throws(ProofReadError<Failure>) -> ConsistencyProof {
        let plan = try planning { () throws(ProofRequestError) in try .consistency(from: first, to: second) }
        return ConsistencyProof(firstSize: first, secondSize: second, path: try read(plan, second))
    }

    /// The root over the first `size` leaves.
    ///
    /// Throws, in this order: `.request` with `size`, `sizeBeyondSource`; `.source`; `.request` with `hashCount`.
    public func root(of size: UInt64) throws(ProofReadError<Failure>) -> Digest {
        let plan = try planning { () throws(ProofRequestError) in try .root(of: size) }
        return try read(plan, size)[0]
    }

    private func planning(
        _ plan: () throws(ProofRequestError) -> ProofPlan
    ) throws(ProofReadError<Failure>) -> ProofPlan {
        do { return try plan() } catch { throw .request(error) }
    }

    private func read(_ plan: ProofPlan, _ size: UInt64) throws(ProofReadError<Failure>) -> [Digest] {
        guard size <= self.size else { throw .request(.sizeBeyondSource(size: size, held: self.size)) }
        let found: [Digest]
        do { found = try hashes(at: plan.positions) } catch { throw .source(error) }
        do { return try plan.path(from: found) } catch { throw .request(error) }
    }
}
