import Domain
import Matching
import Testing

/// Generated batches by hour: small ones against brute force, larger ones against their bound, every proof against its
/// checker.
@Suite struct HourlyClearingTests {
    /// What is not optimal is counted: the search proves no optimum.
    private struct Tally {
        var problems: Int64 = 0
        var optimal: Int64 = 0
        /// Sum of welfare / optimum, in millionths.
        var millionths: Int64 = 0
    }

    private func tally(minimums: Int64, choosing: Int64) throws -> Tally {
        var tally = Tally()
        for number in 0..<UInt64(300) {
            let seed = GeneratedProblem.firstSeed &+ number
            let batch = GeneratedHours(
                seed: seed, offers: Int(1 + number % 3), demands: Int(2 + number % 4), hours: Int64(2 + number % 5),
                mostPrice: [2, 9, 1_000_003][Int(number / 3 % 3)], mostQuantity: choosing > 0 ? 2 : 3,
                minimums: minimums, choosing: choosing)
            let problem = try batch.problem()
            let clearing = HourlyClearing(problem)
            let optimum = HourlyBruteForce.welfare(of: batch)
            let proof = clearing.certificate
            #expect(proof.verify(problem, clearing.fills).isEmpty, "seed \(seed)")
            #expect(proof.welfare <= Int128(optimum) && Int128(optimum) <= proof.bound, "seed \(seed)")
            #expect(clearing.isFinished, "seed \(seed)")
            tally.problems += 1
            if proof.welfare == Int128(optimum) { tally.optimal += 1 }
            tally.millionths += optimum == 0 ? 1_000_000 : Int64(proof.welfare) * 1_000_000 / optimum
        }
        print("HourlyClearingTests: \(tally) from seed \(GeneratedProblem.firstSeed)")
        return tally
    }

    @Test(arguments: [Int64(0), 50], [Int64(0), 60])
    func smallBatchesComeCloseToBruteForce(minimums: Int64, choosing: Int64) throws {
        let tally = try tally(minimums: minimums, choosing: choosing)
        #expect(tally.optimal * 100 >= tally.problems * 93)
        #expect(tally.millionths >= tally.problems * 990_000)
    }

    /// Against a bound that whole units may not reach; scripts/bench-clear compares with HiGHS.
    @Test(arguments: [Int64(0), 30], [Int64(0), 50])
    func middleBatchesComeCloseToTheirBound(minimums: Int64, choosing: Int64) throws {
        for number in 0..<UInt64(choosing > 0 ? 1 : 3) {
            let seed = GeneratedProblem.firstSeed &+ number
            let problem = try GeneratedHours(
                seed: seed, offers: 20, demands: 150, hours: choosing > 0 ? 24 : 48, reach: 30, mostPrice: 1_000,
                mostQuantity: 12,
                minimums: minimums, choosing: choosing
            ).problem()
            let clearing = HourlyClearing(problem)
            let proof = clearing.certificate
            #expect(proof.verify(problem, clearing.fills).isEmpty, "seed \(seed)")
            // With an arc for each placement the search may come to the bound on its work first.
            #expect(clearing.isFinished || choosing > 0, "seed \(seed)")
            let part = minimums == 0 ? 95 : 85
            #expect(
                proof.welfare * 100 >= proof.bound * Int128(part), "seed \(seed): \(proof.welfare) of \(proof.bound)")
            let again = HourlyClearing(problem)
            #expect(again.fills == clearing.fills && again.certificate == proof, "the same each time")
        }
    }

    /// Cells say how hours are cut, not what is sold.
    @Test func howHoursAreCutChangesNoProof() throws {
        for number in 0..<UInt64(20) {
            let batch = GeneratedHours(
                seed: GeneratedProblem.firstSeed &+ number, offers: 3, demands: 6, hours: 6, mostPrice: 100)
            let (merged, single) = (try batch.problem(), try batch.problem(merging: false))
            let clearing = HourlyClearing(merged)
            #expect(clearing.certificate.verify(merged, clearing.fills).isEmpty)
            let prices = { (prices: [Int64]) in
                (0..<merged.cellStarts.count - 1).flatMap { offer in
                    (merged.cellStarts[offer]..<merged.cellStarts[offer + 1]).flatMap { cell in
                        [Int64](repeating: prices[cell], count: Int(merged.cells[cell].window.hours))
                    }
                }
            }
            let proof = clearing.certificate
            let hourly = BatchProof(
                welfare: proof.welfare, bound: proof.bound, gap: proof.gap, shadowPrices: prices(proof.shadowPrices),
                boundPrices: prices(proof.boundPrices), scale: proof.scale)
            #expect(hourly.verify(single, clearing.fills).isEmpty)
        }
    }

    /// However little it may look at, what comes out is feasible and proven as stated.
    @Test func littleEffortGivesAProofToo() throws {
        let problem = try GeneratedHours(
            seed: GeneratedProblem.firstSeed, offers: 10, demands: 80, hours: 24, reach: 40, mostPrice: 1_000,
            mostQuantity: 9, minimums: 30
        ).problem()
        var last: Int128 = 0
        for arcsMost in [0, 1, 1_000, 30_000, 300_000, 100_000_000] {
            let clearing = HourlyClearing(problem, ClearingEffort(arcsMost: arcsMost))
            #expect(clearing.certificate.verify(problem, clearing.fills).isEmpty)
            last = clearing.certificate.welfare
        }
        #expect(last > 0 && HourlyClearing(problem, ClearingEffort(arcsMost: 0)).fills.isEmpty)
    }
}
