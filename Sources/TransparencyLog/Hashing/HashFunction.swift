import CSHA256

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece, on the stack: a copy goes on from where it was taken.
///
/// The compression of a block is BoringSSL's, by way of swift-crypto; its own `SHA256` makes an object for each hash and
/// for each copy, which costs as much as a short hash.
struct HashFunction: Sendable {
    private static let blockByteCount = 64
    /// Of the message's length in bits, at the end of the last block.
    private static let lengthByteCount = 8

    private var state = SIMD8<UInt32>(
        0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19)
    /// What does not fill a block yet; what lies behind it is of no meaning.
    private var block = SIMD64<UInt8>()
    /// Bytes so far.
    private var count = 0

    /// Bytes in `block`.
    private var pending: Int { count & (Self.blockByteCount - 1) }

    /// Whole blocks go from where they lie, without a copy.
    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard var start = bytes.baseAddress else { return }
        var left = bytes.count
        if pending > 0 {
            let fitting = min(left, Self.blockByteCount - pending)
            store(start, fitting)
            guard pending == 0 else { return }
            compressBlock()
            (start, left) = (start + fitting, left - fitting)
        }
        let blocks = left / Self.blockByteCount
        if blocks > 0 {
            compress(start, blocks)
            let whole = blocks * Self.blockByteCount
            (start, left, count) = (start + whole, left - whole, count + whole)
        }
        store(start, left)
    }

    /// The hash of all bytes: behind them comes the bit 1, then zeros, then their number in bits.
    consuming func finalize() -> Digest {
        let (bits, filled) = (UInt64(count) * 8, pending)
        let lengthStart = Self.blockByteCount - Self.lengthByteCount
        zero(from: filled)
        withUnsafeMutableBytes(of: &block) { $0[filled] = 0x80 }
        if filled >= lengthStart {
            compressBlock()
            block = SIMD64()
        }
        withUnsafeMutableBytes(of: &block) {
            $0.storeBytes(of: bits.bigEndian, toByteOffset: lengthStart, as: UInt64.self)
        }
        compressBlock()
        return Digest(words: state)
    }

    /// Puts bytes that the block has room for behind what it holds.
    private mutating func store(_ start: UnsafeRawPointer, _ byteCount: Int) {
        let offset = pending
        withUnsafeMutableBytes(of: &block) { ($0.baseAddress! + offset).copyMemory(from: start, byteCount: byteCount) }
        count += byteCount
    }

    private mutating func zero(from start: Int) {
        withUnsafeMutableBytes(of: &block) {
            _ = ($0.baseAddress! + start).initializeMemory(
                as: UInt8.self, repeating: 0, count: Self.blockByteCount - start)
        }
    }

    private mutating func compressBlock() {
        withUnsafeBytes(of: block) { compress($0.baseAddress!, 1) }
    }

    @inline(__always)
    private mutating func compress(_ start: UnsafeRawPointer, _ blocks: Int) {
        withUnsafeMutableBytes(of: &state) {
            CCryptoBoringSSL_SHA256_TransformBlocks(
                $0.baseAddress!.assumingMemoryBound(to: UInt32.self), start.assumingMemoryBound(to: UInt8.self), blocks)
        }
    }
}
