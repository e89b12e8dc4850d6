import Matching

/// One run of an order flow through a new book.
struct BookRun: ~Copyable {
    private let flow: OrderFlow
    private(set) var book: PlainBook
    private(set) var tally = TradeTally()
    /// Commands that named an order that is not open, or an open one as new.
    private(set) var ignored = 0

    init(_ flow: OrderFlow) {
        self.flow = flow
        book = PlainBook(instruments: flow.instruments, expectedOrders: flow.orders)
    }

    /// The commands before those that are timed.
    mutating func fill() { carryOut(0..<flow.fillingCommands) }

    /// The commands that are timed, one after the other.
    mutating func carryOutAll() { carryOut(flow.fillingCommands..<flow.commands.count) }

    /// The same, each timed alone: nanoseconds less those of the clock itself.
    mutating func timeEach() -> [UInt32] {
        let own = Clocks.leastGap()
        var times: [UInt32] = []
        times.reserveCapacity(flow.commands.count - flow.fillingCommands)
        for number in flow.fillingCommands..<flow.commands.count {
            let begin = Clocks.monotonic()
            carryOut(number..<(number + 1))
            times.append(UInt32(clamping: Clocks.monotonic() - begin - own))
        }
        return times
    }

    /// The trades of the commands that would be timed, in order.
    mutating func trades() -> [PlainTrade] {
        var trades: [PlainTrade] = []
        for command in flow.commands[flow.fillingCommands...] {
            if !book.carryOut(command, onTrade: { trades.append($0) }) { ignored += 1 }
        }
        return trades
    }

    private mutating func carryOut(_ numbers: Range<Int>) {
        var (tally, ignored) = (self.tally, self.ignored)
        flow.commands.withUnsafeBufferPointer { commands in
            for number in numbers {
                if !book.carryOut(commands[number], onTrade: { tally.count($0) }) { ignored += 1 }
            }
        }
        (self.tally, self.ignored) = (tally, ignored)
    }
}
