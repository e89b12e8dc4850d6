import Domain
import Matching

/// The greatest welfare over all allocations in whole milli-units that keep to the least fills, by trying each.
struct BruteForce {
    private let gains: [(demand: Int, offer: Int, gain: Int64)]
    private var capacities: [Int64]
    private var quantities: [Int64]
    private let sizes: [(quantity: Int64, minimum: Int64)]
    private var best: Int64 = 0

    static func welfare(of problem: ClearingProblem) -> Int64 {
        var search = BruteForce(problem)
        search.visit(0, 0)
        return search.best
    }

    private init(_ problem: ClearingProblem) {
        capacities = problem.offers.map(\.capacity.milli)
        quantities = problem.demands.map(\.quantity.milli)
        sizes = problem.demands.map { ($0.quantity.milli, $0.minimum.milli) }
        gains = problem.demands.indices.flatMap { demand in
            problem.arcs[problem.arcStarts[demand]..<problem.arcStarts[demand + 1]].map { arc in
                let offer = Int(arc.offer)
                let cost = problem.offers[offer].ask.microYuan + arc.tariff.microYuan
                return (demand, offer, problem.demands[demand].limit.microYuan - cost)
            }
        }
    }

    private mutating func visit(_ arc: Int, _ welfare: Int64) {
        guard arc < gains.count else {
            if keepsToMinimums { best = max(best, welfare) }
            return
        }
        let (demand, offer, gain) = gains[arc]
        // Nobody pays more than the limit, not even for a part.
        for amount in 0...(gain < 0 ? 0 : min(quantities[demand], capacities[offer])) {
            quantities[demand] -= amount
            capacities[offer] -= amount
            visit(arc + 1, welfare + amount * gain)
            quantities[demand] += amount
            capacities[offer] += amount
        }
    }

    private var keepsToMinimums: Bool {
        zip(quantities, sizes).allSatisfy { left, size in
            left == size.quantity || size.quantity - left >= size.minimum
        }
    }
}
