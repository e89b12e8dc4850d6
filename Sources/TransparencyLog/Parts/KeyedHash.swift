import Crypto

/// HMAC-SHA256 (RFC 2104) under one key for many short messages.
///
/// The two key blocks are hashed once. The library's own `HMAC` sets the key up at more than twice the cost of a
/// code and would be most of the price of a record's root.
package struct KeyedHash: Sendable {
    private static let blockByteCount = 64

    /// SHA-256 after the key block of the inner and of the outer hash.
    private let inner: SHA256
    private let outer: SHA256

    /// A key of 64 bytes at most, the block of SHA-256; a longer one would have to be hashed first, and traps.
    package init(key: [UInt8]) {
        precondition(key.count <= Self.blockByteCount, "the key is longer than a block")
        let block = key + [UInt8](repeating: 0, count: Self.blockByteCount - key.count)
        inner = Self.hashing(block.map { $0 ^ 0x36 })
        outer = Self.hashing(block.map { $0 ^ 0x5C })
    }

    /// The code of the message that lies in memory.
    package func code(of message: UnsafeRawBufferPointer) -> Digest {
        var first = inner
        first.update(bufferPointer: message)
        var second = outer
        first.finalize().withUnsafeBytes { second.update(bufferPointer: $0) }
        return second.finalize().withUnsafeBytes { Digest(unchecked: $0) }
    }

    private static func hashing(_ block: [UInt8]) -> SHA256 {
        var function = SHA256()
        block.withUnsafeBytes { function.update(bufferPointer: $0) }
        return function
    }
}
