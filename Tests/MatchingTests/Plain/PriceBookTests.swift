import Domain
import Simulation
import Testing

@testable import Matching

/// The container itself, many queues in one, against sorted lists.
@Suite struct PriceBookTests {
    private struct Order {
        let number: Int32
        let price: Int64
        let place: Place
    }

    @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6, 7, 8])
    func agreesWithSortedLists(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let prices: [Int64] = random.pick([
            (95...130).map { $0 }, (1...40).map { $0 * 10_007 }, (0..<63).map { 1 << Int64($0) }, [5], [0, .max],
        ])
        let descending = [true, false, true, false, false]
        var book = PriceBook()
        for isDescending in descending { _ = book.addQueue(descending: isDescending) }
        book.reserve(entries: 200)
        var lists = [[Order]](repeating: [], count: descending.count)
        for step in 0..<2_000 {
            let number = Int32(random.number(0...199))
            let queue = Int(random.number(0...4))
            if book.isResting(number) {
                lists[Int(book.queue(of: number))].removeAll { $0.number == number }
                book.cancel(number)
            } else {
                // Places come mostly in order, but need not.
                let place = Place(
                    sequence: Int64(step / 4) - random.pick([0, 0, 0, 50]), position: random.number(0...3))
                let order = Order(number: number, price: random.pick(prices), place: place)
                book.rest(number, in: Int32(queue), price: order.price, quantity: 1, place: place)
                let behind = lists[queue].firstIndex { Self.precedes(order, $0, descending[queue]) }
                lists[queue].insert(order, at: behind ?? lists[queue].count)
            }
            let violations = book.violations()
            #expect(violations.isEmpty)
        }
        for (queue, list) in lists.enumerated() {
            let order = Self.order(of: book, queue: Int32(queue))
            #expect(order == list.map(\.number))
        }
    }

    @Test func takesInOrderAndLeavesThePlaceOfTheLast() {
        var book = PriceBook()
        _ = book.addQueue(descending: false)
        book.reserve(entries: 3)
        for number in [Int32(2), 0, 1] {
            book.rest(number, in: 0, price: 7, quantity: 4, place: Place(sequence: Int64(number)))
        }
        var taken: [[Int64]] = []
        let left = book.take(9, from: 0) { taken.append([Int64($0), $1]) }
        #expect(left == 0)
        #expect(taken == [[0, 4], [1, 4], [2, 1]])
        let rest = book.take(5, from: 0) { taken.append([Int64($0), $1]) }
        #expect(rest == 2)
        #expect(taken.last == [2, 3])
        let (isEmpty, best) = (book.isEmpty(queue: 0), book.bestPrices[0])
        #expect(isEmpty && best == .max)
    }

    /// The invariants can fail: each damage is told.
    @Test func damageIsFound() {
        func found(_ damage: (inout PriceBook) -> Void) -> [String] {
            var book = PriceBook()
            _ = book.addQueue(descending: false)
            book.reserve(entries: 6)
            for number in Int32(0)..<5 {
                book.rest(
                    number, in: 0, price: Int64(number) / 2 * 20, quantity: 1, place: Place(sequence: Int64(number)))
            }
            damage(&book)
            return book.violations()
        }
        #expect(found { _ in }.isEmpty)
        #expect(found { $0.entries[1].quantity = 0 } == ["an order at rest has a quantity"])
        #expect(found { $0.entries[1].sequence = -1 } == ["orders of one price stand in order of place"])
        #expect(found { $0.entries[5].level = 0 } == ["every order at rest stands in a queue"])
        #expect(found { $0.bestPrices[0] = 1 } == ["the best price is that of the best level"])
        #expect(found { $0.levels[0].tail = 0 } == ["a level's tail is its last order"])
        #expect(found { $0.nodes[0].occupied |= 1 << 9 } == ["the occupied digits are those with a child"])
        #expect(found { $0.nodes[0].parent = 0 } == ["a node knows the node above it"])
        #expect(found { $0.queues[0].best = 1 }.contains("the best level has the least key"))
        #expect(found { $0.levels[2].key += 16 } == ["a level stands where its key leads"])
        #expect(found { $0.entries[1].previous = 1 } == ["neighbouring orders link each other"])
        #expect(found { $0.levels[2].parent = PriceBook.none } == ["a level knows the node above it"])
        #expect(found { _ = $0.levels.append($0.levels[0]) } == ["every level is in use or unused"])
    }

    private static func precedes(_ left: Order, _ right: Order, _ descending: Bool) -> Bool {
        guard left.price == right.price else { return (left.price > right.price) == descending }
        return left.place < right.place
    }

    private static func order(of book: borrowing PriceBook, queue: Int32) -> [Int32] {
        var numbers: [Int32] = []
        var order = book.first(in: queue)
        while order != PriceBook.none {
            numbers.append(order)
            order = book.next(after: order)
        }
        return numbers
    }
}
