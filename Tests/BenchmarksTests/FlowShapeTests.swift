import AllocationCounter
import Benchmarks
import Matching
import Testing

/// Shapes of order flow do what they say, and the book allocates nothing while as many leave as come.
@Suite struct FlowShapeTests {
    @Test(arguments: FlowShape.allCases, [1, 7, 1_000])
    func everyCommandIsTaken(_ shape: FlowShape, _ orders: Int) {
        let flow = shape.flow(orders: orders, commands: 2_000)
        #expect(flow.fillingCommands == orders)
        let figures = BookBenchmark(flow, repetitions: 1).run()
        #expect(figures.ignored == 0)
        #expect(figures.tally.trades == (shape == .equalPrices ? 1_000 : 0))
    }

    @Test(arguments: FlowShape.allCases)
    func aBookThatHasGrownAllocatesNothing(_ shape: FlowShape) {
        let flow = shape.flow(orders: 1_000, commands: 10_000)
        var book = PlainBook(expectedOrders: flow.orders)
        var trades = 0
        trades += Self.carryOut(flow, &book)
        // Whatever rests by now leaves, so that the second pass can begin as the first.
        for order in 0..<Int32(flow.orders) { book.cancel(order) }
        let before = allocationCount()
        trades += Self.carryOut(flow, &book)
        let allocations = allocationCount() - before
        #expect(allocations == 0)
        #expect(trades == (shape == .equalPrices ? 10_000 : 0))
        let isSound = book.violations().isEmpty
        #expect(isSound)
    }

    @Test func theCounterCounts() {
        let before = allocationCount()
        let memory = UnsafeMutableRawPointer.allocate(byteCount: 100, alignment: 8)
        let after = allocationCount()
        memory.deallocate()
        #expect(before == -1 || after == before + 1)
    }

    /// By address: in a debug build, reading an element of an array allocates.
    private static func carryOut(_ flow: OrderFlow, _ book: inout PlainBook) -> Int {
        var trades = 0
        flow.commands.withUnsafeBufferPointer { commands in
            guard let first = commands.baseAddress else { return }
            for number in 0..<commands.count {
                let command = (first + number).pointee
                if command.kind == .cancel {
                    book.cancel(command.order)
                } else {
                    book.add(
                        command.order, side: command.side, price: command.price, quantity: command.quantity
                    ) { _ in trades += 1 }
                }
            }
        }
        return trades
    }
}
