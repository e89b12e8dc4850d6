import Domain

/// The most that a demand can cost: limit × largest quantity × hours, rounded up, plus 1 fen.
///
/// The fen more covers the half-even rounding of two lines: together they exceed their exact sum by at most
/// one fen.
public struct LimitAmount: Hashable, Sendable {
    public let money: Money

    /// Errors: `overflow`.
    public init(limit: UnitPrice, quantity: Quantity, hours: Int64) throws(Reason) {
        let exact = try ExactAmount(limit, quantity, hours: hours).rounded(.up)
        money = Money(fen: try Int64(narrowing: Int128(exact.fen) + 1))
    }
}
