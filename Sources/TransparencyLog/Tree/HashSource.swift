/// A place that stores the hashes of a growing tree: memory, tiles, or a table by level and index.
///
/// Proofs and past roots come from any source; see `inclusionProof(of:in:)`. A source that can only be awaited is
/// served by `ProofPlan`, which says what to read and makes the path from what was read.
public protocol HashSource<Failure> {
    /// What reading may throw; `Never` for memory.
    associatedtype Failure: Error

    /// The number of leaves that the source holds.
    var size: UInt64 { get }

    /// The hashes at complete subtrees, one for each position, in the same order. All positions of one proof are
    /// asked for at once, so that a table answers with one query.
    func hashes(at positions: [TreePosition]) throws(Failure) -> [Digest]
}
