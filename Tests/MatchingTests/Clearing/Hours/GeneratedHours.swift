import Domain
import Matching
import Simulation

/// Small and middle batches by hour from a seed: windows over a horizon, capacity and asks by hour.
struct GeneratedHours {
    /// By offer and hour.
    let capacities: [[Int64]]
    let asks: [[Int64]]
    let demands: [HourlyProblem.Demand]
    let arcs: [[ClearingProblem.Arc]]
    /// When a unit of each arc begins: at every hour at which it may.
    let starts: [[Hour]]
    /// Nominal subsidy of each arc in basis points; nil where nobody has any.
    let rates: [[Int64]]?

    /// - Parameters:
    ///   - choosing: so many of a hundred demands want fewer hours than their window has.
    ///   - subsidised: so many of a hundred pairs have a nominal subsidy.
    ///   - reach: an arc stands in so many of a hundred cases.
    ///   - minimums: so many of a hundred demands have a least fill, half of them all of their quantity.
    init(
        seed: UInt64, offers: Int, demands: Int, hours: Int64, reach: Int64 = 70, mostPrice: Int64 = 9,
        mostQuantity: Int64 = 3, minimums: Int64 = 0, choosing: Int64 = 0,
        subsidised: Int64 = 0
    ) {
        var random = SeededGenerator(seed: seed)
        var (capacities, asks): ([[Int64]], [[Int64]]) = ([], [])
        for _ in 0..<offers {
            let capacity = random.number(0...mostQuantity)
            let later = random.number(0...mostQuantity)
            let (turn, ask, dearer) = (random.number(0...hours), random.number(0...mostPrice), random.number(0...2))
            capacities.append((0..<hours).map { $0 < turn ? capacity : later })
            asks.append((0..<hours).map { ask + ($0 % 2 == 0 ? dearer : 0) })
        }
        var (terms, arcs, starts): ([HourlyProblem.Demand], [[ClearingProblem.Arc]], [[Hour]]) = ([], [], [])
        for _ in 0..<demands {
            let length = random.number(1...hours)
            let start = random.number(0...(hours - length))
            let quantity = random.number(0...mostQuantity)
            let minimum = !random.chance(minimums) ? 0 : random.chance(50) ? quantity : random.number(0...quantity)
            let limit = random.number(0...(2 * mostPrice))
            let fixed = (0..<Int32(offers)).filter { _ in random.chance(reach) }.map {
                ClearingProblem.Arc.of($0, tariff: random.number(0...(mostPrice / 2)))
            }
            let wanted = choosing > 0 && random.chance(choosing) ? random.number(1...length) : length
            terms.append(.over(start, start + length, hours: wanted, quantity, at: limit, minimum: minimum))
            let begins = Array(start...(start + length - wanted))
            arcs.append(fixed.flatMap { arc in begins.map { _ in arc } })
            starts.append(fixed.flatMap { _ in begins })
        }
        (self.capacities, self.asks, self.demands, self.arcs, self.starts) = (capacities, asks, terms, arcs, starts)
        rates =
            subsidised == 0
            ? nil
            : arcs.map { row in
                row.map { _ in random.chance(subsidised) ? 1_000 * random.number(1...6) : 0 }
            }
    }

    /// Whether some placement begins or ends with an hour.
    private func isBound(_ hour: Hour) -> Bool {
        zip(demands, starts).contains { demand, starts in
            starts.contains { $0 == hour || $0 + demand.hours == hour }
        }
    }

    /// With cells of one hour each, or of the runs that no window and no change divides.
    func problem(merging: Bool = true) throws -> HourlyProblem {
        let cells = capacities.indices.map { offer in
            var cells: [HourlyProblem.Cell] = []
            for hour in capacities[offer].indices {
                let cell = HourlyProblem.Cell.over(
                    Hour(hour), Hour(hour) + 1, capacities[offer][hour], sum: asks[offer][hour])
                if merging, !isBound(Hour(hour)), let last = cells.last, last.capacity == cell.capacity {
                    cells[cells.count - 1] = .over(
                        last.window.start, cell.window.end, last.capacity.milli, sum: last.askSum + cell.askSum)
                } else {
                    cells.append(cell)
                }
            }
            return cells
        }
        return try HourlyProblem(offers: cells, demands: demands, arcs: arcs, starts: starts, rates: rates)
    }
}

extension HourlyProblem.Cell {
    static func over(_ start: Hour, _ end: Hour, _ capacity: Int64, sum: Int64) -> Self {
        Self(window: Window(unchecked: start, end), capacity: Quantity(unchecked: capacity), askSum: sum)
    }
}

extension HourlyProblem.Demand {
    static func over(
        _ start: Hour, _ end: Hour, hours: Int64? = nil, _ quantity: Int64, at limit: Int64, minimum: Int64 = 0
    ) -> Self {
        Self(
            window: Window(unchecked: start, end), hours: hours, quantity: Quantity(unchecked: quantity),
            limit: UnitPrice(unchecked: limit), minimum: Quantity(unchecked: minimum))
    }
}

extension HourlyClearing {
    init(_ problem: HourlyProblem) { self.init(problem, .hourly(problem)) }
}
