import Domain

/// Among allocations of the greatest welfare looks for one of the greatest nominal subsidy, and for prices that prove it.
///
/// At prices that leave no gap all of them move units along **tight** arcs alone, those where a demand gains most. Units go
/// round in cycles of tight arcs, through what is unsold at no price, and through who gains nothing; a cycle that adds
/// subsidy is found by Bellman and Ford's method and followed, until there is none (Klein 1967). The distances then are the
/// prices. The same each time: rows are looked at in order.
///
/// For problems whose arcs have one cell each.
struct SubsidyTie {
    private struct Row {
        let from: Int32
        let to: Int32
        /// What a unit from `from` to `to` loses of subsidy.
        let cost: Int128
        var room: Int64
    }

    /// In pairs: a row and the way back.
    private var rows: [Row] = []
    private var leaving: [[Int32]]
    private var distances: [Int128]
    /// By which row each node was reached last.
    private var reachedBy: [Int32]
    private var waiting: [Int32]
    private var isWaiting: [Bool]
    /// The row of each arc that is tight.
    private var rowOfArc: [Int32]
    private let problem: HourlyProblem
    private let cells: Int
    private var seen = 0
    private let seenMost: Int

    /// nil where the fills are not proven to be of the greatest welfare, to the last unit.
    init?(_ problem: HourlyProblem, _ fills: [ClearingFill], prices: [Int64], scale: Int64, seenMost: Int) {
        self.problem = problem
        self.seenMost = seenMost
        cells = problem.cells.count
        let nodes = cells + problem.demands.count + 1
        leaving = Array(repeating: [], count: nodes)
        distances = Array(repeating: 0, count: nodes)
        reachedBy = Array(repeating: -1, count: nodes)
        waiting = (0..<Int32(nodes)).map { $0 }
        isWaiting = Array(repeating: true, count: nodes)
        rowOfArc = Array(repeating: -1, count: problem.arcs.count)
        guard problem.spans.allSatisfy({ $0.count == 1 }), let held = connect(fills, prices, scale) else { return nil }
        guard connectRest(held, prices) else { return nil }
    }

    private var rest: Int32 { Int32(cells + problem.demands.count) }

    private func demandNode(_ demand: Int) -> Int32 { Int32(cells + demand) }

    private mutating func connect(_ from: Int32, _ to: Int32, _ cost: Int128, _ there: Int64, _ back: Int64) {
        leaving[Int(from)].append(Int32(rows.count))
        leaving[Int(to)].append(Int32(rows.count) + 1)
        rows.append(Row(from: from, to: to, cost: cost, room: there))
        rows.append(Row(from: to, to: from, cost: -cost, room: back))
    }

    private struct Held {
        var sold: [Int64]
        var bought: [Int64]
        var gains: [Int128]
    }

    /// Tight arcs; nil where a fill is on another.
    private mutating func connect(_ fills: [ClearingFill], _ prices: [Int64], _ scale: Int64) -> Held? {
        var flows = [Int64](repeating: 0, count: problem.arcs.count)
        var held = Held(
            sold: Array(repeating: 0, count: cells), bought: Array(repeating: 0, count: problem.demands.count),
            gains: Array(repeating: 0, count: problem.demands.count))
        for fill in fills {
            guard let arc = problem.arc(of: fill) else { return nil }
            flows[arc] = fill.quantity.milli
            held.sold[Int(problem.spans[arc].lowerBound)] += fill.quantity.milli
            held.bought[Int(fill.demand)] += fill.quantity.milli
        }
        for demand in problem.demands.indices {
            let nets = problem.arcs(of: demand).map { arc in
                let cell = Int(problem.spans[arc].lowerBound)
                return Int128(problem.surplus(demand: demand, arc: arc)) * Int128(scale)
                    - Int128(prices[cell]) * Int128(problem.cells[cell].window.hours)
            }
            let most = max(0, nets.max() ?? 0)
            held.gains[demand] = most
            for (arc, net) in zip(problem.arcs(of: demand), nets) {
                guard net == most else {
                    if flows[arc] > 0 { return nil }
                    continue
                }
                rowOfArc[arc] = Int32(rows.count)
                connect(
                    problem.spans[arc].lowerBound, demandNode(demand), -problem.subsidy(arc: arc), .max, flows[arc])
            }
        }
        return held
    }

    /// What may stay unsold, or unserved; false where something is that may not.
    private mutating func connectRest(_ held: Held, _ prices: [Int64]) -> Bool {
        for (cell, sold) in held.sold.enumerated() {
            let left = problem.cells[cell].capacity.milli - sold
            if prices[cell] == 0 { connect(rest, Int32(cell), 0, left, sold) } else if left > 0 { return false }
        }
        for (number, demand) in problem.demands.enumerated() where demand.quantity > .zero {
            let left = demand.quantity.milli - held.bought[number]
            if held.gains[number] > 0 {
                if left > 0 { return false }
            } else if demand.minimum == .zero {
                connect(demandNode(number), rest, 0, left, held.bought[number])
            }
        }
        return true
    }

    /// Follows cycles that add subsidy until there is none, or enough was looked at.
    ///
    /// - Returns: whether there is none.
    mutating func run() -> Bool {
        while !waiting.isEmpty {
            guard seen < seenMost else { return false }
            let generation = waiting
            waiting = []
            for node in generation {
                isWaiting[Int(node)] = false
                relax(node)
            }
            for cycle in cycles() { follow(cycle) }
        }
        return true
    }

    private mutating func relax(_ node: Int32) {
        seen += leaving[Int(node)].count
        for row in leaving[Int(node)] where rows[Int(row)].room > 0 {
            let (to, distance) = (rows[Int(row)].to, distances[Int(node)] + rows[Int(row)].cost)
            guard distance < distances[Int(to)] else { continue }
            distances[Int(to)] = distance
            reachedBy[Int(to)] = row
            wait(to)
        }
    }

    private mutating func wait(_ node: Int32) {
        guard !isWaiting[Int(node)] else { return }
        isWaiting[Int(node)] = true
        waiting.append(node)
    }

    /// The rows of the cycles by which nodes were reached; no two of them have a node in common.
    private mutating func cycles() -> [[Int32]] {
        var cycles: [[Int32]] = []
        var visitedIn = [Int32](repeating: -1, count: leaving.count)
        seen += leaving.count
        for start in 0..<Int32(leaving.count) where visitedIn[Int(start)] < 0 {
            var node = start
            while visitedIn[Int(node)] < 0 {
                visitedIn[Int(node)] = start
                guard reachedBy[Int(node)] >= 0 else { break }
                node = rows[Int(reachedBy[Int(node)])].from
            }
            guard visitedIn[Int(node)] == start, reachedBy[Int(node)] >= 0 else { continue }
            var found: [Int32] = []
            let first = node
            repeat {
                found.append(reachedBy[Int(node)])
                node = rows[Int(reachedBy[Int(node)])].from
            } while node != first
            cycles.append(found)
        }
        return cycles
    }

    /// Moves as much as has room; distances stay bounds, and are looked at again where rows were filled or freed.
    private mutating func follow(_ cycle: [Int32]) {
        let amount = cycle.reduce(Int64.max) { min($0, rows[Int($1)].room) }
        for row in cycle {
            if rows[Int(row)].room < .max { rows[Int(row)].room -= amount }
            if rows[Int(row ^ 1)].room < .max { rows[Int(row ^ 1)].room += amount }
            reachedBy[Int(rows[Int(row)].to)] = -1
            wait(rows[Int(row)].to)
        }
    }

    /// What everybody has now, by demand, then cell, which stands for the arc.
    var fills: [ClearingFill] {
        problem.demands.indices.flatMap { demand in
            problem.arcs(of: demand).compactMap { arc in
                guard rowOfArc[arc] >= 0, rows[Int(rowOfArc[arc]) + 1].room > 0 else { return nil }
                return ClearingFill(
                    demand: Int32(demand), offer: problem.spans[arc].lowerBound,
                    quantity: Quantity(unchecked: rows[Int(rowOfArc[arc]) + 1].room))
            }
        }
    }

    /// By cell; what has no price of welfare and is not sold has none of subsidy.
    func subsidyPrices(_ prices: [Int64]) -> [Int128] {
        (0..<cells).map { cell in
            let price = distances[cell] - distances[Int(rest)]
            return prices[cell] == 0 ? max(0, price) : price
        }
    }
}
