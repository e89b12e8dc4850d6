import Domain

extension BatchProof {
    /// States welfare and bound of fills and prices that fit the problem; prices are lowered to the limits of what is
    /// filled, in order of the fills.
    init(_ problem: HourlyProblem, _ fills: [ClearingFill], prices: [Int64], scale: Int64) {
        let (welfare, posted) = Self.posting(fills, in: problem, at: prices, scale)
        let bound = Self.bound(of: problem, prices, scale)
        self.init(
            welfare: welfare, bound: bound, gap: bound - welfare, shadowPrices: posted, boundPrices: prices,
            scale: scale)
    }

    private static func posting(
        _ fills: [ClearingFill], in problem: HourlyProblem, at prices: [Int64], _ scale: Int64
    ) -> (welfare: Int128, posted: [Int64]) {
        var (welfare, posted, arc): (Int128, [Int64], Int) = (0, prices, 0)
        for fill in fills {
            arc = max(arc, problem.arcStarts[Int(fill.demand)])
            while problem.arcs[arc].offer != fill.offer { arc += 1 }
            let placed = arc + Int(fill.placement)
            let surplus = problem.surplus(demand: Int(fill.demand), arc: placed)
            welfare += Int128(surplus) * Int128(fill.quantity.milli)
            let span = problem.spans[placed]
            let asked = span.reduce(Int128(0)) { sum, cell in
                sum + Int128(posted[Int(cell)]) * Int128(problem.cells[Int(cell)].window.hours)
            }
            let most = Int128(surplus) * Int128(scale)
            guard asked > most else { continue }
            for cell in span.lowerBound..<span.upperBound {
                posted[Int(cell)] = Int64(Int128(posted[Int(cell)]) * most / asked)
            }
        }
        return (welfare, posted)
    }

    /// Rounded down: welfare is a whole number.
    private static func bound(of problem: HourlyProblem, _ prices: [Int64], _ scale: Int64) -> Int128 {
        var (bound, sums): (Int128, [Int128]) = (0, [0])
        for (cell, price) in zip(problem.cells, prices) {
            let whole = Int128(price) * Int128(cell.window.hours)
            bound += whole * Int128(cell.capacity.milli)
            sums.append(sums[sums.count - 1] + whole)
        }
        for demand in problem.demands.indices {
            var best: Int128 = 0
            for arc in problem.arcs(of: demand) {
                let span = problem.spans[arc]
                let price = sums[Int(span.upperBound)] - sums[Int(span.lowerBound)]
                best = max(best, Int128(problem.surplus(demand: demand, arc: arc)) * Int128(scale) - price)
            }
            bound += best * Int128(problem.demands[demand].quantity.milli)
        }
        return bound / Int128(scale)
    }
}

extension SubsidyProof {
    /// States subsidy and bound of fills and prices that fit a problem without a gap at its bound prices.
    init(
        _ problem: HourlyProblem, _ fills: [ClearingFill], _ prices: [Int128], boundPrices: [Int64], scale: Int64
    ) {
        let subsidy = fills.reduce(Int128(0)) { sum, fill in
            sum + (problem.arc(of: fill).map { problem.subsidy(arc: $0) } ?? 0) * Int128(fill.quantity.milli)
        }
        var bound: Int128 = 0
        for (cell, price) in zip(problem.cells, prices) { bound += price * Int128(cell.capacity.milli) }
        for (number, demand) in problem.demands.enumerated() {
            let nets = problem.arcs(of: number).map { arc in
                problem.spans[arc].reduce(Int128(problem.surplus(demand: number, arc: arc)) * Int128(scale)) {
                    $0 - Int128(boundPrices[Int($1)]) * Int128(problem.cells[Int($1)].window.hours)
                }
            }
            let most = max(0, nets.max() ?? 0)
            let lefts = zip(problem.arcs(of: number), nets).filter { $0.1 == most }.map { arc, _ in
                problem.spans[arc].reduce(problem.subsidy(arc: arc)) { $0 - prices[Int($1)] }
            }
            let left = most > 0 ? lefts.max() ?? 0 : max(0, lefts.max() ?? 0)
            bound += left * Int128(demand.quantity.milli)
        }
        self.init(subsidy: subsidy, bound: bound, prices: prices)
    }
}
