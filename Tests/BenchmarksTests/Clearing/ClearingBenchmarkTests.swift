import Benchmarks
import Domain
import Foundation
import Matching
import Testing

/// A file of a generated batch, byte by byte, and what is printed of it.
@Suite struct ClearingBenchmarkTests {
    /// One offer of 10 at 100; demands of 6 at 150 and 8 at 140, tariffs 3 and 0.
    private static let bytes: [UInt8] = {
        var bytes = Array("ALOC0001".utf8)
        func append<Number: FixedWidthInteger>(_ numbers: [Number]) {
            for number in numbers { withUnsafeBytes(of: number.littleEndian) { bytes += $0 } }
        }
        append([Int64(1), 2, 2])
        append([Int32(10), 100, 6, 8, 150, 140])
        append([Int64(0), 1, 2])
        append([Int32(0), 0, 3, 0])
        return bytes
    }()

    @Test func readsAndClearsAFile() throws {
        let problem = try ClearingFile.problem(file: "f", bytes: Self.bytes)
        #expect(problem.offers.map(\.ask.microYuan) == [100])
        #expect(problem.demands.map(\.quantity.milli) == [6, 8])
        #expect(problem.arcs.map(\.tariff.microYuan) == [3, 0])
        let figures = ClearingBenchmark(problem, repetitions: 2).run()
        #expect(figures.faults.isEmpty)
        let fields = try #require(
            try JSONSerialization.jsonObject(with: Data(figures.json.utf8)) as? [String: Any])
        #expect(fields["welfare"] as? Int == 6 * 47 + 4 * 40)
        #expect(fields["dual_bound"] as? Int == 6 * 47 + 4 * 40)
        #expect(fields["gap"] as? Int == 0)
        #expect(fields["certificate_holds"] as? Bool == true)
        for name in ["seconds", "seconds_elapsed", "peak_memory_bytes"] { #expect(fields[name] is NSNumber) }
        #expect(!figures.json.contains("\n"))
    }

    /// The first demand is always among them, the second where it is more than 61 of a hundred: 2654435761 / 2³² = 0.618.
    @Test(arguments: [(0, [0, 0]), (1, [6, 0]), (61, [6, 0]), (62, [6, 8]), (100, [6, 8])])
    func someDemandsAreAllOrNone(percent: Int, minimums: [Int64]) throws {
        let problem = try ClearingFile.problem(file: "f", bytes: Self.bytes, allOrNonePercent: percent)
        #expect(problem.demands.map(\.minimum.milli) == minimums)
        let figures = ClearingBenchmark(problem, repetitions: 1).run()
        #expect(figures.faults.isEmpty)
        let fields = try #require(
            try JSONSerialization.jsonObject(with: Data(figures.json.utf8)) as? [String: Any])
        #expect(fields["minimums"] as? Int == minimums.count { $0 > 0 })
        // Both whole do not fit.
        #expect(fields["welfare"] as? Int == (percent < 62 ? 6 * 47 + 4 * 40 : 8 * 40))
        #expect(fields["rejected_in_the_money"] as? Int == (percent < 62 ? 0 : 1))
    }

    /// Windows, capacities and asks as scripts/hourly_yardstick.py draws them for these numbers, over two days.
    @Test func spreadsWindowsOverHours() throws {
        let problem = try ClearingFile.hourlyProblem(file: "f", bytes: Self.bytes, hours: 48, allOrNonePercent: 50)
        #expect(problem.demands.map { [$0.window.start, $0.window.end] } == [[9, 11], [32, 33]])
        #expect(problem.demands.map(\.minimum.milli) == [6, 0])
        #expect(problem.cells.map(\.capacity.milli) == [10, 5, 5])
        #expect(problem.cells.map(\.askSum) == [200, 2_100, 100])
        let figures = ClearingBenchmark(problem, repetitions: 1).run()
        #expect(figures.faults.isEmpty)
        let fields = try #require(
            try JSONSerialization.jsonObject(with: Data(figures.json.utf8)) as? [String: Any])
        #expect(fields["welfare"] as? Int == 2 * 6 * 47 + 5 * 40)
        #expect(fields["certificate_holds"] as? Bool == true)
    }

    @Test func refusesWhatIsNoBatch() {
        func text(_ bytes: [UInt8]) -> String? {
            do throws(ClearingFileProblem) {
                _ = try ClearingFile.problem(file: "f", bytes: bytes)
                return nil
            } catch { return error.description }
        }
        #expect(text([])?.hasPrefix("f: has no header") == true)
        #expect(text(Self.bytes + [0])?.hasPrefix("f: is not as long") == true)
        #expect(text(Self.bytes.dropLast())?.hasPrefix("f: is not as long") == true)
        var tooMany = Self.bytes
        tooMany[15] = 0x7F
        #expect(text(tooMany)?.hasPrefix("f: is not as long") == true)
        var beyond = Self.bytes
        beyond[80] = 9
        #expect(text(beyond)?.hasPrefix("f: is refused: arcOutOfRange") == true)
        #expect(throws: ClearingFileProblem.self) { try ClearingFile.problem(path: "/nonexistent") }
    }
}
