import Matching
import TransparencyLog

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
        let count = max(1, flow.commands.count - flow.fillingCommands)
        var (processor, elapsed): ([Double], [Double]) = ([], [])
        var outcome: (tally: TradeTally, ignored: Int) = (TradeTally(), 0)
        for _ in 0..<repetitions {
            var run = BookRun(flow)
            run.fill()
            let (processorBegin, begin) = (Clocks.thread(), Clocks.monotonic())
            run.carryOutAll()
            elapsed.append(Double(Clocks.monotonic() - begin) / Double(count))
            processor.append(Double(Clocks.thread() - processorBegin) / Double(count))
            outcome = (run.tally, run.ignored)
        }
        return BookFigures(
            flow: flow, tally: outcome.tally, ignored: outcome.ignored, processor: Samples(processor),
            elapsed: Samples(elapsed), single: Samples(timeEach()), texts: texts())
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
