/// A SHA-256 value: 32 bytes, held as four 64-bit words so that it lives without an allocation and compares in a
/// few instructions. The order is that of the bytes.
public struct Digest: Hashable, Sendable {
    /// The number of bytes in a digest.
    public static let byteCount = 32

    /// Bytes 0–7, 8–15, 16–23 and 24–31, each read as a big-endian number.
    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64

    /// The digest made of exactly 32 bytes.
    ///
    /// Throws `DigestError.byteCount` for any other number of bytes.
    public init(_ bytes: some Collection<UInt8>) throws(DigestError) {
        guard bytes.count == Self.byteCount else { throw .byteCount(bytes.count) }
        self = Array(bytes).withUnsafeBytes { Digest(unchecked: $0) }
    }

    /// Reads the first 32 bytes of memory; the caller has made sure that there are as many.
    package init(unchecked memory: UnsafeRawBufferPointer) {
        precondition(memory.count >= Self.byteCount, "a digest is 32 bytes")
        first = UInt64(bigEndian: memory.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
        second = UInt64(bigEndian: memory.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        third = UInt64(bigEndian: memory.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
        fourth = UInt64(bigEndian: memory.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
    }

    /// The digest of which these are the words of 32 bits, the first first.
    @inline(__always)
    init(words: SIMD8<UInt32>) {
        first = UInt64(words[0]) << 32 | UInt64(words[1])
        second = UInt64(words[2]) << 32 | UInt64(words[3])
        third = UInt64(words[4]) << 32 | UInt64(words[5])
        fourth = UInt64(words[6]) << 32 | UInt64(words[7])
    }

    /// Writes the 32 bytes at `offset` of memory.
    package func store(in memory: UnsafeMutableRawBufferPointer, at offset: Int) {
        precondition(offset >= 0 && memory.count - offset >= Self.byteCount, "a digest is 32 bytes")
        memory.storeBytes(of: first.bigEndian, toByteOffset: offset, as: UInt64.self)
        memory.storeBytes(of: second.bigEndian, toByteOffset: offset + 8, as: UInt64.self)
        memory.storeBytes(of: third.bigEndian, toByteOffset: offset + 16, as: UInt64.self)
        memory.storeBytes(of: fourth.bigEndian, toByteOffset: offset + 24, as: UInt64.self)
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Self.byteCount) { memory, count in
            store(in: UnsafeMutableRawBufferPointer(memory), at: 0)
            count = Self.byteCount
        }
    }

    /// Appends the 32 bytes to `buffer`; no allocation where it has room.
    public func append(to buffer: inout [UInt8]) {
        withUnsafeTemporaryAllocation(byteCount: Self.byteCount, alignment: 8) { memory in
            store(in: memory, at: 0)
            buffer.append(contentsOf: memory)
        }
    }
}

extension Digest: Comparable {
    public static func < (left: Digest, right: Digest) -> Bool {
        (left.first, left.second, left.third, left.fourth) < (right.first, right.second, right.third, right.fourth)
    }
}
