import Domain

/// Demands that would have more than they get, at the shadow prices.
struct UnmetDemands {
    /// Get nothing.
    private(set) var rejected: [Int32] = []
    /// Get something.
    private(set) var curtailed: [Int32] = []

    init(_ problem: ClearingProblem, _ fills: [ClearingFill], _ certificate: BatchProof) {
        let filled = fills.reduce(into: [Int64](repeating: 0, count: problem.demands.count)) {
            $0[Int($1.demand)] += $1.quantity.milli
        }
        for (number, demand) in problem.demands.enumerated() where filled[number] < demand.quantity.milli {
            let gains = problem.arcs(of: number).contains { arc in
                let price = certificate.shadowPrices[Int(problem.arcs[arc].offer)]
                return problem.surplus(demand: number, arc: arc) * certificate.scale > price
            }
            guard gains else { continue }
            if filled[number] == 0 { rejected.append(Int32(number)) } else { curtailed.append(Int32(number)) }
        }
    }
}
