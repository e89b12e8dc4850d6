import Matching

/// One command of an order flow, for a plain book of many instruments.
public struct BookCommand: Hashable, Sendable {
    public enum Kind: UInt8, Sendable {
        case add
        case cancel
        /// A cancel and, where that order was open, a new order under the same number.
        case replace
        case immediateOrCancel
        /// Lowers the open quantity and keeps the place.
        case reduce
    }

    public let kind: Kind
    public let side: BookSide
    public let instrument: UInt16
    /// Dense, from 0.
    public let order: Int32
    /// In ticks, not negative.
    public let price: Int64
    /// Positive, but for a cancel.
    public let quantity: Int64

    public init(
        kind: Kind, side: BookSide, instrument: UInt16 = 0, order: Int32, price: Int64 = 0, quantity: Int64 = 0
    ) {
        self.kind = kind
        self.side = side
        self.instrument = instrument
        self.order = order
        self.price = price
        self.quantity = quantity
    }
}
