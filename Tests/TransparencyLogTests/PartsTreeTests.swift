import Crypto
import Testing
import TransparencyLog

private typealias Digest = TransparencyLog.Digest

@Suite struct PartsTreeTests {
    private let nonce: PartsNonce
    private let parts: [[UInt8]]

    init() throws {
        nonce = try PartsNonce((0..<32).map { UInt8($0) })
        parts = (0..<13).map { Array("part \($0 / 2)".utf8) }
    }

    /// The scheme of the doc comment written out, with nothing of the module but `Digest`.
    private func root(_ nonce: [UInt8], _ parts: [[UInt8]]) throws -> Digest {
        let hashes = try parts.enumerated().map { index, part in
            let message = [UInt8](repeating: 0, count: 7) + [UInt8(index)]
            let salt = HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: nonce))
            return try Digest(Array(SHA256.hash(data: [0x00] + Array(salt) + part)))
        }
        let count = [UInt8](repeating: 0, count: 7) + [UInt8(parts.count)]
        return try Digest(Array(SHA256.hash(data: [0x02] + count + ReferenceTree.root(hashes[...]).bytes)))
    }

    @Test func rootIsThatOfTheScheme() throws {
        for count in 0...13 {
            let tree = PartsTree(nonce: nonce, parts: parts.prefix(count))
            #expect(try tree.root == root(nonce.bytes, Array(parts.prefix(count))))
            #expect(tree.count == count)
        }
    }

    /// Computed with Python's hashlib and hmac from the scheme of the doc comment.
    @Test func rootOfThreePartsIsFixed() throws {
        let tree = PartsTree(nonce: nonce, parts: ["command", "event", "transfer"].map { Array($0.utf8) })
        #expect(tree.root.hexadecimal == "ccac100f1def95fc169c9598b0d8e58795a76f3b900e34d32fa5f19a9718f5f2")
    }

    @Test func everyPartIsProvenAlone() throws {
        for count in 1...13 {
            let tree = PartsTree(nonce: nonce, parts: parts.prefix(count))
            for index in 0..<count {
                let proof = try tree.proof(ofPart: index)
                #expect(proof.salt == nonce.salt(ofPart: index))
                try proof.verify(part: parts[index], root: tree.root)
            }
        }
    }

    @Test func equalPartsHaveDifferentHashesAndSalts() throws {
        let tree = PartsTree(nonce: nonce, parts: parts)
        #expect(parts[0] == parts[1])
        let (first, second) = (try tree.proof(ofPart: 0), try tree.proof(ofPart: 1))
        #expect(first.salt != second.salt)
        #expect(first.path[0] != second.path[0])
    }

    @Test func anythingElseIsRefused() throws {
        let tree = PartsTree(nonce: nonce, parts: parts)
        for index in parts.indices {
            let proof = try tree.proof(ofPart: index)
            for position in parts[index].indices {
                for bit in 0..<8 {
                    var part = parts[index]
                    part[position] ^= 1 << UInt8(bit)
                    #expect(throws: ProofError.rootMismatch) { try proof.verify(part: part, root: tree.root) }
                }
            }
            for bit in 0..<256 {
                let salt = try proof.salt.flipping(bit: bit)
                expectRefused(PartProof(index: index, count: 13, salt: salt, path: proof.path), tree)
                for element in proof.path.indices {
                    var path = proof.path
                    path[element] = try path[element].flipping(bit: bit)
                    expectRefused(PartProof(index: index, count: 13, salt: proof.salt, path: path), tree)
                }
            }
            for count in [-1, 0, 1, 12, 14, 16, 26, Int.max] {
                expectRefused(PartProof(index: index, count: count, salt: proof.salt, path: proof.path), tree)
            }
            for other in -1...14 where other != index {
                expectRefused(PartProof(index: other, count: 13, salt: proof.salt, path: proof.path), tree)
            }
        }
    }

    @Test func orderNumberAndNonceCount() throws {
        let other = try PartsNonce((1...32).map { UInt8($0) })
        var roots: Set<Digest> = []
        for count in 0...13 {
            roots.insert(PartsTree(nonce: nonce, parts: parts.prefix(count)).root)
            roots.insert(PartsTree(nonce: other, parts: parts.prefix(count)).root)
        }
        roots.insert(PartsTree(nonce: nonce, parts: parts.reversed()).root)
        #expect(roots.count == 28)
    }

    @Test func noRootOverPartsIsAHashOfALog() throws {
        let tree = PartsTree(nonce: nonce, parts: [parts[0]])
        let salt = nonce.salt(ofPart: 0).bytes
        let leaf = Digest.leaf(of: salt + parts[0])
        #expect(throws: ProofError.rootMismatch) {
            try InclusionProof(leafIndex: 0, treeSize: 1, path: []).verify(leaf: leaf, root: tree.root)
        }
        #expect(throws: ProofError.rootMismatch) {
            try PartProof(index: 0, count: 1, salt: nonce.salt(ofPart: 0), path: []).verify(part: parts[0], root: leaf)
        }
    }

    @Test func requestsAndNoncesThatCannotBe() throws {
        let tree = PartsTree(nonce: nonce, parts: parts)
        #expect(throws: ProofRequestError.indexOutsideTree(index: 13, size: 13)) { try tree.proof(ofPart: 13) }
        #expect(throws: ProofRequestError.indexOutsideTree(index: 0, size: 13)) { try tree.proof(ofPart: -1) }
        #expect(throws: PartsNonceError.byteCount(15)) { try PartsNonce([UInt8](repeating: 1, count: 15)) }
        #expect(throws: PartsNonceError.byteCount(65)) { try PartsNonce([UInt8](repeating: 1, count: 65)) }
    }

    @Test func nonceIsNotPrinted() throws {
        #expect("\(nonce)" == "PartsNonce(32 bytes)")
        #expect(!String(reflecting: nonce).contains("31"))
        #expect(Mirror(reflecting: nonce).children.isEmpty)
    }

    private func expectRefused(_ proof: PartProof, _ tree: PartsTree) {
        let part = parts[min(max(proof.index, 0), 12)]
        #expect(throws: ProofError.self) { try proof.verify(part: part, root: tree.root) }
    }
}
