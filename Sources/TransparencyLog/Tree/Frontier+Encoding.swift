/// Why bytes or values are no frontier.
public enum FrontierError: Error, Hashable, Sendable {
    /// There are too few bytes for a size, or the rest is no whole number of digests; carries the number of bytes.
    case byteCount(Int)
    /// The size is 2⁶³ or more.
    case size(UInt64)
    /// The number of peaks is not the number of one-bits of the size.
    case peakCount(expected: Int, actual: Int)
}

extension Frontier {
    /// The size as eight bytes, big-endian, then the peaks in their order, 32 bytes each. The length follows from
    /// the size, so that equal frontiers have equal bytes and no others decode.
    public var encoded: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 + peaks.count * Digest.byteCount)
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: size >> UInt64(shift)))
        }
        for peak in peaks { peak.append(to: &bytes) }
        return bytes
    }

    /// Reads what `encoded` wrote.
    ///
    /// Throws, in this order: `FrontierError.byteCount`, `.size`, `.peakCount`.
    public init(decoding bytes: [UInt8]) throws(FrontierError) {
        guard bytes.count >= 8, (bytes.count - 8) % Digest.byteCount == 0 else { throw .byteCount(bytes.count) }
        let size = bytes[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let peaks = bytes.withUnsafeBytes { memory in
            stride(from: 8, to: memory.count, by: Digest.byteCount).map { offset in
                Digest(unchecked: UnsafeRawBufferPointer(rebasing: memory[offset...]))
            }
        }
        try self.init(size: size, peaks: peaks)
    }
}
