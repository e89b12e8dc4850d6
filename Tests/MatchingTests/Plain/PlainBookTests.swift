import Matching
import Simulation
import Testing

/// The plain book against a list, and at its edges.
@Suite struct PlainBookTests {
    @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6])
    func agreesWithAList(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        // Dense ticks, sparse ticks far apart, and prices over the whole range.
        let prices: [Int64] = random.pick([
            (95...105).map { $0 }, (1...40).map { $0 * 4_099 }, (0..<60).map { 1 << Int64($0) },
        ])
        var book = PlainBook()
        var list = NaiveBook()
        var trades: [PlainTrade] = []
        for _ in 0..<1_500 {
            let order = NaiveBook.Order(
                number: Int32(random.number(0...120)), side: random.pick(BookSide.allCases), price: random.pick(prices),
                quantity: random.pick([1, 5, 1 << 40]) * random.number(1...9))
            switch random.number(0...9) {
            case 0, 1: #expect(book.cancel(order.number) == list.cancel(order.number))
            case 2:
                #expect(
                    book.reduce(order.number, by: order.quantity) == list.reduce(order.number, by: order.quantity))
            case 3:
                let left = book.immediateOrCancel(
                    order.number, side: order.side, price: order.price, quantity: order.quantity
                ) { trades.append($0) }
                #expect(left == list.match(order))
            default:
                let isNew = book.add(order.number, side: order.side, price: order.price, quantity: order.quantity) {
                    trades.append($0)
                }
                #expect(isNew == list.add(order))
            }
            #expect(book.violations().isEmpty)
        }
        #expect(trades == list.trades)
        #expect(trades.count > 100)
        #expect(book.restingOrders() == list.resting)
    }

    @Test func instrumentsDoNotMeet() {
        var book = PlainBook(instruments: 2)
        book.add(1, instrument: 0, side: .sell, price: 10, quantity: 1) { _ in }
        book.add(2, instrument: 1, side: .buy, price: 10, quantity: 1) { _ in Issue.record("another instrument") }
        #expect(book.best(.sell, instrument: 0) == 10)
        #expect(book.best(.buy, instrument: 1) == 10)
        #expect(book.best(.buy, instrument: 0) == nil)
    }

    @Test func anOrderAtEachEndOfTheRange() {
        var book = PlainBook()
        book.add(1, side: .sell, price: .max, quantity: .max) { _ in }
        book.add(2, side: .buy, price: 0, quantity: .max) { _ in }
        #expect(book.restingOrders().map(\.order) == [2, 1])
        var traded: [PlainTrade] = []
        book.add(3, side: .buy, price: .max, quantity: 5) { traded.append($0) }
        #expect(traded == [PlainTrade(taker: 3, maker: 1, price: .max, quantity: 5)])
        #expect(book.violations().isEmpty)
    }
}
