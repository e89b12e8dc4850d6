import Benchmarks
import Foundation
import Matching
import Testing

/// Order flow through the whole state machine trades as the book alone does, and its journal gives the state back.
@Suite struct ExchangeBenchmarkTests {
    @Test func theExchangeTradesAsTheBook() throws {
        let flow = Self.flow(seed: 11, commands: 1_500, instruments: 3)
        let figures = try ApplyBenchmark(flow, repetitions: 1).run()
        let book = BookBenchmark(flow, repetitions: 1).run()
        #expect(figures.tally == book.tally)
        #expect(figures.ignored == book.ignored)
        #expect(figures.tally.trades > 200 && figures.ignored > 20)
        let fields = try #require(
            try JSONSerialization.jsonObject(with: Data(figures.json.utf8)) as? [String: Any])
        #expect(fields["trade_hash"] as? String == figures.tally.hashText)
        #expect(fields["same_as_book"] as? Bool == true)
        for name in ["ns_per_command", "p50_ns", "p99_ns", "book_ns_per_command", "times_book"] {
            #expect((fields[name] as? Double ?? 0) > 0, "\(name)")
        }
        #expect(!figures.json.contains("\n"))
    }

    @Test func aPlainJournalGivesItsState() throws {
        try check(try ReplayBenchmark(plain: Self.flow(seed: 12, commands: 400, instruments: 2)).run(), "plain")
    }

    @Test func aRichJournalGivesItsState() throws {
        try check(try ReplayBenchmark(richMarket: 1, offers: 300, demands: 200).run(), "rich")
    }

    @Test func whatNoOfferCanHaveIsRefused() {
        let flow = OrderFlow([BookCommand(kind: .add, side: .buy, order: 0, price: 10_000_000_001, quantity: 1)])
        #expect(throws: OrderFlowProblem.self) { try ApplyBenchmark(flow, repetitions: 1).run() }
    }

    private func check(_ figures: ReplayFigures, _ market: String) throws {
        #expect(figures.isSame && figures.fills > 50)
        let fields = try #require(
            try JSONSerialization.jsonObject(with: Data(figures.json.utf8)) as? [String: Any])
        #expect(fields["market"] as? String == market)
        #expect(fields["records"] as? Int == figures.records)
        for name in [
            "folded_per_second", "decided_per_second", "fold_ns", "state_hash_ns", "snapshot_ns", "restore_ns",
            "snapshot_bytes",
        ] {
            #expect((fields[name] as? Int ?? 0) > 0, "\(name)")
        }
    }

    /// Every kind of command around one price, some of them naming what is not open.
    private static func flow(seed: UInt64, commands: Int, instruments: UInt16) -> OrderFlow {
        var state = seed
        func below(_ bound: UInt64) -> Int64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64((state >> 33) % bound)
        }
        var instrumentOf: [UInt16] = []
        let made = (0..<commands).map { _ in
            let (known, side) = (Int32(instrumentOf.count), below(2) == 0 ? BookSide.buy : .sell)
            let (price, quantity) = (95 + below(11), 1 + below(9))
            let choice = known == 0 ? 0 : below(20)
            if choice < 11 {
                instrumentOf.append(UInt16(below(UInt64(instruments))))
                return BookCommand(
                    kind: choice < 10 ? .add : .immediateOrCancel, side: side, instrument: instrumentOf[Int(known)],
                    order: known, price: price, quantity: quantity)
            }
            let order = Int32(below(UInt64(known)))
            let kind: BookCommand.Kind = choice < 16 ? .cancel : choice < 18 ? .replace : .reduce
            return BookCommand(
                kind: kind, side: side, instrument: instrumentOf[Int(order)], order: order, price: price,
                quantity: quantity)
        }
        return OrderFlow(made)
    }
}
