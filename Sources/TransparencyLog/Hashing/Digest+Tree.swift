/// The hashes of a Merkle tree as in RFC 6962, section 2.1: a leaf is hashed behind the byte 0x00, an inner node
/// behind 0x01, so that neither can be passed off as the other.
extension Digest {
    /// The root of a tree without leaves: SHA-256 of no bytes.
    public static let emptyTree = sha256(of: [])

    /// SHA-256 of `bytes`, without a prefix.
    public static func sha256(of bytes: [UInt8]) -> Digest {
        bytes.withUnsafeBytes { hash(nil, $0) }
    }

    /// The hash of a leaf: SHA-256(0x00 ‖ bytes).
    public static func leaf(of bytes: [UInt8]) -> Digest {
        bytes.withUnsafeBytes { leaf(of: $0) }
    }

    /// The hash of a leaf that lies in memory: SHA-256(0x00 ‖ bytes).
    public static func leaf(of bytes: UnsafeRawBufferPointer) -> Digest {
        hash(0x00, bytes)
    }

    /// The hash of an inner node: SHA-256(0x01 ‖ left ‖ right). It is built on the stack.
    public static func node(_ left: Digest, _ right: Digest) -> Digest {
        withUnsafeTemporaryAllocation(byteCount: 1 + 2 * byteCount, alignment: 8) { memory in
            memory[0] = 0x01
            left.store(in: memory, at: 1)
            right.store(in: memory, at: 1 + byteCount)
            return hash(nil, UnsafeRawBufferPointer(memory))
        }
    }

    /// SHA-256 of an optional first byte and of `bytes`.
    static func hash(_ prefix: UInt8?, _ bytes: UnsafeRawBufferPointer) -> Digest {
        var function = HashFunction()
        if let prefix { withUnsafeBytes(of: prefix) { function.update($0) } }
        function.update(bytes)
        return function.finalize()
    }
}
