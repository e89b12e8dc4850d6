/// The proof that bytes are one part of a record: the part's salt and the hashes that join it to the root over the
/// record's parts. It reveals how many parts there are and nothing of their content.
///
/// The numbers and hashes may come from anyone; only `verify` says whether they hold.
public struct PartProof: Hashable, Sendable {
    /// Counted from 0.
    public let index: Int
    /// The number of parts of the record.
    public let count: Int
    public let salt: Digest
    /// From the part upward.
    public let path: [Digest]

    public init(index: Int, count: Int, salt: Digest, path: [Digest]) {
        self.index = index
        self.count = count
        self.salt = salt
        self.path = path
    }

    /// Returns if a record with `root` over its parts has the bytes `part` at `index`, of `count` parts.
    ///
    /// Throws, in this order: `ProofError.indexOutsideTree`, `.pathTooLong`, `.pathTooShort`, `.rootMismatch`.
    public func verify(part: [UInt8], root: Digest) throws(ProofError) {
        guard index >= 0, index < count else { throw .indexOutsideTree }
        let inclusion = InclusionProof(leafIndex: UInt64(index), treeSize: UInt64(count), path: path)
        let tree = try inclusion.root(over: part.withUnsafeBytes { .part(salt: salt, $0) })
        guard Digest.sealed(tree, partCount: count) == root else { throw .rootMismatch }
    }
}
