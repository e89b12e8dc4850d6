/// An amount of money or of a voucher in fen (1/100 yuan).
///
/// A door admits 0 ... `Money.most`; sums inside the exchange stay far from the
/// bounds of 64 bits, and each sum that could leave them is checked.
public struct Money: Hashable, Sendable {
    public let fen: Int64

    @inlinable
    public init(fen: Int64) { self.fen = fen }

    public static let zero = Money(fen: 0)

    /// 10¹⁵ fen = 10 trillion yuan, the most that one command may name.
    public static let most = Money(fen: 1_000_000_000_000_000)

    /// A positive amount that a command names. Errors: `amountNotPositive`, `amountTooLarge`.
    public init(positive fen: Int64) throws(Reason) {
        guard fen > 0 else { throw .amountNotPositive }
        guard fen <= Money.most.fen else { throw .amountTooLarge }
        self.fen = fen
    }
}

extension Money: Comparable {
    @inlinable
    public static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }
}

extension Money: AdditiveArithmetic {
    /// Traps on overflow: amounts are bounded at the door so that sums cannot reach it.
    @inlinable
    public static func + (left: Money, right: Money) -> Money { Money(fen: left.fen + right.fen) }
    @inlinable
    public static func - (left: Money, right: Money) -> Money { Money(fen: left.fen - right.fen) }
    @inlinable
    public static prefix func - (amount: Money) -> Money { Money(fen: -amount.fen) }
}

extension Money: CustomStringConvertible {
    /// Yuan with two decimals, as `-12.30`.
    public var description: String {
        let magnitude = fen.magnitude
        let cents = String(magnitude % 100)
        return "\(fen < 0 ? "-" : "")\(magnitude / 100).\(cents.count == 1 ? "0" : "")\(cents)"
    }
}
