import Matching

/// A plain book as a list that is searched from end to end.
struct NaiveBook {
    struct Order: Equatable {
        let number: Int32
        let side: BookSide
        let price: Int64
        var quantity: Int64
    }

    /// In order of arrival.
    private(set) var orders: [Order] = []
    private(set) var trades: [PlainTrade] = []

    mutating func add(_ order: Order) -> Bool {
        guard !orders.contains(where: { $0.number == order.number }) else { return false }
        var rest = order
        rest.quantity = match(order)
        if rest.quantity > 0 { orders.append(rest) }
        return true
    }

    /// Returns what is left.
    mutating func match(_ taker: Order) -> Int64 {
        var left = taker.quantity
        while left > 0, let maker = bestMaker(for: taker) {
            let traded = min(left, orders[maker].quantity)
            trades.append(
                PlainTrade(
                    taker: taker.number, maker: orders[maker].number, price: orders[maker].price, quantity: traded))
            left -= traded
            orders[maker].quantity -= traded
            if orders[maker].quantity == 0 { orders.remove(at: maker) }
        }
        return left
    }

    mutating func cancel(_ number: Int32) -> Bool {
        guard let position = orders.firstIndex(where: { $0.number == number }) else { return false }
        orders.remove(at: position)
        return true
    }

    mutating func reduce(_ number: Int32, by quantity: Int64) -> Bool {
        guard let position = orders.firstIndex(where: { $0.number == number }) else { return false }
        if quantity >= orders[position].quantity { return cancel(number) }
        orders[position].quantity -= quantity
        return true
    }

    /// Bids from the best down, then asks from the best up, each price in order of arrival.
    var resting: [PlainOrder] {
        let bids = orders.filter { $0.side == .buy }
        let asks = orders.filter { $0.side == .sell }
        let prices = Set(orders.map(\.price)).sorted()
        let ordered =
            prices.reversed().flatMap { price in bids.filter { $0.price == price } }
            + prices.flatMap { price in asks.filter { $0.price == price } }
        return ordered.map {
            PlainOrder(side: $0.side, price: $0.price, order: $0.number, quantity: $0.quantity)
        }
    }

    private func bestMaker(for taker: Order) -> Int? {
        let crossing = orders.indices.filter { position in
            let maker = orders[position]
            return maker.side != taker.side
                && (taker.side == .buy ? maker.price <= taker.price : maker.price >= taker.price)
        }
        let prices = crossing.map { orders[$0].price }
        let best = taker.side == .buy ? prices.min() : prices.max()
        return crossing.first { orders[$0].price == best }
    }
}
