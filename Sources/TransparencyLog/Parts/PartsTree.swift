/// A small Merkle tree over the parts of one record, so that one party can be shown its own parts and nothing of the
/// others.
///
/// The scheme, for parts 0…n−1 of a record with a nonce:
///
///     salt(i) = HMAC-SHA256(key: nonce, message: i as eight bytes, big-endian)
///     part(i) = SHA-256(0x00 ‖ salt(i) ‖ bytes of part i)
///     tree    = Merkle tree hash of RFC 6962 over part(0)…part(n−1), inner nodes SHA-256(0x01 ‖ left ‖ right),
///               SHA-256 of nothing where n = 0
///     root    = SHA-256(0x02 ‖ n as eight bytes, big-endian ‖ tree)
///
/// The last step separates this tree from a log's: a hash of a log begins with 0x00 or 0x01, so that no root over
/// parts is a leaf, node or root of a log, no path of a part leads to a log's root, and none of a log's leaf to a
/// root over parts. It also binds the number of parts. The root reaches the log only as bytes within a leaf.
///
/// Each salt is 32 unpredictable bytes, so that a part of few possible values cannot be guessed from its hash, and
/// equal parts have different hashes.
public struct PartsTree: Sendable {
    private let salts: PartSalts
    private var hashes: [Digest] = []

    /// - Parameter capacity: how many parts there will be; more may come.
    public init(nonce: PartsNonce, capacity: Int = 0) {
        salts = PartSalts(nonce)
        hashes.reserveCapacity(capacity)
    }

    /// The tree over `parts` in their order.
    public init(nonce: PartsNonce, parts: some Sequence<[UInt8]>) {
        self.init(nonce: nonce)
        for part in parts { append(part) }
    }

    /// The number of parts.
    public var count: Int { hashes.count }

    /// Appends a part; its index is the number of parts before it.
    public mutating func append(_ part: [UInt8]) {
        part.withUnsafeBytes { append($0) }
    }

    /// Appends a part that lies in memory.
    public mutating func append(_ part: UnsafeRawBufferPointer) {
        hashes.append(.part(salt: salts.salt(ofPart: count), part))
    }

    /// The root over all parts. Complexity: a node hash a part.
    public var root: Digest {
        .sealed(Self.root(over: hashes[...]), partCount: count)
    }

    /// The left subtree has the largest power of two that is less than the number of leaves.
    private static func root(over hashes: ArraySlice<Digest>) -> Digest {
        guard hashes.count > 1 else { return hashes.first ?? .emptyTree }
        let left = 1 << (Int.bitWidth - 1 - (hashes.count - 1).leadingZeroBitCount)
        return .node(root(over: hashes.prefix(left)), root(over: hashes.dropFirst(left)))
    }

    /// What shows one part to somebody who knows the root, with the part's bytes and nothing else.
    ///
    /// Throws `ProofRequestError.indexOutsideTree`. Complexity: a node hash a part.
    public func proof(ofPart index: Int) throws(ProofRequestError) -> PartProof {
        guard hashes.indices.contains(index) else {
            throw .indexOutsideTree(index: UInt64(clamping: index), size: UInt64(count))
        }
        let proof = try MerkleTree(leaves: hashes).inclusionProof(of: UInt64(index), in: UInt64(count))
        return PartProof(index: index, count: count, salt: salts.salt(ofPart: index), path: proof.path)
    }
}
