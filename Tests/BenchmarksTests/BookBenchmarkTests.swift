import Benchmarks
import Foundation
import Matching
import Testing

/// A run of the book says what traded, in one line.
@Suite struct BookBenchmarkTests {
    @Test func countsTheTradesOfTheTimedCommands() throws {
        let figures = BookBenchmark(try OrderFlow(file: "f", binary: BinaryFlow.bytes), repetitions: 2).run()
        // Order 3 sells 3 to order 1 at 91.
        #expect(figures.tally.trades == 1)
        #expect(figures.tally.quantity == 3)
        #expect(figures.tally.hash == Self.folded([(1, 3), (91, 3)]))
        #expect(figures.ignored == 0)
        let fields = try #require(
            try JSONSerialization.jsonObject(with: Data(figures.json.utf8)) as? [String: Any])
        #expect(fields["commands"] as? Int == 5)
        #expect(fields["timed_commands"] as? Int == 4)
        #expect(fields["trade_hash"] as? String == figures.tally.hashText)
        #expect(fields["resting_orders"] as? Int == 1)
        for name in ["ns_per_command", "p50_ns", "p99_ns", "p99_9_ns"] { #expect(fields[name] is NSNumber) }
        #expect((fields["peak_memory_bytes"] as? Int ?? 0) > 0)
        #expect(!figures.json.contains("\n"))
    }

    @Test func countsWhatIsIgnored() {
        let flow = OrderFlow([
            BookCommand(kind: .add, side: .buy, order: 0, price: 5, quantity: 1),
            BookCommand(kind: .add, side: .buy, order: 0, price: 5, quantity: 1),
            BookCommand(kind: .cancel, side: .buy, order: 1),
            BookCommand(kind: .replace, side: .buy, order: 1, price: 5, quantity: 1),
            BookCommand(kind: .reduce, side: .buy, order: 2, quantity: 1),
        ])
        #expect(BookBenchmark(flow, repetitions: 1).run().ignored == 4)
    }

    @Test func aFlowWithoutCommandsHasFigures() {
        #expect(BookBenchmark(OrderFlow([]), repetitions: 1).run().tally == TradeTally())
    }

    /// The hash of the yardsticks, from its definition.
    private static func folded(_ pairs: [(low: UInt64, high: UInt64)]) -> UInt64 {
        pairs.reduce(0xcbf2_9ce4_8422_2325) { hash, pair in
            let mixed = (hash ^ (pair.low | pair.high << 32)) &* 0x9E37_79B9_7F4A_7C15
            return mixed ^ mixed >> 29
        }
    }
}
