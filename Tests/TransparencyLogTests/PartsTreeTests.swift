import Testing
import TransparencyLog

@Suite struct PartsTreeTests {
    private let nonce: PartsNonce
    private let parts: [[UInt8]]

    init() throws {
        nonce = try PartsNonce((0..<32).map { UInt8($0) })
        parts = (0..<13).map { Array("part \($0 / 2)".utf8) }
    }

    /// The scheme of the doc comment written out, with nothing of the module but SHA-256.
    private func root(_ nonce: [UInt8], _ parts: [[UInt8]]) -> Digest {
        let hashes = parts.enumerated().map { index, part in
            Digest.sha256(of: [0x00] + code(nonce, eightBytes(index)) + part)
        }
        return .sha256(of: [0x02] + eightBytes(parts.count) + ReferenceTree.root(hashes[...]).bytes)
    }

    /// HMAC-SHA256 by its definition.
    private func code(_ key: [UInt8], _ message: [UInt8]) -> [UInt8] {
        let block = key + [UInt8](repeating: 0, count: 64 - key.count)
        let inner = Digest.sha256(of: block.map { $0 ^ 0x36 } + message).bytes
        return Digest.sha256(of: block.map { $0 ^ 0x5C } + inner).bytes
    }

    private func eightBytes(_ number: Int) -> [UInt8] {
        [UInt8](repeating: 0, count: 7) + [UInt8(number)]
    }

    /// The test cases 1 to 4 of RFC 4231.
    @Test(
        arguments: [
            (
                [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
                "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
            ),
            (
                Array(1...25), [UInt8](repeating: 0xCD, count: 50),
                "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
            ),
        ] as [([UInt8], [UInt8], String)])
    func keyedHashOfTheStandard(key: [UInt8], message: [UInt8], expected: String) {
        let keyed = KeyedHash(key: key)
        for _ in 0..<2 {
            #expect(message.withUnsafeBytes { keyed.code(of: $0) }.hexadecimal == expected)
        }
    }

    @Test func rootIsThatOfTheScheme() {
        for count in 0...13 {
            let tree = PartsTree(nonce: nonce, parts: parts.prefix(count))
            #expect(tree.root == root(nonce.bytes, Array(parts.prefix(count))))
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
