/// A Merkle tree in memory: every leaf hash and every hash of a complete inner node, 64 bytes a leaf in all. It
/// proves inclusion and consistency for the size that it has and for every size that it had.
public struct MerkleTree: Sendable {
    /// The hashes by level, then by index; level 0 is the leaves.
    private var levels: [[Digest]] = [[]]
    private var frontier = Frontier()

    public init() {}

    /// The tree over `leaves`, which are leaf hashes. Complexity: one node hash a leaf.
    public init(leaves: some Sequence<Digest>) {
        for leaf in leaves { append(leaf) }
    }

    /// Appends the hash of a leaf. Complexity: amortised constant.
    public mutating func append(_ leaf: Digest) {
        var levels = self.levels
        self.levels = []
        frontier.append(leaf) { position, hash in
            if position.level == levels.count { levels.append([]) }
            levels[position.level].append(hash)
        }
        self.levels = levels
    }

    /// The Merkle tree hash over all leaves.
    public var root: Digest { frontier.root }

    /// The right edge, from which a log goes on without the leaves.
    public var edge: Frontier { frontier }
}

extension MerkleTree: HashSource {
    public var size: UInt64 { frontier.size }

    /// Every position lies within `size`; one that does not is a fault of the caller and traps.
    public func hashes(at positions: [TreePosition]) -> [Digest] {
        positions.map { levels[$0.level][Int($0.index)] }
    }
}

extension MerkleTree: Equatable {
    public static func == (left: MerkleTree, right: MerkleTree) -> Bool {
        left.levels[0] == right.levels[0]
    }
}
