import Domain
import Matching
import Testing

/// Small batches against brute force, and every proof against its checker.
@Suite struct ClearingTests {
    @Test func smallBatchesAreOptimal() throws {
        print("ClearingTests: 600 problems from seed \(GeneratedProblem.firstSeed)")
        for number in 0..<UInt64(600) {
            let seed = GeneratedProblem.firstSeed &+ number
            let generated = GeneratedProblem(
                seed: seed, offers: Int(1 + number % 3), demands: Int(1 + number % 4), reach: 70,
                mostPrice: [2, 9, 1_000_003][Int(number % 3)], mostQuantity: 3)
            let problem = try generated.problem()
            let clearing = Clearing(optimumOf: problem)
            #expect(clearing.certificate.verify(problem, clearing.fills).isEmpty, "seed \(seed)")
            #expect(clearing.certificate.welfare == Int128(BruteForce.welfare(of: problem)), "seed \(seed)")
            #expect(clearing.certificate.gap == 0 && clearing.isFinished, "seed \(seed)")
        }
    }

    @Test(arguments: [
        (30, 60, Int64(40), Int64(12), Int64(9)), (30, 60, 100, 3, 9), (8, 1_500, 60, 40, 5),
        (60, 1_200, 15, 10_000_000, 900_000),
    ])
    func middleBatchesProveTheirOptimum(
        offers: Int, demands: Int, reach: Int64, mostPrice: Int64, mostQuantity: Int64
    ) throws {
        for number in 0..<UInt64(8) {
            let seed = GeneratedProblem.firstSeed &+ number
            let problem = try GeneratedProblem(
                seed: seed, offers: offers, demands: demands, reach: reach, mostPrice: mostPrice,
                mostQuantity: mostQuantity
            ).problem()
            let clearing = Clearing(optimumOf: problem)
            #expect(clearing.certificate.verify(problem, clearing.fills).isEmpty, "seed \(seed)")
            #expect(clearing.certificate.gap == 0 && clearing.isFinished, "seed \(seed)")
            #expect(clearing.certificate.scale == 1, "seed \(seed)")
        }
    }

    /// However little it may look at, what comes out is feasible and proven as stated.
    @Test func littleEffortGivesAProofToo() throws {
        let problem = try GeneratedProblem(
            seed: GeneratedProblem.firstSeed, offers: 40, demands: 400, reach: 30, mostPrice: 1_000, mostQuantity: 50
        ).problem()
        var last: Int128 = 0
        for arcsMost in [0, 1, 100, 1_000, 5_000, 20_000, 100_000, 1_000_000] {
            let clearing = Clearing(problem, ClearingEffort(arcsMost: arcsMost))
            #expect(clearing.certificate.verify(problem, clearing.fills).isEmpty)
            #expect(clearing.arcsSeen <= arcsMost + 4 * problem.arcs.count)
            last = clearing.certificate.welfare
        }
        #expect(last == Clearing(optimumOf: problem).certificate.welfare)
        #expect(Clearing(problem, ClearingEffort(arcsMost: 0)).fills.isEmpty)
    }

    @Test func aGapThatIsEnoughEndsTheWork() throws {
        let problem = try GeneratedProblem(
            seed: GeneratedProblem.firstSeed, offers: 60, demands: 2_000, reach: 20, mostPrice: 10_000_000,
            mostQuantity: 90_000
        ).problem()
        let optimum = Clearing(optimumOf: problem)
        let effort = ClearingEffort(arcsMost: optimum.arcsSeen, gapMillionths: 1_000)
        let near = Clearing(problem, effort)
        #expect(near.isFinished && near.arcsSeen < optimum.arcsSeen)
        #expect(near.certificate.gapMillionths <= 1_000)
        #expect(near.certificate.verify(problem, near.fills).isEmpty)
        #expect(near.certificate.bound >= optimum.certificate.welfare)
    }

    @Test func theSameProblemGivesTheSameResult() throws {
        let problem = try GeneratedProblem(
            seed: GeneratedProblem.firstSeed, offers: 50, demands: 1_100, reach: 25, mostPrice: 20, mostQuantity: 9
        ).problem()
        let (one, other) = (Clearing(optimumOf: problem), Clearing(optimumOf: problem))
        #expect(one.fills == other.fills)
        #expect(one.certificate == other.certificate)
        #expect(one.arcsSeen == other.arcsSeen)
    }
}
