import Domain
import Matching
import Testing

/// Nominal subsidy decides among allocations of equal welfare, and never against welfare.
@Suite struct SubsidyTieTests {
    private func proven(_ problem: HourlyProblem) -> HourlyClearing {
        let clearing = HourlyClearing(problem)
        #expect(clearing.certificate.verify(problem, clearing.fills).isEmpty)
        return clearing
    }

    /// One window, small prices, so that there are many ties: brute force over all allocations.
    @Test(arguments: [Int64(0), 50])
    func asMuchAsBruteForceFinds(minimums: Int64) throws {
        var (proofs, moved, short) = (0, 0, 0)
        for number in 0..<UInt64(400) {
            let seed = GeneratedProblem.firstSeed &+ number
            let batch = GeneratedHours(
                seed: seed, offers: Int(1 + number % 4), demands: Int(2 + number % 4), hours: 1,
                mostPrice: [2, 3, 9][Int(number / 3 % 3)], minimums: minimums, subsidised: 60)
            let problem = try batch.problem()
            let clearing = proven(problem)
            let optimum = HourlyBruteForce.optimum(of: batch)
            guard !problem.rates.isEmpty else { continue }
            guard let tie = clearing.certificate.tie else {
                #expect(minimums > 0, "seed \(seed): a batch without least fills is proven")
                continue
            }
            proofs += 1
            #expect(clearing.certificate.welfare == Int128(optimum.welfare), "seed \(seed)")
            #expect(tie.subsidy <= Int128(optimum.subsidy) && Int128(optimum.subsidy) <= tie.bound, "seed \(seed)")
            if minimums == 0 {
                #expect(tie.subsidy == Int128(optimum.subsidy) && tie.subsidy == tie.bound, "seed \(seed)")
            }
            if tie.subsidy < tie.bound { short += 1 }
            let without = HourlyClearing(
                try HourlyProblem(
                    offers: cells(of: problem), demands: problem.demands, arcs: arcs(of: problem)))
            if without.fills != clearing.fills { moved += 1 }
        }
        print("SubsidyTieTests: \(proofs) proofs, \(moved) other allocations, \(short) short of the bound")
        #expect(proofs > 100 && moved > 20)
    }

    private func cells(of problem: HourlyProblem) -> [[HourlyProblem.Cell]] {
        zip(problem.cellStarts, problem.cellStarts.dropFirst()).map { Array(problem.cells[$0..<$1]) }
    }

    private func arcs(of problem: HourlyProblem) -> [[ClearingProblem.Arc]] {
        zip(problem.arcStarts, problem.arcStarts.dropFirst()).map { Array(problem.arcs[$0..<$1]) }
    }

    /// Offers at 2 and 2, of which the second has a subsidy for the second demand; each wants one.
    private func pair(rates: [[Int64]], limit: Int64 = 5) throws -> HourlyProblem {
        try HourlyProblem(
            offers: [[.over(0, 1, 1, sum: 2)], [.over(0, 1, 1, sum: 2)]],
            demands: [.over(0, 1, 1, at: 5), .over(0, 1, 1, at: limit)],
            arcs: [[.of(0), .of(1)], [.of(0), .of(1)]], rates: rates)
    }

    private func offers(_ clearing: HourlyClearing) -> [[Int32]] { clearing.fills.map { [$0.demand, $0.offer] } }

    @Test func whoeverHasItIsServedThere() throws {
        let crossed = proven(try pair(rates: [[0, 3_000], [0, 0]]))
        #expect(offers(crossed) == [[0, 1], [1, 0]])
        #expect(crossed.certificate.tie?.subsidy == 6_000 && crossed.certificate.tie?.bound == 6_000)
        let straight = proven(try pair(rates: [[3_000, 0], [0, 0]]))
        #expect(offers(straight) == [[0, 0], [1, 1]])
        let both = proven(try pair(rates: [[3_000, 5_000], [2_000, 5_000]]))
        #expect(offers(both) == [[0, 0], [1, 1]] && both.certificate.tie?.subsidy == 16_000)
        #expect(proven(try pair(rates: [[0, 0], [0, 0]])).certificate.tie == nil)
    }

    /// One unit for two demands that gain the same: the one with a subsidy has it, though it came later. A micro-yuan more
    /// of welfare counts for more than any subsidy.
    @Test func itCountsForLessThanWelfare() throws {
        let one = { (limit: Int64) in
            try HourlyProblem(
                offers: [[.over(0, 1, 1, sum: 2)]], demands: [.over(0, 1, 1, at: limit), .over(0, 1, 1, at: 5)],
                arcs: [[.of(0)], [.of(0)]], rates: [[0], [9_000]])
        }
        #expect(offers(proven(try one(5))) == [[1, 0]])
        #expect(offers(proven(try one(6))) == [[0, 0]])
    }

    /// Who gains nothing may be served or not: a subsidy decides.
    @Test func whoGainsNothingIsServedForIt() throws {
        let problem = { (rate: Int64) in
            try HourlyProblem(
                offers: [[.over(0, 1, 2, sum: 5)]], demands: [.over(0, 1, 1, at: 5), .over(0, 1, 2, at: 6)],
                arcs: [[.of(0)], [.of(0)]], rates: [[rate], [0]])
        }
        let clearing = proven(try problem(4_000))
        #expect(offers(clearing) == [[1, 0]] && clearing.certificate.welfare == 2)
        let free = try HourlyProblem(
            offers: [[.over(0, 1, 3, sum: 5)]], demands: [.over(0, 1, 1, at: 5), .over(0, 1, 2, at: 6)],
            arcs: [[.of(0)], [.of(0)]], rates: [[4_000], [0]])
        #expect(offers(proven(free)) == [[0, 0], [1, 0]])
    }

    /// Two who gain the same where they gain, but of whom one alone may have the other offer: that is not shared.
    @Test func whoMayNotHaveItSharesNoneOfIt() throws {
        let problem = try HourlyProblem(
            offers: [[.over(0, 1, 1, sum: 2)], [.over(0, 1, 1, sum: 5)]],
            demands: [.over(0, 1, 1, at: 5), .over(0, 1, 1, at: 5)],
            arcs: [[.of(0), .of(1)], [.of(0), .of(1, tariff: 1)]], rates: [[0, 3_000], [0, 3_000]])
        let clearing = proven(problem)
        #expect(offers(clearing) == [[0, 1], [1, 0]])
        #expect(clearing.certificate.tie?.subsidy == 15_000 && clearing.certificate.tie?.bound == 15_000)
    }

    /// With windows of their own equal welfare is decided by the search, without a proof of it.
    @Test func hoursAreDecidedByTheSearch() throws {
        let cells = [0, 1].map { _ in [HourlyProblem.Cell.over(0, 1, 1, sum: 2), .over(1, 2, 1, sum: 2)] }
        let problem = try HourlyProblem(
            offers: cells, demands: [.over(0, 2, 1, at: 5), .over(0, 1, 1, at: 5)],
            arcs: [[.of(0), .of(1)], [.of(0), .of(1)]], rates: [[0, 3_000], [3_000, 0]])
        let clearing = proven(problem)
        #expect(offers(clearing) == [[0, 1], [1, 0]] && clearing.certificate.tie == nil)
    }

    @Test func theCheckerSeesAWrongTie() throws {
        let problem = try pair(rates: [[0, 3_000], [0, 0]])
        let clearing = HourlyClearing(problem)
        let right = try #require(clearing.certificate.tie)
        let faults = { (subsidy: Int128, bound: Int128, prices: [Int128]) in
            clearing.certificate.with(SubsidyProof(subsidy: subsidy, bound: bound, prices: prices))
                .verify(problem, clearing.fills)
        }
        #expect(faults(right.subsidy, right.bound, right.prices).isEmpty)
        #expect(faults(right.subsidy + 1, right.bound, right.prices) == [.tieWrong])
        #expect(faults(right.subsidy, right.bound - 1, right.prices) == [.tieWrong])
        #expect(faults(right.subsidy, right.bound, []) == [.tieWrong])
        #expect(faults(right.subsidy, right.bound, [1 << 100, 0]) == [.tieWrong])
        // A welfare that no sum may be made with is refused before it is.
        let vast = BatchProof(
            welfare: .max, bound: .max, gap: 0, shadowPrices: clearing.certificate.shadowPrices,
            boundPrices: clearing.certificate.boundPrices, scale: clearing.certificate.scale, tie: right)
        #expect(vast.verify(problem, clearing.fills) == [.welfareWrong, .boundWrong])
        // Bound prices that leave a gap prove nothing of ties.
        let certificate = clearing.certificate
        let loose = BatchProof(
            welfare: certificate.welfare, bound: certificate.bound + 2, gap: 2,
            shadowPrices: certificate.shadowPrices,
            boundPrices: certificate.boundPrices.map { $0 + 4 * certificate.scale },
            scale: certificate.scale, tie: right)
        #expect(loose.verify(problem, clearing.fills) == [.tieWrong])
    }
}
