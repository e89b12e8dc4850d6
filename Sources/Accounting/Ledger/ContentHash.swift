/// A 64-bit hash of content: the same words in the same order give the same value on any machine.
///
/// It guards recovery against faults, not against forgery; the log does that. Each word is folded in by a
/// full 64 × 64 multiplication whose halves are added by exclusive or, so that every bit reaches every bit.
public struct ContentHash: Hashable, Sendable {
    public private(set) var value: UInt64

    private static let odd: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let mask: UInt64 = 0xD1B5_4A32_D192_ED03

    public init(seed: UInt64 = 0) { value = seed ^ ContentHash.odd }

    public mutating func combine(_ word: UInt64) {
        let product = (value ^ ContentHash.mask).multipliedFullWidth(by: word ^ ContentHash.odd)
        value = product.high ^ product.low ^ (value &+ ContentHash.odd)
    }

    public mutating func combine(_ word: Int64) { combine(UInt64(bitPattern: word)) }

    /// Eight bytes a word, the most significant first; the last word is what is left, and the number of bytes
    /// follows.
    public mutating func combine(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes { memory in
            let whole = memory.count / 8 * 8
            for offset in stride(from: 0, to: whole, by: 8) {
                combine(UInt64(bigEndian: memory.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            }
            if whole < memory.count {
                combine(memory[whole...].reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
            }
            combine(Int64(memory.count))
        }
    }

    public mutating func combine(_ wide: Int128) {
        combine(UInt64(truncatingIfNeeded: wide))
        combine(UInt64(truncatingIfNeeded: wide >> 64))
    }
}
