import Testing
import TransparencyLog

@Suite struct ProofTests {
    @Test func everyInclusionProofEqualsTheDefinition() throws {
        let leaves = sampleLeaves(130)
        let tree = MerkleTree(leaves: leaves)
        for size in 1...130 {
            let root = ReferenceTree.root(leaves.prefix(size))
            for index in 0..<size {
                let proof = try tree.inclusionProof(of: UInt64(index), in: UInt64(size))
                #expect(proof.path == ReferenceTree.path(index, leaves.prefix(size)))
                try proof.verify(leaf: leaves[index], root: root)
            }
        }
    }

    @Test func everyConsistencyProofEqualsTheDefinition() throws {
        let leaves = sampleLeaves(130)
        let tree = MerkleTree(leaves: leaves)
        let roots = (0...130).map { ReferenceTree.root(leaves.prefix($0)) }
        for second in 0...130 {
            #expect(try tree.root(of: UInt64(second)) == roots[second])
            for first in 0...second {
                let proof = try tree.consistencyProof(from: UInt64(first), to: UInt64(second))
                #expect(proof.path == ReferenceTree.proof(first, leaves.prefix(second)))
                try proof.verify(first: roots[first], second: roots[second])
            }
        }
    }

    @Test func largerTreesAtRandom() throws {
        var random = seeded()
        let leaves = sampleLeaves(Int.random(in: 2000...6000, using: &random))
        let tree = MerkleTree(leaves: leaves)
        for _ in 0..<20 {
            let second = Int.random(in: 1...leaves.count, using: &random)
            let first = Int.random(in: 0...second, using: &random)
            let index = Int.random(in: 0..<second, using: &random)
            let root = ReferenceTree.root(leaves.prefix(second))
            let inclusion = try tree.inclusionProof(of: UInt64(index), in: UInt64(second))
            #expect(inclusion.path == ReferenceTree.path(index, leaves.prefix(second)))
            try inclusion.verify(leaf: leaves[index], root: root)
            let consistency = try tree.consistencyProof(from: UInt64(first), to: UInt64(second))
            #expect(consistency.path == ReferenceTree.proof(first, leaves.prefix(second)))
            try consistency.verify(first: ReferenceTree.root(leaves.prefix(first)), second: root)
        }
    }

    @Test func requestsThatCannotBeMet() {
        let tree = MerkleTree(leaves: sampleLeaves(7))
        #expect(throws: ProofRequestError.indexOutsideTree(index: 0, size: 0)) {
            try tree.inclusionProof(of: 0, in: 0)
        }
        #expect(throws: ProofRequestError.indexOutsideTree(index: 7, size: 7)) {
            try tree.inclusionProof(of: 7, in: 7)
        }
        #expect(throws: ProofRequestError.sizeBeyondSource(size: 8, held: 7)) {
            try tree.inclusionProof(of: 3, in: 8)
        }
        #expect(throws: ProofRequestError.sizesReversed(first: 5, second: 4)) {
            try tree.consistencyProof(from: 5, to: 4)
        }
        #expect(throws: ProofRequestError.sizeBeyondSource(size: 8, held: 7)) {
            try tree.consistencyProof(from: 5, to: 8)
        }
        #expect(throws: ProofRequestError.sizeBeyondSource(size: 8, held: 7)) { try tree.root(of: 8) }
        #expect(throws: ProofRequestError.size(1 << 63)) { try tree.root(of: 1 << 63) }
        #expect(throws: ProofRequestError.size(.max)) { try ProofPlan.inclusion(of: 0, in: .max) }
    }

    @Test func planOfTheLargestTreeIsBounded() throws {
        let size = UInt64(Int64.max)
        var random = seeded()
        for _ in 0..<200 {
            let index = UInt64.random(in: 0..<size, using: &random)
            let positions = try ProofPlan.inclusion(of: index, in: size).positions
            #expect(positions.count <= 125 && Set(positions).count == positions.count)
            #expect(positions.allSatisfy { $0.leafCountMin <= size })
        }
        #expect(throws: ProofRequestError.hashCount(expected: 63, actual: 0)) {
            try ProofPlan.root(of: size).path(from: [])
        }
    }
}
