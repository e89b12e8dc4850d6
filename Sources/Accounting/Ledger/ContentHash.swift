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

    public mutating func combine(_ wide: Int128) {
        combine(UInt64(truncatingIfNeeded: wide))
        combine(UInt64(truncatingIfNeeded: wide >> 64))
    }
}
