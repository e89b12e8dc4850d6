import Domain
import Matching
import Testing

/// Least fills at the edge of what there can be, by hand.
@Suite struct MinimumFillEdgeTests {
    @Test func aMinimumOfNothingChangesNothing() throws {
        let plain = try proven([.of(5, at: 1)], [.of(9, at: 4)], [[.of(0)]])
        #expect(plain.lines == ["D0 5 O0"] && plain.certificate.boundPrices == plain.certificate.shadowPrices)
        // A demand of nothing, whole, is filled with nothing.
        #expect(try proven([.of(5, at: 1)], [.of(0, at: 4, minimum: 0)], [[.of(0)]]).fills.isEmpty)
    }

    @Test func moreThanAllItsOffersHave() throws {
        let clearing = try proven(
            [.of(5, at: 1), .of(3, at: 2)], [.of(10, at: 9, minimum: 9), .of(4, at: 3)], [[.of(0), .of(1)], [.of(1)]])
        #expect(clearing.lines == ["D1 3 O1"])
        #expect(clearing.rejectedInTheMoney == [0] && clearing.curtailedInTheMoney.isEmpty)
    }

    @Test func exactlyWhatItsOffersHave() throws {
        let clearing = try proven([.of(5, at: 1), .of(3, at: 2)], [.of(10, at: 9, minimum: 8)], [[.of(0), .of(1)]])
        #expect(clearing.lines == ["D0 5 O0", "D0 3 O1"])
        #expect(clearing.certificate.gap == 0)
    }

    @Test func ofTwoThatDoNotBothFitTheMoreValuableIsIn() throws {
        let clearing = try proven([.of(10, at: 5)], [.whole(8, at: 10), .whole(9, at: 11)], [[.of(0)], [.of(0)]])
        #expect(clearing.lines == ["D1 9 O0"])
        #expect(clearing.rejectedInTheMoney == [0])
        let larger = try proven([.of(10, at: 5)], [.whole(4, at: 11), .whole(9, at: 10)], [[.of(0)], [.of(0)]])
        #expect(larger.lines == ["D1 9 O0"])
    }

    /// Equal in everything: who came first is in.
    @Test func allAlike() throws {
        let clearing = try proven(
            [.of(10, at: 5), .of(4, at: 5)], Array(repeating: .whole(4, at: 9), count: 5),
            Array(repeating: [.of(0), .of(1)], count: 5))
        #expect(clearing.fills.reduce(into: Set<Int32>()) { $0.insert($1.demand) } == [0, 1, 2])
        #expect(clearing.certificate.welfare == 3 * 4 * 4)
        #expect(clearing.rejectedInTheMoney == [3, 4])
    }

    /// A demand without a least fill makes room at a loss to itself that is less than the other's gain; it is told.
    @Test func whoCanBePartedMakesRoom() throws {
        let clearing = try proven([.of(10, at: 0)], [.of(3, at: 6), .whole(10, at: 5)], [[.of(0)], [.of(0)]])
        #expect(clearing.lines == ["D1 10 O0"])
        #expect(clearing.certificate.shadowPrices == [5] && clearing.certificate.boundPrices == [5])
        #expect(clearing.rejectedInTheMoney == [0])
        let partly = try proven([.of(10, at: 0)], [.of(3, at: 6), .whole(8, at: 5)], [[.of(0)], [.of(0)]])
        #expect(partly.lines == ["D0 2 O0", "D1 8 O0"])
        #expect(partly.rejectedInTheMoney.isEmpty && partly.curtailedInTheMoney == [0])
    }

    /// A unit at the limit gains nothing, but without it the order would not be whole; a dearer one is not taken.
    @Test func anOrderIsCompletedAtItsLimitButNotBeyond() throws {
        let offers: [ClearingProblem.Offer] = [.of(3, at: 5), .of(3, at: 9)]
        #expect(try proven(offers, [.whole(5, at: 9)], [[.of(0), .of(1)]]).lines == ["D0 3 O0", "D0 2 O1"])
        let beyond = try proven(offers, [.whole(5, at: 8)], [[.of(0), .of(1)]])
        #expect(beyond.fills.isEmpty && beyond.rejectedInTheMoney == [0])
    }

    @Test func aLeastFillTakesNoMoreThanGains() throws {
        let clearing = try proven(
            [.of(10, at: 0)], [.of(9, at: 3, minimum: 4), .of(8, at: 5)], [[.of(0)], [.of(0)]])
        #expect(clearing.lines == ["D0 4 O0", "D1 6 O0"])
        #expect(clearing.certificate.welfare == 4 * 3 + 6 * 5)
    }

    @Test func theLargestNumbersThereAre() throws {
        let (most, dearest) = (Quantity.mostMilli, UnitPrice.mostMicroYuan)
        let clearing = try proven(
            [.of(most, at: 0), .of(most - 1, at: 0)], Array(repeating: .whole(most, at: dearest), count: 3),
            Array(repeating: [.of(0), .of(1)], count: 3))
        #expect(clearing.certificate.welfare == Int128(most) * Int128(dearest))
        #expect(clearing.fills.allSatisfy { $0.demand == 0 })
    }

    @Test(arguments: [Int64(-1), 6, .max]) func minimumsOutOfRangeAreRefused(minimum: Int64) {
        #expect(throws: ClearingRefusal.minimumOutOfRange(1)) {
            try ClearingProblem(
                offers: [], demands: [.of(5, at: 1, minimum: 5), .of(5, at: 1, minimum: minimum)], arcs: [[], []])
        }
    }

    @Test func theCheckerFindsAPartBelowTheMinimum() throws {
        let problem = try ClearingProblem(
            offers: [.of(10, at: 5), .of(10, at: 6)], demands: [.of(8, at: 10, minimum: 6)], arcs: [[.of(0), .of(1)]])
        let proof = Clearing(optimumOf: problem).certificate
        func faults(_ parts: [(offer: Int32, milli: Int64)]) -> [ClearingFault] {
            proof.verify(
                problem,
                parts.map { ClearingFill(demand: 0, offer: $0.offer, quantity: Quantity(unchecked: $0.milli)) })
        }
        #expect(faults([(0, 8)]).isEmpty)
        #expect(faults([(0, 5)]) == [.minimumNotMet(demand: 0)])
        #expect(faults([(0, 3), (1, 2)]) == [.minimumNotMet(demand: 0)])
        // Six over two offers are enough, none at all is too: only the stated welfare is then another.
        #expect(faults([(0, 3), (1, 3)]) == [.welfareWrong])
        #expect(faults([]) == [.welfareWrong])
    }

    @Test func theCheckerReadsThePricesOfTheBound() throws {
        let problem = try ClearingProblem(
            offers: [.of(10, at: 0)], demands: [.of(3, at: 6), .whole(10, at: 5)], arcs: [[.of(0)], [.of(0)]])
        let clearing = Clearing(optimumOf: problem)
        let proof = clearing.certificate
        func faults(posted: [Int64], bound: [Int64]) -> [ClearingFault] {
            BatchProof(
                welfare: proof.welfare, bound: proof.bound, gap: proof.gap, shadowPrices: posted, boundPrices: bound,
                scale: proof.scale
            ).verify(problem, clearing.fills)
        }
        #expect(proof.welfare == 50 && proof.bound == 53)
        #expect(faults(posted: [5], bound: [5]).isEmpty)
        #expect(faults(posted: [0], bound: [5]).isEmpty)
        #expect(faults(posted: [6], bound: [5]) == [.limitExceeded(fill: 0)])
        #expect(faults(posted: [5], bound: [4]) == [.boundWrong])
        #expect(faults(posted: [5], bound: []) == [.pricesMalformed])
        #expect(faults(posted: [5], bound: [-1]) == [.pricesMalformed])
    }
}
