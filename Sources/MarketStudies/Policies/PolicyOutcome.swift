import Domain
import Matching

/// What a book's clearing under a policy comes to. Amounts are of the book's one hour.
public struct PolicyOutcome: Hashable, Sendable {
    public let policy: EscalationPolicy
    /// Units filled at each level of the policy.
    public internal(set) var unitsByRound: [Int64] = []
    /// What batches maximise: (limit − ask − charge tariff − policy tariff) × quantity.
    public internal(set) var value = ExactAmount()
    /// Of the value, what ranks only; welfare is the value with it.
    public internal(set) var policyTariff = ExactAmount()
    /// The least upper bound that was proven for any policy's value, where this one clears everything at once.
    public internal(set) var bound = ExactAmount()

    public var units: Int64 { unitsByRound.reduce(0, +) }
    public var welfare: ExactAmount { value + policyTariff }
}

extension HourBook {
    /// Units that the book's demands want.
    public var unitsWanted: Int64 { demands.reduce(0) { $0 + $1.units } }
    /// How many want them, and how many offers there are.
    public var demandCount: Int { demands.count }
    public var offerCount: Int { offers.count }

    /// Clears the book level after level. nil where a problem is beyond what can be solved.
    ///
    /// The zones of one level share nothing, so that one problem holds them all.
    public func cleared(by policy: EscalationPolicy) -> PolicyOutcome? {
        var outcome = PolicyOutcome(policy: policy)
        var state = (free: offers.map(\.units), open: demands.map(\.units), minimum: demands.map(\.minimum))
        for level in policy.levels {
            let links = demands.map { demand in self.links(of: demand, within: level) }
            guard let problem = try? self.problem(links, state) else { return nil }
            let clearing = Clearing(problem, .optimum(of: problem))
            for fill in clearing.fills {
                let (demand, offer, units) = (Int(fill.demand), Int(fill.offer), fill.quantity.milli)
                guard let link = links[demand].first(where: { $0.offer == offer }) else { continue }
                state.free[offer] -= units
                state.open[demand] -= units
                state.minimum[demand] = 0
                let quantity = Quantity(unchecked: units * HourBook.lot.milli)
                let gain = Int128(surplus(link, demands[demand].limit))
                outcome.value = outcome.value + ExactAmount(priceSum: gain, quantity)
                outcome.policyTariff =
                    outcome.policyTariff + ExactAmount(priceSum: Int128(link.policyTariff), quantity)
            }
            outcome.unitsByRound.append(clearing.fills.reduce(0) { $0 + $1.quantity.milli })
            outcome.bound = ExactAmount(clearing.certificate.bound * Int128(HourBook.lot.milli))
        }
        return outcome
    }

    private func links(of demand: DemandRow, within level: ZoneLevel) -> [Link] {
        let scope = scope(of: demand.home, level)
        return demand.links.filter { scope.contains(offers[$0.offer].zone) }
    }

    private func problem(
        _ links: [[Link]], _ state: (free: [Int64], open: [Int64], minimum: [Int64])
    ) throws(ClearingRefusal) -> ClearingProblem {
        try ClearingProblem(
            offers: zip(offers, state.free).map {
                ClearingProblem.Offer(capacity: Quantity(unchecked: $1), ask: $0.ask)
            },
            demands: demands.indices.map { number in
                ClearingProblem.Demand(
                    quantity: Quantity(unchecked: state.open[number]), limit: demands[number].limit,
                    minimum: Quantity(unchecked: state.minimum[number]))
            },
            arcs: links.map { links in
                links.map {
                    ClearingProblem.Arc(
                        offer: Int32($0.offer), tariff: UnitPrice(unchecked: $0.charge + $0.policyTariff))
                }
            })
    }
}
