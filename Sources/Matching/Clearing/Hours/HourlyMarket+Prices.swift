/// Finds prices by offer and hour at which little is left to gain: a subgradient method on the dual.
extension HourlyMarket {
    private static let rounds = 1_000
    /// The first step by the greatest gain of an hour, and how much smaller the last one is, as a power of e.
    private static let (firstStep, shrinking): (Int64, Int64) = (5, 6)
    /// What is added to a capacity where an excess is set against it.
    private static let ballast: Int64 = 2
    private static let fraction: Int64 = 1 << 16
    /// The bound is taken every so many rounds.
    private static let valuing = 8

    /// In each round every demand chooses where it gains most at the prices; where more is chosen than there is, the
    /// price rises by a step times the excess over the capacity, averaged over a few rounds; where less is, it falls.
    /// Steps shrink from round to round. The prices with the least bound stay.
    ///
    /// Set against the capacity, steps suit small offers and large ones alike (a subgradient method with fixed diagonal
    /// scaling); set against what is chosen as well, prices would settle elsewhere.
    ///
    /// - Complexity: O(arcs + cells) a round.
    mutating func findPrices() {
        let rounds = min(Self.rounds, seenMost / 2 / max(1, arcs.count + hours.count))
        let excesses = FlatArray<Int64>(repeating: 0, count: hours.count)
        let changes = FlatArray<Int64>(repeating: 0, count: hours.count + 1)
        let best = FlatArray<Int64>(repeating: 0, count: hours.count)
        var step = mostGain / Self.firstStep
        var least = Int128.max
        for round in 0..<rounds {
            sumUp()
            let gained = choose(changes, counting: 2 * round >= rounds)
            if round % Self.valuing == 0 || round + 1 == rounds {
                let bound = gained + valueOfCapacity()
                if bound < least {
                    least = bound
                    best.start.update(from: prices.start, count: prices.count)
                }
            }
            move(by: step, changes, excesses)
            step = max(1, step - step * Self.shrinking / Int64(rounds))
        }
        prices.start.update(from: best.start, count: prices.count)
        // Nobody gains by an hour that has nothing.
        for cell in 0..<hours.count where capacities[cell] == 0 { prices[cell] = mostPrice }
        sumUp()
        seen += rounds * (arcs.count + hours.count)
    }

    /// Where each demand's choice begins and ends to use cells; the sum of what the demands gain.
    private func choose(_ changes: borrowing FlatArray<Int64>, counting: Bool) -> Int128 {
        changes.fill(0)
        var gained: Int128 = 0
        for demand in 0..<Int32(demandCount) {
            var (most, chosen): (Int64, Int32) = (0, -1)
            for arc in arcs(of: demand) {
                let net = net(arc)
                if net > most { (most, chosen) = (net, arc) }
            }
            guard chosen >= 0 else { continue }
            let (row, quantity) = (arcs[chosen], quantities[demand])
            gained += Int128(most) * Int128(quantity)
            changes[row.first] = changes[row.first] + quantity
            changes[row.end] = changes[row.end] - quantity
            if counting { choices[chosen] = choices[chosen] + 1 }
        }
        return gained
    }

    private func valueOfCapacity() -> Int128 {
        var sum: Int128 = 0
        for cell in 0..<hours.count where prices[cell] > 0 {
            sum += Int128(prices[cell] * hours[cell]) * Int128(capacities[cell])
        }
        return sum
    }

    private func move(
        by step: Int64, _ changes: borrowing FlatArray<Int64>, _ excesses: borrowing FlatArray<Int64>
    ) {
        var used: Int64 = 0
        for cell in 0..<hours.count {
            used += changes[cell]
            let capacity = capacities[cell]
            let most = (capacity + Self.ballast) * 64
            let excess = min(used - capacity, most) * Self.fraction / (capacity + Self.ballast)
            excesses[cell] = excesses[cell] + (excess - excesses[cell]) >> 2
            prices[cell] = min(mostPrice, max(0, prices[cell] + (step * excesses[cell]) >> 16))
        }
    }
}
