import Domain

/// An allocation that holds: what the exchange may post.
public struct BatchCheck: Sendable {
    private let problem: HourlyProblem
    /// Whole micro-yuan per unit-hour, by offer and run.
    private let shadowPrices: [Int64]
    /// Members that get nothing and would gain at the shadow prices, in order of place.
    public let rejected: [DemandID]

    /// Checks an allocation against its batch: pairs, capacity, quantities, least fills, limits, lots, and the proof.
    ///
    /// Errors, in order: `lotSizeMismatch` (a quantity that is not a number of lots), `allocationInfeasible`,
    /// `minimumNotMet`, `proofWrong`.
    ///
    /// - Complexity: as of `BatchProof.verify`.
    public init(_ batch: Batch, _ allocation: BatchAllocation) throws(Reason) {
        let lot = batch.scope.lot.milli
        guard let problem = try? HourlyProblem(batch) else { throw .allocationInfeasible }
        guard allocation.fills.allSatisfy({ $0.quantity.milli % lot == 0 }) else { throw .lotSizeMismatch }
        let fills = allocation.fills.map {
            ClearingFill(
                demand: Int32(clamping: $0.demand), offer: Int32(clamping: $0.offer),
                quantity: Quantity(unchecked: $0.quantity.milli / lot), placement: Int32(clamping: $0.placement))
        }
        let proof = allocation.proof
        if let fault = proof.verify(problem, fills).first { throw fault.reason }
        self.problem = problem
        shadowPrices = proof.shadowPrices.map { $0 / proof.scale }
        rejected = proof.rejected(problem, fills).map { batch.demands[Int($0)].demand }
    }

    /// What a unit of a fill costs over its ask, summed over the hours: at most what its limit leaves.
    public func shadowSum(of fill: BatchFill) -> Int64 {
        guard let arc = problem.arc(of: fill) else { return 0 }
        return problem.spans[arc].reduce(0) {
            $0 + shadowPrices[Int($1)] * problem.cells[Int($1)].window.hours
        }
    }
}

extension ClearingFault {
    fileprivate var reason: Reason {
        switch self {
        case .fillBeyondReach, .fillEmpty, .fillsNotAscending, .limitExceeded, .capacityExceeded, .quantityExceeded:
            .allocationInfeasible
        case .minimumNotMet: .minimumNotMet
        case .pricesMalformed, .welfareWrong, .boundWrong, .gapWrong, .welfareBeyondBound, .tieWrong: .proofWrong
        }
    }
}
