import Domain

extension ClearingCertificate {
    /// Everything that is wrong, in the order of `ClearingFault`; empty where the proof holds.
    ///
    /// It reads the problem, the fills and what is stated, sums in 128 bits, and shares no code with the solver.
    ///
    /// - Complexity: O(offers + arcs + fills × log(arcs of a demand)).
    public func verify(_ problem: ClearingProblem, _ fills: [ClearingFill]) -> [ClearingFault] {
        guard isPriceList(shadowPrices, of: problem), isPriceList(boundPrices, of: problem),
            (1...(1 << 21)).contains(scale)
        else { return [.pricesMalformed] }
        let (faults, sum) = allocationFaults(problem, fills)
        guard faults.isEmpty else { return faults }
        var found: [ClearingFault] = []
        if sum != welfare { found.append(.welfareWrong) }
        if dual(of: problem) != bound { found.append(.boundWrong) }
        if gap != bound - welfare { found.append(.gapWrong) }
        if welfare > bound { found.append(.welfareBeyondBound) }
        return found
    }

    private func isPriceList(_ prices: [Int64], of problem: ClearingProblem) -> Bool {
        prices.count == problem.offers.count && prices.allSatisfy { (0...(1 << 60)).contains($0) }
    }

    /// Whether the fills are ones that the problem allows, and their welfare.
    private func allocationFaults(
        _ problem: ClearingProblem, _ fills: [ClearingFill]
    ) -> (faults: [ClearingFault], welfare: Int128) {
        var faults: [ClearingFault] = []
        var sum: Int128 = 0
        var sold = [Int128](repeating: 0, count: problem.offers.count)
        var bought = [Int128](repeating: 0, count: problem.demands.count)
        for (number, fill) in fills.enumerated() {
            guard let tariff = tariff(of: fill, in: problem) else {
                faults.append(.fillBeyondReach(fill: number))
                continue
            }
            if fill.quantity <= .zero { faults.append(.fillEmpty(fill: number)) }
            if number > 0, !comes(fills[number - 1], before: fill) { faults.append(.fillsNotAscending(fill: number)) }
            let (demand, offer) = (problem.demands[Int(fill.demand)], problem.offers[Int(fill.offer)])
            let left = Int128(demand.limit.microYuan) - Int128(offer.ask.microYuan) - Int128(tariff.microYuan)
            if left < Int128(shadowPrices[Int(fill.offer)] / scale) { faults.append(.limitExceeded(fill: number)) }
            sum += left * Int128(fill.quantity.milli)
            sold[Int(fill.offer)] += Int128(fill.quantity.milli)
            bought[Int(fill.demand)] += Int128(fill.quantity.milli)
        }
        for (number, offer) in problem.offers.enumerated() where sold[number] > Int128(offer.capacity.milli) {
            faults.append(.capacityExceeded(offer: number))
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

    private func comes(_ one: ClearingFill, before other: ClearingFill) -> Bool {
        one.demand < other.demand || (one.demand == other.demand && one.offer < other.offer)
    }

    /// The tariff between a fill's parties, or nil where they may not meet.
    private func tariff(of fill: ClearingFill, in problem: ClearingProblem) -> UnitPrice? {
        guard problem.demands.indices.contains(Int(fill.demand)), problem.offers.indices.contains(Int(fill.offer))
        else {
            return nil
        }
        var low = problem.arcStarts[Int(fill.demand)]
        var high = problem.arcStarts[Int(fill.demand) + 1]
        while low < high {
            let middle = (low + high) / 2
            if problem.arcs[middle].offer < fill.offer { low = middle + 1 } else { high = middle }
        }
        guard low < problem.arcStarts[Int(fill.demand) + 1], problem.arcs[low].offer == fill.offer else { return nil }
        return problem.arcs[low].tariff
    }

    /// The bound that its prices prove, rounded down.
    private func dual(of problem: ClearingProblem) -> Int128 {
        var sum: Int128 = 0
        for (number, demand) in problem.demands.enumerated() {
            var gain: Int128 = 0
            for arc in problem.arcs[problem.arcStarts[number]..<problem.arcStarts[number + 1]] {
                let cost = Int128(problem.offers[Int(arc.offer)].ask.microYuan) + Int128(arc.tariff.microYuan)
                let scaled = (Int128(demand.limit.microYuan) - cost) * Int128(scale)
                gain = max(gain, scaled - Int128(boundPrices[Int(arc.offer)]))
            }
            sum += gain * Int128(demand.quantity.milli)
        }
        for (number, offer) in problem.offers.enumerated() {
            sum += Int128(boundPrices[number]) * Int128(offer.capacity.milli)
        }
        return sum / Int128(scale)
    }
}
