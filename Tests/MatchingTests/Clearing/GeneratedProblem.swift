import Domain
import Foundation
import Matching
import Simulation

/// Small and middle batches from a seed.
struct GeneratedProblem {
    var offers: [ClearingProblem.Offer] = []
    var demands: [ClearingProblem.Demand] = []
    var arcs: [[ClearingProblem.Arc]] = []

    /// `SUANLI_TEST_SEED` sets the first seed.
    static let firstSeed = ProcessInfo.processInfo.environment["SUANLI_TEST_SEED"].flatMap { UInt64($0) } ?? 20_261_125

    /// - Parameters:
    ///   - reach: an arc stands in so many of a hundred cases.
    ///   - mostPrice: with few prices, ties are many.
    init(seed: UInt64, offers: Int, demands: Int, reach: Int64, mostPrice: Int64, mostQuantity: Int64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<offers {
            let (capacity, ask) = (random.number(0...mostQuantity), random.number(0...mostPrice))
            self.offers.append(.of(capacity, at: ask))
        }
        for _ in 0..<demands {
            let (quantity, limit) = (random.number(0...mostQuantity), random.number(0...(2 * mostPrice)))
            self.demands.append(.of(quantity, at: limit))
            arcs.append(
                (0..<Int32(offers)).filter { _ in random.chance(reach) }.map {
                    .of($0, tariff: random.number(0...(mostPrice / 2)))
                })
        }
    }

    /// Gives about so many of a hundred demands a least fill; half of these are filled whole or not at all.
    func withMinimums(percent: Int64, seed: UInt64) -> GeneratedProblem {
        var random = SeededGenerator(seed: seed)
        var changed = self
        changed.demands = demands.map { demand in
            guard random.chance(percent) else { return demand }
            let quantity = demand.quantity.milli
            let minimum = random.chance(50) ? quantity : random.number(0...quantity)
            return .of(quantity, at: demand.limit.microYuan, minimum: minimum)
        }
        return changed
    }

    func problem() throws -> ClearingProblem { try ClearingProblem(offers: offers, demands: demands, arcs: arcs) }
}

extension ClearingProblem.Offer {
    static func of(_ capacity: Int64, at ask: Int64) -> Self {
        Self(capacity: Quantity(unchecked: capacity), ask: UnitPrice(unchecked: ask))
    }
}

extension ClearingProblem.Demand {
    static func of(_ quantity: Int64, at limit: Int64, minimum: Int64 = 0) -> Self {
        Self(
            quantity: Quantity(unchecked: quantity), limit: UnitPrice(unchecked: limit),
            minimum: Quantity(unchecked: minimum))
    }

    static func whole(_ quantity: Int64, at limit: Int64) -> Self { of(quantity, at: limit, minimum: quantity) }
}

extension ClearingProblem.Arc {
    static func of(_ offer: Int32, tariff: Int64 = 0) -> Self {
        Self(offer: offer, tariff: UnitPrice(unchecked: tariff))
    }
}

extension Clearing {
    init(optimumOf problem: ClearingProblem) { self.init(problem, .optimum(of: problem)) }

    /// The fills as text, one a line: `D0 3 O1`.
    var lines: [String] { fills.map { "D\($0.demand) \($0.quantity.milli) O\($0.offer)" } }
}
