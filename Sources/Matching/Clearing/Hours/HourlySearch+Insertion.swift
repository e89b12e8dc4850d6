/// Who has to make room for others.
enum Yielding {
    /// Who loses least, and only where all of them lose less than is gained.
    case gaining
    /// Who loses least; the outcome decides whether it stands.
    case leastLoss
    /// Who gains least at the prices; likewise.
    case leastNet
}

extension HourlySearch {
    /// Puts units of a demand into an arc, in place of those whose leaving costs least; they then wait.
    ///
    /// Who leaves is a cheapest cover of the hours without a free unit by the windows of those who hold them, found from
    /// the last hour to the first. As many units move as all of them have. Nothing is done where more would be lost than is
    /// gained, as far as `yielding` asks, or where nobody can leave.
    mutating func insert(_ demand: Int32, _ arc: Int32, _ yielding: Yielding) -> Bool {
        let row = market.arcs[arc]
        guard let leaving = cover(demand, arc, yielding) else { return false }
        var quantity = rests[demand]
        for other in leaving { quantity = min(quantity, flows[other]) }
        // Hours that nobody must leave bound it too.
        var reached = row.first
        for other in leaving {
            for cell in reached..<max(reached, market.arcs[other].first) { quantity = min(quantity, free[cell]) }
            reached = max(reached, market.arcs[other].end)
        }
        for cell in min(reached, row.end)..<row.end { quantity = min(quantity, free[cell]) }
        for other in leaving {
            move(-quantity, into: other)
            waiting.append(market.arcs[other].demand)
        }
        move(quantity, into: arc)
        touched.append(row.offer)
        return true
    }

    /// The arcs that leave, by the hours they make room in; empty where there is room already.
    private mutating func cover(_ demand: Int32, _ arc: Int32, _ yielding: Yielding) -> [Int32]? {
        let row = market.arcs[arc]
        let standing = standing(against: row, demand, yielding)
        let length = Int(row.end - row.first)
        market.seen += length + 4 * standing.count
        var costs = [Int64](repeating: .max / 2, count: length + 1)
        var leaving = [Int32](repeating: -1, count: length)
        costs[length] = 0
        for hour in (0..<length).reversed() {
            let cell = row.first + Int32(hour)
            if free[cell] > 0 {
                costs[hour] = costs[hour + 1]
            } else {
                for other in standing where other.first <= cell && cell < other.end {
                    let cost = costs[Int(min(other.end, row.end) - row.first)] + other.cost
                    if cost < costs[hour] { (costs[hour], leaving[hour]) = (cost, other.arc) }
                }
            }
            guard costs[hour] < (yielding == .gaining ? row.gain : .max / 2) else { return nil }
        }
        var (found, cell): ([Int32], Int32) = ([], row.first)
        while cell < row.end {
            let other = leaving[Int(cell - row.first)]
            if other >= 0 { found.append(other) }
            cell = other < 0 ? cell + 1 : market.arcs[other].end
        }
        return found
    }

    private struct Standing {
        let arc: Int32
        let first: Int32
        let end: Int32
        let cost: Int64
    }

    private mutating func standing(against row: HourlyMarket.Arc, _ demand: Int32, _ yielding: Yielding) -> [Standing] {
        var found: [Standing] = []
        for other in held[Int(row.offer)] {
            let held = market.arcs[other]
            guard held.first < row.end, row.first < held.end, held.demand != demand else { continue }
            let cost = yielding == .leastNet ? max(0, market.net(other)) / market.scale + 1 : loss(other)
            found.append(Standing(arc: other, first: held.first, end: held.end, cost: cost))
        }
        return found
    }

    /// What a demand loses with a unit of an arc; all that it gains, where it would fall below its least fill.
    private mutating func loss(_ arc: Int32) -> Int64 {
        let row = market.arcs[arc]
        if let other = roomiest(row.demand, but: arc) { return row.gain - market.arcs[other].gain }
        guard held(by: row.demand) <= market.minimums[row.demand] else { return row.gain }
        return market.arcs(of: row.demand).reduce(0) {
            let (gain, more) = market.arcs[$1].gain.multipliedReportingOverflow(by: flows[$1])
            return more ? .max / 4 : min(.max / 4, $0 + gain)
        }
    }
}
