import Benchmarks
import Foundation
import Testing

/// The generated market of many classes, and what a run of it says in one line.
@Suite struct MarketBenchmarkTests {
    @Test func theSameSeedTradesTheSame() throws {
        let (first, again, other) = (try figures(seed: 7), try figures(seed: 7), try figures(seed: 8))
        for name in ["fills", "filled_milli", "demands_at_rest", "offer_classes", "compatible_classes_p99"] {
            #expect(first[name] as? Int == again[name] as? Int, "\(name)")
        }
        #expect(first["filled_milli"] as? Int != other["filled_milli"] as? Int)
    }

    /// Offers of a type that nobody asks for change no trade; much is filled, and not all.
    @Test func offersThatNobodyAsksForChangeNothing() throws {
        let figures = try figures(seed: 7)
        #expect(figures["same_trades"] as? Bool == true)
        #expect(try number("fills", figures) > 100)
        #expect(try number("demands_at_rest", figures) > 10)
    }

    /// A demand for any accelerator in the nation meets most classes, the one in the middle few.
    @Test func classesAreCounted() throws {
        let figures = try figures(seed: 7)
        let classes = try number("offer_classes", figures)
        #expect(classes > 1_000)
        #expect(try number("compatible_classes_p99", figures) <= classes)
        #expect(try number("compatible_classes_p99", figures) > 10 * number("compatible_classes_p50", figures))
        #expect(try number("compatible_classes_p50", figures) > 0)
    }

    private func figures(seed: UInt64) throws -> [String: Any] {
        let line = try MarketBenchmark(seed: seed, offers: 2_000, demands: 1_000).run().json
        #expect(!line.contains("\n"))
        return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    private func number(_ name: String, _ figures: [String: Any]) throws -> Int {
        try #require(figures[name] as? Int, "\(name)")
    }
}
