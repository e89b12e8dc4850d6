/// HMAC-SHA256 (RFC 2104) under one key for many short messages.
///
/// The two key blocks are hashed once. The library's own `HMAC` sets the key up at more than twice the cost of a
/// code and would be most of the price of a record's root.
package struct KeyedHash: Sendable {
    private static let blockByteCount = 64

    /// SHA-256 after the key block of the inner and of the outer hash.
    private let inner: HashFunction
    private let outer: HashFunction

    /// A key of 64 bytes at most, the block of SHA-256; a longer one would have to be hashed first, and traps.
    package init(key: [UInt8]) {
        precondition(key.count <= Self.blockByteCount, "the key is longer than a block")
        inner = Self.hashing(key, 0x36)
        outer = Self.hashing(key, 0x5C)
    }

    /// The code of the message that lies in memory.
    package func code(of message: UnsafeRawBufferPointer) -> Digest {
        var first = inner
        first.update(message)
        var second = outer
        withUnsafeTemporaryAllocation(byteCount: Digest.byteCount, alignment: 8) { memory in
            first.finalize().store(in: memory, at: 0)
            second.update(UnsafeRawBufferPointer(memory))
        }
        return second.finalize()
    }

    private static func hashing(_ key: [UInt8], _ mask: UInt8) -> HashFunction {
        var function = HashFunction()
        withUnsafeTemporaryAllocation(byteCount: blockByteCount, alignment: 8) { memory in
            for position in 0..<blockByteCount { memory[position] = position < key.count ? key[position] ^ mask : mask }
            function.update(UnsafeRawBufferPointer(memory))
        }
        return function
    }
}
