import Matching

/// Runs an order flow through the type that rests offers and demands in the market, again and again.
public struct BookBenchmark: Sendable {
    private let flow: OrderFlow
    private let repetitions: Int

    /// - Parameter repetitions: how many runs are timed as a whole; at least one.
    public init(_ flow: OrderFlow, repetitions: Int) {
        self.flow = flow
        self.repetitions = max(1, repetitions)
    }

    /// Times the commands after those that fill the book: whole runs, then single commands.
    public func run() -> BookFigures {
        let runs = (0..<repetitions).map { _ in timeWhole() }
        return BookFigures(
            flow: flow, tally: runs[0].tally, ignored: runs[0].ignored, processor: Samples(runs.map(\.processor)),
            elapsed: Samples(runs.map(\.elapsed)), single: Samples(timeEach()), texts: texts())
    }

    /// Nanoseconds of processor time a command: the least of the runs.
    func processorTime() -> Int { Int(Samples((0..<repetitions).map { _ in timeWhole().processor }).least.rounded()) }

    private struct WholeRun {
        let tally: TradeTally
        let ignored: Int
        /// Nanoseconds a command.
        let processor: Double
        let elapsed: Double
    }

    private func timeWhole() -> WholeRun {
        let count = Double(max(1, flow.commands.count - flow.fillingCommands))
        var run = BookRun(flow)
        run.fill()
        let (processorBegin, begin) = (Clocks.thread(), Clocks.monotonic())
        run.carryOutAll()
        let elapsed = Double(Clocks.monotonic() - begin) / count
        let processor = Double(Clocks.thread() - processorBegin) / count
        return WholeRun(tally: run.tally, ignored: run.ignored, processor: processor, elapsed: elapsed)
    }

    private func timeEach() -> [UInt32] {
        var run = BookRun(flow)
        run.fill()
        let times = run.timeEach()
        return times.isEmpty ? [0] : times
    }

    private func texts() -> BookTexts {
        var run = BookRun(flow)
        run.fill()
        let trades = run.trades()
        return BookTexts(flow: flow, trades: trades, book: run.book)
    }
}
