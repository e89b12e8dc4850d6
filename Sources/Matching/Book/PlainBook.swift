import Domain

/// One side of a plain book.
public enum BookSide: UInt8, Sendable, CaseIterable {
    case buy
    case sell
}

/// A trade of a plain book, at the resting order's price.
public struct PlainTrade: Hashable, Sendable {
    public let taker: Int32
    public let maker: Int32
    public let price: Int64
    public let quantity: Int64

    @inlinable
    public init(taker: Int32, maker: Int32, price: Int64, quantity: Int64) {
        self.taker = taker
        self.maker = maker
        self.price = price
        self.quantity = quantity
    }
}

/// An order of a plain book at rest.
public struct PlainOrder: Hashable, Sendable {
    public let side: BookSide
    public let price: Int64
    public let order: Int32
    public let quantity: Int64

    public init(side: BookSide, price: Int64, order: Int32, quantity: Int64) {
        self.side = side
        self.price = price
        self.order = order
        self.quantity = quantity
    }
}

/// Plain order flow over the market's own container: price, then time, at the resting order's price.
///
/// An order is a bid or an offer for one standard product: one instance type, zone and window under
/// the price rule `resting`. Orders carry dense numbers from 0 that the caller chooses; a number may
/// be used again once its order is gone. Whole instruments stand beside each other.
///
/// Every call is at most 16 steps, plus one a trade and 32 a price that it empties, and allocates nothing once the
/// book has grown.
public struct PlainBook: ~Copyable {
    var orders = PriceBook()
    private var arrivals: Int64 = 0

    /// - Parameter expectedOrders: numbers for which room is made ahead.
    public init(instruments: Int = 1, expectedOrders: Int = 0) {
        for _ in 0..<instruments {
            _ = orders.addQueue(descending: true)
            _ = orders.addQueue(descending: false)
        }
        orders.reserve(entries: expectedOrders)
    }

    public func isOpen(_ order: Int32) -> Bool {
        orders.entries.contains(Int(order)) && orders.isResting(order)
    }

    /// Matches what it crosses and rests the remainder behind its price. False, and nothing done, where
    /// the number is that of an open order.
    ///
    /// - Parameters:
    ///   - price: not negative.
    ///   - quantity: positive.
    @discardableResult
    public mutating func add(
        _ order: Int32, instrument: Int = 0, side: BookSide, price: Int64, quantity: Int64,
        onTrade: (PlainTrade) -> Void
    ) -> Bool {
        if Int(order) >= orders.entries.count { orders.reserve(entries: max(Int(order) + 1, orders.entries.count * 2)) }
        guard !orders.isResting(order) else { return false }
        let left = match(order, instrument, side, price, quantity, onTrade)
        guard left > 0 else { return true }
        arrivals += 1
        orders.rest(
            order, in: queue(instrument, side), price: price, quantity: left, place: Place(sequence: arrivals))
        return true
    }

    /// Matches what it crosses up to `price` and drops the remainder, which it returns.
    @discardableResult
    public mutating func immediateOrCancel(
        _ order: Int32, instrument: Int = 0, side: BookSide, price: Int64, quantity: Int64,
        onTrade: (PlainTrade) -> Void
    ) -> Int64 {
        match(order, instrument, side, price, quantity, onTrade)
    }

    /// False where the order is not open.
    @discardableResult
    public mutating func cancel(_ order: Int32) -> Bool {
        guard isOpen(order) else { return false }
        orders.cancel(order)
        return true
    }

    /// Lowers the open quantity and keeps the place; at or above the open quantity it cancels. False where
    /// the order is not open.
    ///
    /// - Parameter quantity: positive.
    @discardableResult
    public mutating func reduce(_ order: Int32, by quantity: Int64) -> Bool {
        guard isOpen(order) else { return false }
        let open = orders.entries[order].quantity
        if quantity >= open { orders.cancel(order) } else { orders.setQuantity(of: order, to: open - quantity) }
        return true
    }

    @inline(__always)
    private func queue(_ instrument: Int, _ side: BookSide) -> Int32 { Int32(instrument * 2) + Int32(side.rawValue) }

    private mutating func match(
        _ taker: Int32, _ instrument: Int, _ side: BookSide, _ limit: Int64, _ quantity: Int64,
        _ onTrade: (PlainTrade) -> Void
    ) -> Int64 {
        let other = queue(instrument, side == .buy ? .sell : .buy)
        precondition(orders.queues.contains(Int(other)), "the instrument is there")
        var left = quantity
        while left > 0 {
            let price = orders.bestPrices[other]
            guard side == .buy ? price <= limit : price >= limit, !orders.isEmpty(queue: other) else { break }
            left = orders.take(left, from: other) { maker, taken in
                onTrade(PlainTrade(taker: taker, maker: maker, price: price, quantity: taken))
            }
        }
        return left
    }
}

extension PlainBook {
    /// The best price of a side, or nil where it is empty.
    public func best(_ side: BookSide, instrument: Int = 0) -> Int64? {
        let queue = queue(instrument, side)
        precondition(orders.queues.contains(Int(queue)), "the instrument is there")
        return orders.isEmpty(queue: queue) ? nil : orders.bestPrices[queue]
    }

    /// The orders at rest of an instrument: bids from the best down, then asks from the best up, each price by time.
    public func restingOrders(instrument: Int = 0) -> [PlainOrder] {
        BookSide.allCases.flatMap { side in
            var resting: [PlainOrder] = []
            var order = orders.first(in: queue(instrument, side))
            while order != PriceBook.none {
                resting.append(
                    PlainOrder(
                        side: side, price: orders.price(of: order), order: order,
                        quantity: orders.entries[order].quantity))
                order = orders.next(after: order)
            }
            return resting
        }
    }

    /// What does not hold and should, one sentence each; empty where all is well.
    public func violations() -> [String] {
        var found = orders.violations()
        for instrument in 0..<(orders.queues.count / 2) {
            guard let bid = best(.buy, instrument: instrument), let ask = best(.sell, instrument: instrument) else {
                continue
            }
            if bid >= ask { found.append("no book rests crossed") }
        }
        return found
    }
}
