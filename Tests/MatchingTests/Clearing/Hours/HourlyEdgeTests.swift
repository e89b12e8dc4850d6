import Domain
import Matching
import Testing

/// Windows that share hours, by hand.
@Suite struct HourlyEdgeTests {
    private func proven(
        _ offers: [[HourlyProblem.Cell]], _ demands: [HourlyProblem.Demand], _ arcs: [[ClearingProblem.Arc]]
    ) throws -> HourlyClearing {
        let problem = try HourlyProblem(offers: offers, demands: demands, arcs: arcs)
        let clearing = HourlyClearing(problem)
        #expect(clearing.certificate.verify(problem, clearing.fills).isEmpty)
        #expect(clearing.isFinished)
        return clearing
    }

    private func lines(_ clearing: HourlyClearing) -> [String] {
        clearing.fills.map { "D\($0.demand) \($0.quantity.milli) O\($0.offer)" }
    }

    /// One unit over four hours: two halves that follow one another are worth more than the whole.
    private static let halves: [HourlyProblem.Demand] = [
        .over(0, 4, 1, at: 12), .over(0, 2, 1, at: 14), .over(2, 4, 1, at: 13),
    ]

    @Test func halvesThatFitTakeThePlaceOfAWhole() throws {
        let cells: [HourlyProblem.Cell] = [.over(0, 2, 1, sum: 10), .over(2, 4, 1, sum: 10)]
        let clearing = try proven([cells], Self.halves, [[.of(0)], [.of(0)], [.of(0)]])
        #expect(lines(clearing) == ["D1 1 O0", "D2 1 O0"])
        #expect(clearing.certificate.welfare == 2 * 9 + 2 * 8)
        // The one that gets nothing would pay 4 × 7 in all; the prices leave it next to nothing to gain.
        let prices = clearing.certificate.shadowPrices
        #expect(2 * (prices[0] + prices[1]) >= 27 * clearing.certificate.scale)
    }

    @Test func aWholeTakesThePlaceOfOneHalf() throws {
        let cells: [HourlyProblem.Cell] = [.over(0, 2, 1, sum: 10), .over(2, 4, 1, sum: 10)]
        let clearing = try proven([cells], Array(Self.halves.prefix(2)), [[.of(0)], [.of(0)]])
        #expect(lines(clearing) == ["D0 1 O0"])
        #expect(clearing.certificate.welfare == 4 * 7)
    }

    @Test func hoursWithoutCapacityAndBetweenCellsServeNobody() throws {
        let cells: [HourlyProblem.Cell] = [.over(0, 1, 2, sum: 1), .over(1, 2, 0, sum: 1), .over(3, 4, 2, sum: 1)]
        let clearing = try proven([cells], [.over(0, 2, 1, at: 9), .over(3, 4, 1, at: 9)], [[.of(0)], [.of(0)]])
        #expect(lines(clearing) == ["D1 1 O0"])
        #expect(throws: ClearingRefusal.arcOutOfRange(demand: 0)) {
            _ = try HourlyProblem(offers: [cells], demands: [.over(1, 4, 1, at: 9)], arcs: [[.of(0)]])
        }
        #expect(throws: ClearingRefusal.arcOutOfRange(demand: 0)) {
            _ = try HourlyProblem(
                offers: [[.over(0, 4, 1, sum: 4)]], demands: [.over(0, 2, 1, at: 9)], arcs: [[.of(0)]])
        }
        #expect(throws: ClearingRefusal.offerOutOfRange(0)) {
            _ = try HourlyProblem(offers: [cells.reversed()], demands: [], arcs: [])
        }
    }

    @Test func oneWindowIsDecidedByTheAuction() throws {
        let cells: [HourlyProblem.Cell] = [.over(0, 10, 2, sum: 200)]
        let clearing = try proven(
            [cells, []], [.over(0, 10, 1, at: 22), .over(0, 10, 2, at: 30)], [[.of(0)], [.of(0, tariff: 1)]])
        #expect(lines(clearing) == ["D1 2 O0"])
        #expect(clearing.certificate.welfare == 10 * 9 * 2 && clearing.certificate.gap == 0)
    }

    /// Six units of two hours; alike are those of one window, limit and reach.
    @Test func alikeDemandsShareProRata() throws {
        let cells: [HourlyProblem.Cell] = [.over(0, 1, 6, sum: 1), .over(1, 2, 6, sum: 1)]
        let demands: [HourlyProblem.Demand] = [
            .over(0, 2, 8, at: 5), .over(0, 2, 4, at: 5), .over(0, 1, 1, at: 1), .over(1, 2, 1, at: 1),
        ]
        let clearing = try proven([cells], demands, [[.of(0)], [.of(0)], [.of(0)], [.of(0)]])
        #expect(lines(clearing) == ["D0 4 O0", "D1 2 O0"])
    }

    /// Whoever is let in pays no more than its limit at the posted prices; the checker insists.
    @Test func wholeOrNotAtAllByHour() throws {
        let cells: [HourlyProblem.Cell] = [.over(0, 1, 10, sum: 0), .over(1, 2, 10, sum: 0)]
        let demands: [HourlyProblem.Demand] = [
            .over(0, 2, 10, at: 5, minimum: 10), .over(0, 1, 3, at: 6), .over(1, 2, 11, at: 9, minimum: 11),
        ]
        let clearing = try proven([cells], demands, [[.of(0)], [.of(0)], [.of(0)]])
        #expect(lines(clearing) == ["D0 10 O0"])
        #expect(clearing.certificate.welfare == 100)
    }

    /// Two units of four hours: one that wants the first two hours, and one any two of the four.
    @Test func hoursGoWhereTheyLeaveRoom() throws {
        let cells = (0..<4).map { HourlyProblem.Cell.over($0, $0 + 1, 1, sum: 1) }
        let problem = try HourlyProblem(
            offers: [cells], demands: [.over(0, 4, hours: 2, 2, at: 5), .over(0, 2, 1, at: 9)],
            arcs: [[.of(0), .of(0), .of(0)], [.of(0)]], starts: [[0, 1, 2], [0]])
        let clearing = HourlyClearing(problem)
        #expect(clearing.certificate.verify(problem, clearing.fills).isEmpty)
        #expect(clearing.fills.map { [$0.demand, $0.placement] } == [[0, 2], [1, 0]])
        #expect(clearing.certificate.welfare == 2 * 4 + 2 * 8)
    }

    @Test func placementsThatAreNone() throws {
        let cells = (0..<4).map { HourlyProblem.Cell.over($0, $0 + 1, 1, sum: 1) }
        let problem = { (hours: Int64?, starts: [Hour]) in
            try HourlyProblem(
                offers: [cells], demands: [.over(0, 4, hours: hours, 1, at: 5)], arcs: [starts.map { _ in .of(0) }],
                starts: [starts])
        }
        #expect(throws: Never.self) { _ = try problem(3, [0, 1]) }
        #expect(throws: ClearingRefusal.arcOutOfRange(demand: 0)) { _ = try problem(3, [2]) }
        #expect(throws: ClearingRefusal.arcOutOfRange(demand: 0)) { _ = try problem(nil, [1]) }
        #expect(throws: ClearingRefusal.arcsNotAscending(demand: 0)) { _ = try problem(3, [1, 1]) }
        #expect(throws: ClearingRefusal.demandOutOfRange(0)) { _ = try problem(5, []) }
        #expect(throws: ClearingRefusal.demandOutOfRange(0)) { _ = try problem(0, []) }
        #expect(throws: ClearingRefusal.arcStartsWrong) {
            _ = try HourlyProblem(
                offers: [cells], demands: [.over(0, 4, 1, at: 5)], arcs: [[.of(0)]], starts: [[]])
        }
    }

    private func faults(
        _ change: (inout [ClearingFill], inout [Int64], inout [Int64], inout Int128) -> Void
    ) throws -> [ClearingFault] {
        let cells: [HourlyProblem.Cell] = [.over(0, 2, 1, sum: 10), .over(2, 4, 1, sum: 10)]
        let problem = try HourlyProblem(offers: [cells], demands: Self.halves, arcs: [[.of(0)], [.of(0)], [.of(0)]])
        let clearing = HourlyClearing(problem)
        let proof = clearing.certificate
        var (fills, posted, bound, gap) = (clearing.fills, proof.shadowPrices, proof.boundPrices, proof.gap)
        change(&fills, &posted, &bound, &gap)
        return BatchProof(
            welfare: proof.welfare, bound: proof.bound, gap: gap, shadowPrices: posted, boundPrices: bound,
            scale: proof.scale
        ).verify(problem, fills)
    }

    private func fill(_ demand: Int32, _ units: Int64, offer: Int32 = 0) -> ClearingFill {
        ClearingFill(demand: demand, offer: offer, quantity: Quantity(unchecked: units))
    }

    @Test func theCheckerSeesEveryFault() throws {
        #expect(try faults { _, _, _, _ in } == [])
        // In hours 2 and 3 alone there would be too much.
        #expect(try faults { fills, _, _, _ in fills = [fill(0, 1), fill(2, 1)] } == [.capacityExceeded(offer: 0)])
        #expect(try faults { fills, _, _, _ in fills = [fill(1, 2)] }.contains(.quantityExceeded(demand: 1)))
        #expect(try faults { fills, _, _, _ in fills = [fill(1, 1, offer: 1)] } == [.fillBeyondReach(fill: 0)])
        #expect(try faults { fills, _, _, _ in fills = [fill(1, 0)] } == [.fillEmpty(fill: 0)])
        #expect(try faults { fills, _, _, _ in fills.reverse() } == [.fillsNotAscending(fill: 1)])
        #expect(try faults { _, posted, _, _ in posted[1] += 9 << 20 } == [.limitExceeded(fill: 1)])
        #expect(try faults { _, posted, _, _ in posted.removeLast() } == [.pricesMalformed])
        #expect(try faults { fills, _, _, _ in fills.removeLast() }.first == .welfareWrong)
        #expect(try faults { _, _, bound, _ in bound[0] += 9 << 20 } == [.boundWrong])
        #expect(try faults { _, _, _, gap in gap += 1 } == [.gapWrong])
    }
}
