import Testing
import TransparencyLog

/// Published vectors of RFC 6962 hashing and proofs; sources stand with each.
@Suite struct TreeVectorTests {
    /// github.com/transparency-dev/merkle, rfc6962/rfc6962_test.go.
    @Test func leafAndNodePrefixes() {
        #expect(
            Digest.leaf(of: Array("L123456".utf8)).hexadecimal
                == "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56")
        #expect(
            Digest.leaf(of: []).hexadecimal == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
        #expect(Digest.emptyTree.hexadecimal == PublishedTree.roots[0])
    }

    @Test func rootsOfTheReferenceTree() {
        var frontier = Frontier()
        var tree = MerkleTree()
        #expect(frontier.root.hexadecimal == PublishedTree.roots[0])
        for (leaf, root) in zip(PublishedTree.leaves, PublishedTree.roots.dropFirst()) {
            frontier.append(leaf)
            tree.append(leaf)
            #expect(frontier.root.hexadecimal == root)
            #expect(tree.root.hexadecimal == root)
        }
    }

    /// github.com/transparency-dev/merkle, compact/range_test.go: leaf i is the two bytes of i, the lower first.
    @Test(arguments: [
        (10, "VjWMPSYNtCuCNlF/RLnQy6HcwSk6CIipfxm+hettA+4="), (15, "j4SulYmocFuxdeyp12xXCIgK6PekBcxzAIj4zbQzNEI="),
        (16, "c+4Uc6BCMOZf/v3NZK1kqTUJe+bBoFtOhP+P3SayKRE="), (100, "dUh9hYH88p0CMoHkdr1wC2szbhcLAXOejWpINIooKUY="),
        (255, "SmdsuKUqiod3RX2jyF2M6JnbdE4QuTwwipfAowI4/i0="),
        (256, "qFI0t/tZ1MdOYgyPpPzHFiZVw86koScXy9q3FU5casA="),
        (1000, "RXrgb8xHd55Y48FbfotJwCbV82Kx22LZfEbmBGAvwlQ="),
        (4095, "cWRFdQhPcjn9WyBXE/r1f04ejxIm5lvg40DEpRBVS0w="),
        (4096, "6uU/phfHg1n/GksYT6TO9aN8EauMCCJRl3dIK0HDs2M="),
        (10000, "VZcav65F9haHVRk3wre2axFoBXRNeUh/1d9d5FQfxIg="),
    ])
    func rootsOfLargerTrees(size: Int, root: String) {
        var frontier = Frontier()
        for leaf in sampleLeaves(size) { frontier.append(leaf) }
        #expect(frontier.root.base64 == root)
    }

    /// github.com/transparency-dev/merkle, testonly/reference_test.go.
    @Test(
        arguments: [
            (0, 1, []), (0, 2, ["96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"]),
            (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
            (
                1, 5,
                [
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                ]
            ),
            (
                0, 8,
                [
                    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
                ]
            ),
            (
                5, 8,
                [
                    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                ]
            ),
        ] as [(UInt64, UInt64, [String])])
    func inclusion(index: UInt64, size: UInt64, path: [String]) throws {
        let proof = try MerkleTree(leaves: PublishedTree.leaves).inclusionProof(of: index, in: size)
        #expect(proof.path.map(\.hexadecimal) == path)
        try proof.verify(
            leaf: PublishedTree.leaves[Int(index)], root: Digest(hexadecimal: PublishedTree.roots[Int(size)]))
    }

    /// Certificate Transparency's reference implementation, merkle_tree_test.cc and merkle_verifier tests.
    @Test(
        arguments: [
            (1, 1, []),
            (
                1, 8,
                [
                    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
                ]
            ),
            (
                6, 8,
                [
                    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                ]
            ),
            (
                2, 5,
                [
                    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                ]
            ),
        ] as [(UInt64, UInt64, [String])])
    func consistency(first: UInt64, second: UInt64, path: [String]) throws {
        let proof = try MerkleTree(leaves: PublishedTree.leaves).consistencyProof(from: first, to: second)
        #expect(proof.path.map(\.hexadecimal) == path)
        try proof.verify(
            first: Digest(hexadecimal: PublishedTree.roots[Int(first)]),
            second: Digest(hexadecimal: PublishedTree.roots[Int(second)]))
    }
}
