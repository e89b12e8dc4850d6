import Matching

/// What the trades of a run add up to.
public struct TradeTally: Hashable, Sendable {
    public private(set) var trades = 0
    public private(set) var quantity: Int64 = 0
    /// Over maker, taker, price and quantity of each trade in order, the low 32 bits of each: multiplied and folded as
    /// the yardsticks do, so that equal trades give equal hashes.
    public private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    public init() {}

    @inline(__always)
    mutating func count(_ trade: PlainTrade) {
        fold(UInt32(bitPattern: trade.maker), UInt32(bitPattern: trade.taker))
        fold(UInt32(truncatingIfNeeded: trade.price), UInt32(truncatingIfNeeded: trade.quantity))
        trades += 1
        quantity += trade.quantity
    }

    @inline(__always)
    private mutating func fold(_ low: UInt32, _ high: UInt32) {
        hash = (hash ^ (UInt64(low) | UInt64(high) << 32)) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
    }

    /// The hash as 16 hexadecimal digits.
    public var hashText: String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
