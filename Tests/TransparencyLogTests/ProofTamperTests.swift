import Testing
import TransparencyLog

/// A proof holds for what it was made for and for nothing else.
@Suite struct ProofTamperTests {
    private let leaves = sampleLeaves(12)

    @Test func everyBitOfAnInclusionProofCounts() throws {
        let tree = MerkleTree(leaves: leaves)
        for size in 1...leaves.count {
            let root = try tree.root(of: UInt64(size))
            for index in 0..<size {
                let proof = try tree.inclusionProof(of: UInt64(index), in: UInt64(size))
                try expectRefusedWithAnyBitTurned(proof, leaf: leaves[index], root: root)
                expectRefusedAtOtherIndexes(proof, leaf: leaves[index], root: root)
            }
        }
    }

    @Test func everyBitOfAConsistencyProofCounts() throws {
        let tree = MerkleTree(leaves: leaves)
        for second in 1...leaves.count {
            for first in 1...second {
                let proof = try tree.consistencyProof(from: UInt64(first), to: UInt64(second))
                let roots = (try tree.root(of: UInt64(first)), try tree.root(of: UInt64(second)))
                try expectRefusedWithAnyBitTurned(proof, first: roots.0, second: roots.1)
            }
        }
    }

    @Test func bitsOfLargerProofsCount() throws {
        var random = seeded()
        let leaves = sampleLeaves(3000)
        let tree = MerkleTree(leaves: leaves)
        for _ in 0..<500 {
            let size = UInt64.random(in: 2...3000, using: &random)
            let index = UInt64.random(in: 0..<size, using: &random)
            let root = try tree.root(of: size)
            var path = try tree.inclusionProof(of: index, in: size).path
            let position = Int.random(in: 0..<path.count, using: &random)
            path[position] = try path[position].flipping(bit: Int.random(in: 0..<256, using: &random))
            let tampered = InclusionProof(leafIndex: index, treeSize: size, path: path)
            #expect(throws: ProofError.rootMismatch) { try tampered.verify(leaf: leaves[Int(index)], root: root) }
        }
    }

    @Test func pathsOfAnotherLengthAreRefused() throws {
        let tree = MerkleTree(leaves: leaves)
        for size in 2...UInt64(leaves.count) {
            let root = try tree.root(of: size)
            for index in 0..<size {
                let path = try tree.inclusionProof(of: index, in: size).path
                for wrong in wrongPaths(path) {
                    let proof = InclusionProof(leafIndex: index, treeSize: size, path: wrong)
                    #expect(throws: ProofError.self) { try proof.verify(leaf: leaves[Int(index)], root: root) }
                }
            }
            for first in 1..<size {
                let path = try tree.consistencyProof(from: first, to: size).path
                let firstRoot = try tree.root(of: first)
                for wrong in wrongPaths(path) {
                    let proof = ConsistencyProof(firstSize: first, secondSize: size, path: wrong)
                    #expect(throws: ProofError.self) { try proof.verify(first: firstRoot, second: root) }
                }
            }
        }
    }

    @Test func eachRefusalHasItsReason() throws {
        let tree = MerkleTree(leaves: leaves)
        let root = try tree.root(of: 7)
        let path = try tree.inclusionProof(of: 3, in: 7).path
        func inclusion(_ index: UInt64, _ size: UInt64, _ path: [Digest]) -> InclusionProof {
            InclusionProof(leafIndex: index, treeSize: size, path: path)
        }
        #expect(throws: ProofError.indexOutsideTree) {
            try inclusion(7, 7, path).verify(leaf: leaves[3], root: root)
        }
        #expect(throws: ProofError.indexOutsideTree) { try inclusion(0, 0, []).verify(leaf: root, root: root) }
        #expect(throws: ProofError.pathTooLong) {
            try inclusion(3, 7, path + [root]).verify(leaf: leaves[3], root: root)
        }
        #expect(throws: ProofError.pathTooShort) {
            try inclusion(3, 7, path.dropLast()).verify(leaf: leaves[3], root: root)
        }
        #expect(throws: ProofError.rootMismatch) { try inclusion(3, 7, path).verify(leaf: leaves[4], root: root) }
    }

    @Test func eachRefusalOfConsistencyHasItsReason() throws {
        let tree = MerkleTree(leaves: leaves)
        let (first, second) = (try tree.root(of: 6), try tree.root(of: 8))
        let path = try tree.consistencyProof(from: 6, to: 8).path
        func verify(_ sizes: (UInt64, UInt64), _ path: [Digest], _ first: Digest, _ second: Digest) throws {
            try ConsistencyProof(firstSize: sizes.0, secondSize: sizes.1, path: path)
                .verify(first: first, second: second)
        }
        #expect(throws: ProofError.sizesReversed) { try verify((9, 8), path, first, second) }
        #expect(throws: ProofError.pathTooLong) { try verify((8, 8), path, second, second) }
        #expect(throws: ProofError.pathTooLong) { try verify((0, 8), path, .emptyTree, second) }
        #expect(throws: ProofError.pathTooLong) { try verify((6, 8), path + [first], first, second) }
        #expect(throws: ProofError.pathTooShort) { try verify((6, 8), [], first, second) }
        #expect(throws: ProofError.pathTooShort) { try verify((6, 8), path.dropLast(), first, second) }
        #expect(throws: ProofError.firstRootMismatch) { try verify((6, 8), path, second, second) }
        #expect(throws: ProofError.firstRootMismatch) { try verify((0, 8), [], first, second) }
        #expect(throws: ProofError.firstRootMismatch) { try verify((8, 8), [], first, second) }
        #expect(throws: ProofError.rootMismatch) { try verify((6, 8), path, first, first) }
        #expect(throws: ProofError.rootMismatch) { try verify((0, 0), [], .emptyTree, first) }
    }

    @Test func aRewrittenHistoryHasNoConsistencyProof() throws {
        var random = seeded()
        for _ in 0..<300 {
            let second = UInt64.random(in: 2...12, using: &random)
            let first = UInt64.random(in: 1..<second, using: &random)
            let changed = Int.random(in: 0..<Int(first), using: &random)
            var forged = leaves
            forged[changed] = try forged[changed].flipping(bit: Int.random(in: 0..<256, using: &random))
            let tree = MerkleTree(leaves: forged)
            let proof = try tree.consistencyProof(from: first, to: second)
            let published = try MerkleTree(leaves: leaves).root(of: first)
            let reason: ProofError = first.nonzeroBitCount == 1 ? .rootMismatch : .firstRootMismatch
            #expect(throws: reason) { try proof.verify(first: published, second: tree.root(of: second)) }
        }
    }

    private func expectRefusedWithAnyBitTurned(_ proof: InclusionProof, leaf: Digest, root: Digest) throws {
        var accepted = 0
        for bit in 0..<256 {
            accepted += holds { try proof.verify(leaf: leaf.flipping(bit: bit), root: root) }
            accepted += holds { try proof.verify(leaf: leaf, root: root.flipping(bit: bit)) }
            for position in proof.path.indices {
                var path = proof.path
                path[position] = try path[position].flipping(bit: bit)
                let tampered = InclusionProof(leafIndex: proof.leafIndex, treeSize: proof.treeSize, path: path)
                accepted += holds { try tampered.verify(leaf: leaf, root: root) }
            }
        }
        #expect(accepted == 0)
    }

    /// 1 if a verification returns. Counted, not expected one by one: there are hundreds of thousands.
    private func holds(_ verify: () throws -> Void) -> Int {
        do { try verify() } catch { return 0 }
        return 1
    }

    private func expectRefusedAtOtherIndexes(_ proof: InclusionProof, leaf: Digest, root: Digest) {
        for index in 0...proof.treeSize where index != proof.leafIndex {
            let moved = InclusionProof(leafIndex: index, treeSize: proof.treeSize, path: proof.path)
            #expect(throws: ProofError.self) { try moved.verify(leaf: leaf, root: root) }
        }
    }

    private func expectRefusedWithAnyBitTurned(_ proof: ConsistencyProof, first: Digest, second: Digest) throws {
        var accepted = 0
        for bit in 0..<256 {
            accepted += holds { try proof.verify(first: first.flipping(bit: bit), second: second) }
            accepted += holds { try proof.verify(first: first, second: second.flipping(bit: bit)) }
            for position in proof.path.indices {
                var path = proof.path
                path[position] = try path[position].flipping(bit: bit)
                let tampered = ConsistencyProof(
                    firstSize: proof.firstSize, secondSize: proof.secondSize, path: path)
                accepted += holds { try tampered.verify(first: first, second: second) }
            }
        }
        #expect(accepted == 0)
    }

    /// The path without each element, with each doubled, with each two neighbours exchanged, and with one added.
    private func wrongPaths(_ path: [Digest]) -> [[Digest]] {
        var wrong = [path + [.emptyTree], [.emptyTree] + path]
        for position in path.indices {
            wrong.append(Array(path[..<position] + path[(position + 1)...]))
            wrong.append(Array(path[...position] + path[position...]))
            guard position > 0 else { continue }
            var exchanged = path
            exchanged.swapAt(position, position - 1)
            wrong.append(exchanged)
        }
        return wrong
    }
}
