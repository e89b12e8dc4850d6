import Domain
import Matching
import Testing

/// Generated batches in which demands have a least fill: small ones against brute force, and every proof against its
/// checker.
@Suite struct MinimumFillTests {
    /// What is not optimal is counted: the search is a heuristic.
    private struct Tally {
        var problems: Int64 = 0
        var optimal: Int64 = 0
        /// Sum of welfare / optimum, in millionths.
        var millionths: Int64 = 0
        var worst: Int64 = 1_000_000

        mutating func add(_ welfare: Int64, of optimum: Int64) {
            let ratio = optimum == 0 ? 1_000_000 : welfare * 1_000_000 / optimum
            problems += 1
            if welfare == optimum { optimal += 1 }
            millionths += ratio
            worst = min(worst, ratio)
        }
    }

    @Test func smallBatchesComeCloseToBruteForce() throws {
        var tally = Tally()
        for number in 0..<UInt64(900) {
            let seed = GeneratedProblem.firstSeed &+ number
            let problem = try GeneratedProblem(
                seed: seed, offers: Int(1 + number % 3), demands: Int(2 + number % 4),
                reach: [70, 50, 60][Int(number % 3)],
                mostPrice: [2, 9, 1_000_003][Int(number / 3 % 3)], mostQuantity: [5, 4, 3][Int(number % 3)]
            ).withMinimums(percent: [100, 60, 30][Int(number / 9 % 3)], seed: seed).problem()
            let clearing = Clearing(optimumOf: problem)
            let optimum = BruteForce.welfare(of: problem)
            #expect(clearing.certificate.verify(problem, clearing.fills).isEmpty, "seed \(seed)")
            #expect(clearing.certificate.welfare <= Int128(optimum), "seed \(seed)")
            #expect(clearing.certificate.bound >= Int128(optimum) && clearing.isFinished, "seed \(seed)")
            tally.add(Int64(clearing.certificate.welfare), of: optimum)
        }
        print("MinimumFillTests: \(tally) from seed \(GeneratedProblem.firstSeed)")
        #expect(tally.optimal * 100 >= tally.problems * 95)
        #expect(tally.millionths >= tally.problems * 990_000)
    }
}
