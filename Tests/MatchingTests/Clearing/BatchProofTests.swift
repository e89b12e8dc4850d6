import Domain
import Matching
import Testing

/// The checker finds each fault.
@Suite struct BatchProofTests {
    private let problem: ClearingProblem
    private let clearing: Clearing

    init() throws {
        problem = try ClearingProblem(
            offers: [.of(10, at: 100), .of(10, at: 110)], demands: [.of(6, at: 150), .of(8, at: 140)],
            arcs: [[.of(0), .of(1, tariff: 5)], [.of(0)]])
        clearing = Clearing(optimumOf: problem)
    }

    private func fill(_ demand: Int32, _ quantity: Int64, _ offer: Int32) -> ClearingFill {
        ClearingFill(demand: demand, offer: offer, quantity: Quantity(unchecked: quantity))
    }

    private func faults(_ fills: [ClearingFill]) -> [ClearingFault] { clearing.certificate.verify(problem, fills) }

    private func faults(
        welfare: Int128 = 0, bound: Int128 = 0, gap: Int128 = 0, prices: [Int64]? = nil, scale: Int64? = nil
    ) -> [ClearingFault] {
        let proof = clearing.certificate
        return BatchProof(
            welfare: proof.welfare + welfare, bound: proof.bound + bound, gap: proof.gap + gap,
            shadowPrices: prices ?? proof.shadowPrices, boundPrices: prices ?? proof.shadowPrices,
            scale: scale ?? proof.scale
        ).verify(problem, clearing.fills)
    }

    @Test func theProofHolds() {
        #expect(clearing.lines == ["D0 2 O0", "D0 4 O1", "D1 8 O0"])
        #expect(clearing.certificate.welfare == 2 * 50 + 4 * 35 + 8 * 40)
        #expect(faults(clearing.fills).isEmpty)
        #expect(faults().isEmpty)
    }

    @Test func faultyFillsAreFound() {
        #expect(faults([fill(1, 2, 1)]) == [.fillBeyondReach(fill: 0)])
        #expect(faults([fill(2, 2, 0)]) == [.fillBeyondReach(fill: 0)])
        #expect(faults([fill(0, 2, 2)]) == [.fillBeyondReach(fill: 0)])
        #expect(faults([fill(-1, 2, 0)]) == [.fillBeyondReach(fill: 0)])
        #expect(faults([fill(0, 0, 0)]) == [.fillEmpty(fill: 0)])
        #expect(faults([fill(0, 2, 1), fill(0, 2, 0)]) == [.fillsNotAscending(fill: 1)])
        #expect(faults([fill(0, 2, 0), fill(0, 2, 0)]) == [.fillsNotAscending(fill: 1)])
        #expect(faults([fill(0, 6, 0), fill(1, 5, 0)]) == [.capacityExceeded(offer: 0)])
        #expect(faults([fill(0, 6, 0), fill(0, 1, 1)]) == [.quantityExceeded(demand: 0)])
        #expect(faults([fill(0, 1, 0)]) == [.welfareWrong])
    }

    @Test func faultyStatementsAreFound() {
        #expect(faults(prices: [1]) == [.pricesMalformed])
        #expect(faults(prices: [-1, 0]) == [.pricesMalformed])
        #expect(faults(scale: 0) == [.pricesMalformed])
        #expect(faults(prices: [41, 0]) == [.limitExceeded(fill: 2)])
        #expect(faults(prices: [0, 0]) == [.boundWrong])
        #expect(faults(welfare: 1) == [.welfareWrong, .gapWrong, .welfareBeyondBound])
        #expect(faults(welfare: 1, gap: -1) == [.welfareWrong, .welfareBeyondBound])
        #expect(faults(bound: 1, gap: 1) == [.boundWrong])
        #expect(faults(gap: 1) == [.gapWrong])
        // Further apart than a gap can say.
        #expect(faults(welfare: .min) == [.welfareWrong, .gapWrong])
    }
}
