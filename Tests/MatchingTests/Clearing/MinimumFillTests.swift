import Domain
import Matching
import Testing

/// Generated batches in which demands have a least fill: small ones against brute force, larger ones against the bound,
/// and every proof against its checker.
@Suite struct MinimumFillTests {
    /// What is not optimal is counted: the search proves no optimum.
    private struct Tally {
        var problems: Int64 = 0
        var optimal: Int64 = 0
        /// Sum of welfare / optimum, in millionths.
        var millionths: Int64 = 0

        mutating func add(_ welfare: Int64, of optimum: Int64) {
            problems += 1
            if welfare == optimum { optimal += 1 }
            millionths += optimum == 0 ? 1_000_000 : welfare * 1_000_000 / optimum
        }
    }

    /// Of 900 problems at least 98 in a hundred at the optimum, and 99.7 % of it on average. Over 20 seeds it was never
    /// less than 99.5 in a hundred, and 99.96 %.
    @Test func smallBatchesComeCloseToBruteForce() throws {
        var tally = Tally()
        for number in 0..<UInt64(900) {
            let seed = GeneratedProblem.firstSeed &+ number
            let problem = try GeneratedProblem(
                seed: seed, offers: Int(1 + number % 3), demands: Int(2 + number % 4),
                reach: [70, 50, 60][Int(number % 3)], mostPrice: [2, 9, 1_000_003][Int(number / 3 % 3)],
                mostQuantity: [5, 4, 3][Int(number % 3)]
            ).withMinimums(percent: [100, 60, 30][Int(number / 9 % 3)], seed: seed).problem()
            let clearing = Clearing(optimumOf: problem)
            let optimum = BruteForce.welfare(of: problem)
            #expect(clearing.certificate.verify(problem, clearing.fills).isEmpty, "seed \(seed)")
            #expect(clearing.certificate.welfare <= Int128(optimum), "seed \(seed)")
            #expect(clearing.certificate.bound >= Int128(optimum) && clearing.isFinished, "seed \(seed)")
            expectTheUnmetAreListed(clearing, problem, "seed \(seed)")
            tally.add(Int64(clearing.certificate.welfare), of: optimum)
        }
        print("MinimumFillTests: \(tally) from seed \(GeneratedProblem.firstSeed)")
        #expect(tally.optimal * 100 >= tally.problems * 98)
        #expect(tally.millionths >= tally.problems * 997_000)
    }

    /// Scarce and plentiful, few prices and many, few and many demands an offer: 98 % of a bound that nothing reaches.
    @Test(arguments: [
        (30, 200, Int64(40), Int64(12), Int64(9)), (60, 300, 15, 10_000_000, 900_000), (20, 600, 30, 100, 20),
        (60, 1_200, 15, 1_000, 40),
    ])
    func middleBatchesComeCloseToTheirBound(
        offers: Int, demands: Int, reach: Int64, mostPrice: Int64, mostQuantity: Int64
    ) throws {
        for number in 0..<UInt64(6) {
            let seed = GeneratedProblem.firstSeed &+ number
            let problem = try GeneratedProblem(
                seed: seed, offers: offers, demands: demands, reach: reach, mostPrice: mostPrice,
                mostQuantity: mostQuantity
            ).withMinimums(percent: 30, seed: seed).problem()
            let clearing = Clearing(optimumOf: problem)
            let proof = clearing.certificate
            #expect(proof.verify(problem, clearing.fills).isEmpty && clearing.isFinished, "seed \(seed)")
            #expect(proof.welfare * 100 >= proof.bound * 98, "seed \(seed): \(proof.welfare) of \(proof.bound)")
            expectTheUnmetAreListed(clearing, problem, "seed \(seed)")
        }
    }

    /// The bound is that of the problem without least fills, so no least fill can pass it.
    @Test func theBoundIsThatOfTheRelaxation() throws {
        let plain = GeneratedProblem(
            seed: GeneratedProblem.firstSeed, offers: 25, demands: 120, reach: 30, mostPrice: 60, mostQuantity: 12)
        let relaxed = Clearing(optimumOf: try plain.problem())
        let whole = Clearing(optimumOf: try plain.withMinimums(percent: 100, seed: 1).problem())
        #expect(whole.certificate.bound == relaxed.certificate.welfare)
        #expect(whole.certificate.welfare <= relaxed.certificate.welfare)
        #expect(relaxed.rejectedInTheMoney.isEmpty && relaxed.curtailedInTheMoney.isEmpty)
    }

    /// Wherever the work ends, in the auction or in the search.
    @Test func littleEffortIsFeasibleToo() throws {
        for number in 0..<UInt64(4) {
            let seed = GeneratedProblem.firstSeed &+ number
            let problem = try GeneratedProblem(
                seed: seed, offers: 20, demands: 120, reach: 40, mostPrice: 1_000, mostQuantity: 50
            ).withMinimums(percent: 60, seed: seed).problem()
            let whole = Clearing(optimumOf: problem)
            for part in 0..<60 {
                let arcsMost = whole.arcsSeen * part / 60
                let clearing = Clearing(problem, ClearingEffort(arcsMost: arcsMost))
                #expect(clearing.certificate.verify(problem, clearing.fills).isEmpty, "seed \(seed), part \(part)")
                #expect(clearing.arcsSeen <= arcsMost + 4 * problem.arcs.count)
            }
            #expect(whole.isFinished)
        }
    }

    @Test func aGapThatIsEnoughEndsTheSearch() throws {
        let problem = try GeneratedProblem(
            seed: GeneratedProblem.firstSeed, offers: 60, demands: 2_000, reach: 20, mostPrice: 10_000_000,
            mostQuantity: 90_000
        ).withMinimums(percent: 30, seed: 3).problem()
        let near = Clearing(problem, ClearingEffort(arcsMost: .max, gapMillionths: 20_000))
        #expect(near.isFinished && near.certificate.gapMillionths <= 20_000)
        #expect(near.certificate.verify(problem, near.fills).isEmpty)
        #expect(near.arcsSeen < Clearing(optimumOf: problem).arcsSeen)
    }

    @Test func theSameProblemGivesTheSameResult() throws {
        let problem = try GeneratedProblem(
            seed: GeneratedProblem.firstSeed, offers: 50, demands: 1_100, reach: 25, mostPrice: 20, mostQuantity: 9
        ).withMinimums(percent: 40, seed: 4).problem()
        let (one, other) = (Clearing(optimumOf: problem), Clearing(optimumOf: problem))
        #expect(one.fills == other.fills && one.arcsSeen == other.arcsSeen)
        #expect(one.certificate == other.certificate)
        #expect(one.rejectedInTheMoney == other.rejectedInTheMoney)
    }

    /// By what each demand got and could have had, from the problem and the posted prices alone.
    private func expectTheUnmetAreListed(_ clearing: Clearing, _ problem: ClearingProblem, _ comment: Comment) {
        var (rejected, curtailed): ([Int32], [Int32]) = ([], [])
        for demand in problem.demands.indices {
            let wants = problem.demands[demand]
            let got = clearing.fills.filter { Int($0.demand) == demand }.reduce(0) { $0 + $1.quantity.milli }
            let cheapest = problem.arcs[problem.arcStarts[demand]..<problem.arcStarts[demand + 1]].map {
                (problem.offers[Int($0.offer)].ask.microYuan + $0.tariff.microYuan) * clearing.certificate.scale
                    + clearing.certificate.shadowPrices[Int($0.offer)]
            }.min()
            guard got < wants.quantity.milli, let cheapest else { continue }
            guard cheapest < wants.limit.microYuan * clearing.certificate.scale else { continue }
            if got == 0 { rejected.append(Int32(demand)) } else { curtailed.append(Int32(demand)) }
        }
        #expect(clearing.rejectedInTheMoney == rejected, comment)
        #expect(clearing.curtailedInTheMoney == curtailed, comment)
    }
}
