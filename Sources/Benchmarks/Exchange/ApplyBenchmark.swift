/// Runs an order flow through the whole state machine, ledger and log in memory, and through the book alone.
public struct ApplyBenchmark: Sendable {
    private let flow: OrderFlow
    private let repetitions: Int

    /// - Parameter repetitions: how many runs are timed as a whole; at least one.
    public init(_ flow: OrderFlow, repetitions: Int) {
        self.flow = flow
        self.repetitions = max(1, repetitions)
    }

    /// Times the commands after those that fill the book: whole runs, then single commands.
    ///
    /// Throws `OrderFlowProblem` where the exchange cannot take such orders.
    public func run() throws -> ApplyFigures {
        let runs = try (0..<repetitions).map { _ in try timeWhole() }
        return ApplyFigures(
            flow: flow, tally: runs[0].tally, ignored: runs[0].ignored, processor: Samples(runs.map(\.processor)),
            single: Samples(try timeEach()), book: BookBenchmark(flow, repetitions: repetitions).run())
    }

    private struct WholeRun {
        let tally: TradeTally
        let ignored: Int
        /// Nanoseconds of processor time a command.
        let processor: Double
    }

    private var filling: ArraySlice<BookCommand> { flow.commands[..<flow.fillingCommands] }
    private var timed: ArraySlice<BookCommand> { flow.commands[flow.fillingCommands...] }

    private func timeWhole() throws -> WholeRun {
        var exchange = try FlowExchange.open(flow)
        exchange.carryOut(filling)
        let begin = Clocks.thread()
        exchange.carryOut(timed)
        let processor = Double(Clocks.thread() - begin) / Double(max(1, timed.count))
        return WholeRun(tally: exchange.tally, ignored: exchange.ignored, processor: processor)
    }

    private func timeEach() throws -> [UInt32] {
        var exchange = try FlowExchange.open(flow)
        exchange.carryOut(filling)
        let own = Clocks.leastGap()
        var times: [UInt32] = []
        times.reserveCapacity(timed.count)
        for number in timed.indices {
            let begin = Clocks.monotonic()
            exchange.carryOut(timed[number...number])
            times.append(UInt32(clamping: Clocks.monotonic() - begin - own))
        }
        return times.isEmpty ? [0] : times
    }
}
