import Domain

extension BatchProof {
    /// Everything that is wrong, in the order of `ClearingFault`; empty where the proof holds. Capacity is told by offer.
    ///
    /// It reads the problem, the fills and what is stated, sums hour by hour in 128 bits, and shares no code with the
    /// solver.
    ///
    /// - Complexity: O(cells + the cells of all arcs).
    public func verify(_ problem: HourlyProblem, _ fills: [ClearingFill]) -> [ClearingFault] {
        guard isPriceList(shadowPrices, of: problem), isPriceList(boundPrices, of: problem),
            (1...(1 << 21)).contains(scale)
        else { return [.pricesMalformed] }
        let (faults, sum) = allocationFaults(problem, fills)
        guard faults.isEmpty else { return faults }
        var found: [ClearingFault] = []
        if sum != welfare { found.append(.welfareWrong) }
        if dual(of: problem) != bound { found.append(.boundWrong) }
        let (difference, isTooFar) = bound.subtractingReportingOverflow(welfare)
        if isTooFar || gap != difference { found.append(.gapWrong) }
        if welfare > bound { found.append(.welfareBeyondBound) }
        // Only what is right so far is in the range in which no sum overflows.
        if found.isEmpty, let tie, !holds(tie, problem, fills) { found.append(.tieWrong) }
        return found
    }

    /// Whether the bound prices leave no gap, and with that the prices of subsidy prove what is stated.
    private func holds(_ tie: SubsidyProof, _ problem: HourlyProblem, _ fills: [ClearingFill]) -> Bool {
        guard tie.prices.count == problem.cells.count, tie.prices.allSatisfy(SubsidyProof.range.contains),
            exactDual(of: problem) == welfare * Int128(scale)
        else { return false }
        var (bound, subsidy): (Int128, Int128) = (0, 0)
        for (number, cell) in problem.cells.enumerated() {
            if boundPrices[number] == 0, tie.prices[number] < 0 { return false }
            bound += tie.prices[number] * Int128(cell.capacity.milli)
        }
        for (number, demand) in problem.demands.enumerated() {
            var (best, left): (Int128, Int128) = (0, 0)
            for arc in problem.arcStarts[number]..<problem.arcStarts[number + 1] {
                let (gain, cells) = self.gain(problem, number, arc)
                guard cells.count == 1 else { return false }
                guard gain >= best else { continue }
                let more = self.subsidy(problem, arc, cells) - cells.reduce(Int128(0)) { $0 + tie.prices[$1] }
                // Who gains nothing may do without.
                left = gain > best ? more : max(left, more)
                best = gain
            }
            bound += left * Int128(demand.quantity.milli)
        }
        for fill in fills {
            guard let arc = number(of: fill, in: problem) else { return false }
            subsidy +=
                self.subsidy(problem, arc, terms(problem, Int(fill.demand), arc).cells) * Int128(fill.quantity.milli)
        }
        return subsidy == tie.subsidy && bound == tie.bound && subsidy <= bound
    }

    private func subsidy(_ problem: HourlyProblem, _ arc: Int, _ cells: [Int]) -> Int128 {
        guard !problem.rates.isEmpty else { return 0 }
        return cells.reduce(Int128(0)) { $0 + Int128(problem.cells[$1].askSum) } * Int128(problem.rates[arc])
    }

    /// The same of a problem without hours: each offer is one cell of one hour, in whatever hour.
    public func verify(_ problem: ClearingProblem, _ fills: [ClearingFill]) -> [ClearingFault] {
        guard let hourly = try? HourlyProblem(oneHourOf: problem) else {
            preconditionFailure("a sound problem is sound with an hour")
        }
        return verify(hourly, fills)
    }

    private func isPriceList(_ prices: [Int64], of problem: HourlyProblem) -> Bool {
        prices.count == problem.cells.count && prices.allSatisfy { (0...(1 << 60)).contains($0) }
    }

    /// Whether the fills are ones that the problem allows, and their welfare.
    private func allocationFaults(
        _ problem: HourlyProblem, _ fills: [ClearingFill]
    ) -> (faults: [ClearingFault], welfare: Int128) {
        var faults: [ClearingFault] = []
        var sum: Int128 = 0
        var sold = [Int128](repeating: 0, count: problem.cells.count)
        var bought = [Int128](repeating: 0, count: problem.demands.count)
        for (number, fill) in fills.enumerated() {
            guard let terms = terms(of: fill, in: problem) else {
                faults.append(.fillBeyondReach(fill: number))
                continue
            }
            if fill.quantity <= .zero { faults.append(.fillEmpty(fill: number)) }
            if number > 0, !isAscending(fills[number - 1], fill) {
                faults.append(.fillsNotAscending(fill: number))
            }
            var paid: Int128 = 0
            for cell in terms.cells {
                paid += Int128(shadowPrices[cell] / scale) * Int128(problem.cells[cell].window.hours)
                sold[cell] += Int128(fill.quantity.milli)
            }
            if terms.left < paid { faults.append(.limitExceeded(fill: number)) }
            sum += terms.left * Int128(fill.quantity.milli)
            bought[Int(fill.demand)] += Int128(fill.quantity.milli)
        }
        for offer in 0..<problem.cellStarts.count - 1 {
            let cells = problem.cellStarts[offer]..<problem.cellStarts[offer + 1]
            if cells.contains(where: { sold[$0] > Int128(problem.cells[$0].capacity.milli) }) {
                faults.append(.capacityExceeded(offer: offer))
            }
        }
        for (number, demand) in problem.demands.enumerated() where bought[number] > Int128(demand.quantity.milli) {
            faults.append(.quantityExceeded(demand: number))
        }
        for (number, demand) in problem.demands.enumerated()
        where bought[number] > 0 && bought[number] < Int128(demand.minimum.milli) {
            faults.append(.minimumNotMet(demand: number))
        }
        return (faults, sum)
    }

    private func isAscending(_ one: ClearingFill, _ next: ClearingFill) -> Bool {
        (one.demand, one.offer, one.placement) < (next.demand, next.offer, next.placement)
    }

    /// What a pair leaves of the limit over the hours of a placement, and the cells of them; nil where they may not meet.
    private func terms(of fill: ClearingFill, in problem: HourlyProblem) -> (left: Int128, cells: [Int])? {
        number(of: fill, in: problem).map { terms(problem, Int(fill.demand), $0) }
    }

    private func number(of fill: ClearingFill, in problem: HourlyProblem) -> Int? {
        guard problem.demands.indices.contains(Int(fill.demand)), fill.offer >= 0, fill.placement >= 0 else {
            return nil
        }
        let placements = (problem.arcStarts[Int(fill.demand)]..<problem.arcStarts[Int(fill.demand) + 1]).filter {
            problem.arcs[$0].offer == fill.offer
        }
        return Int(fill.placement) < placements.count ? placements[Int(fill.placement)] : nil
    }

    private func terms(_ problem: HourlyProblem, _ demand: Int, _ number: Int) -> (left: Int128, cells: [Int]) {
        let (terms, arc) = (problem.demands[demand], problem.arcs[number])
        let hours = Window(unchecked: problem.starts[number], problem.starts[number] + terms.hours)
        let cells = (problem.cellStarts[Int(arc.offer)]..<problem.cellStarts[Int(arc.offer) + 1]).filter {
            hours.contains(problem.cells[$0].window)
        }
        var left = (Int128(terms.limit.microYuan) - Int128(arc.tariff.microYuan)) * Int128(terms.hours)
        for cell in cells { left -= Int128(problem.cells[cell].askSum) }
        return (left, cells)
    }

    /// The bound that its prices prove, rounded down.
    private func dual(of problem: HourlyProblem) -> Int128 { exactDual(of: problem) / Int128(scale) }

    /// What a unit on an arc gains at the prices, and the cells of it.
    private func gain(_ problem: HourlyProblem, _ demand: Int, _ arc: Int) -> (gain: Int128, cells: [Int]) {
        let (left, cells) = terms(problem, demand, arc)
        let price = cells.reduce(Int128(0)) {
            $0 + Int128(boundPrices[$1]) * Int128(problem.cells[$1].window.hours)
        }
        return (left * Int128(scale) - price, cells)
    }

    private func exactDual(of problem: HourlyProblem) -> Int128 {
        var sum: Int128 = 0
        for (number, demand) in problem.demands.enumerated() {
            let arcs = problem.arcStarts[number]..<problem.arcStarts[number + 1]
            let most = arcs.reduce(Int128(0)) { max($0, gain(problem, number, $1).gain) }
            sum += most * Int128(demand.quantity.milli)
        }
        for (number, cell) in problem.cells.enumerated() {
            sum += Int128(boundPrices[number]) * Int128(cell.window.hours) * Int128(cell.capacity.milli)
        }
        return sum
    }
}

extension HourlyProblem {
    fileprivate init(oneHourOf problem: ClearingProblem) throws(ClearingRefusal) {
        let hour = Window(unchecked: 0, 1)
        try self.init(
            offers: problem.offers.map { [Cell(window: hour, capacity: $0.capacity, askSum: $0.ask.microYuan)] },
            demands: problem.demands.map {
                Demand(window: hour, quantity: $0.quantity, limit: $0.limit, minimum: $0.minimum)
            },
            arcs: zip(problem.arcStarts, problem.arcStarts.dropFirst()).map { Array(problem.arcs[$0..<$1]) })
    }
}
