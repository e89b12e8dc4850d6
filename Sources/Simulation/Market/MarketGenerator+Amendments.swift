import Domain
import Records

extension MarketGenerator {
    /// Of a demand at rest, by its buyer: a limit, a quantity, a time limit, or several of them.
    mutating func amendDemand() throws -> GeneratedCommand? {
        guard let demand = view.demands.draw(&random), let owner = view.demandOwners[demand],
            let terms = view.demandTerms[demand], !view.bundleLines.contains(demand)
        else { return nil }
        let until = Stamp(microseconds: view.time.microseconds + random.number(1...40) * Stamp.microsecondsPerHour)
        let quantity = max(250, terms.quantity.milli + 250 * random.number(-8...4))
        let change = try DemandAmendment(
            limit: random.chance(50) ? UnitPrice(333_333 * random.number(30...120)) : nil,
            quantity: random.chance(50) ? Quantity(quantity) : nil,
            timeInForce: random.chance(30) ? random.pick([.goodTillCancelled, .goodTill(until)]) : nil)
        return GeneratedCommand(actor: SimulatedActors.buyer(owner), command: .amendDemand(demand, change))
    }

    /// Of an open offer, by its provider: a price, more or less at every hour, an earlier or a later end.
    mutating func amendOffer() throws -> GeneratedCommand? {
        guard let offer = view.offers.draw(&random), let owner = view.offerOwners[offer],
            let terms = view.offerTerms[offer]
        else { return nil }
        let change = try OfferAmendment(
            price: random.chance(60) ? price() : nil, schedule: random.chance(60) ? changed(terms) : nil)
        return GeneratedCommand(actor: SimulatedActors.provider(owner), command: .amendOffer(offer, change))
    }

    private mutating func changed(_ terms: OfferTerms) throws -> CapacitySchedule {
        let (lot, more, longer) = (terms.lotSize.milli, random.number(-2...2), random.number(-6...6))
        let last = terms.schedule.steps.count - 1
        return try CapacitySchedule(
            steps: terms.schedule.steps.enumerated().map { position, step in
                let end = position == last ? max(step.window.start + 1, step.window.end + longer) : step.window.end
                return CapacityStep(
                    window: try Window(step.window.start, end),
                    quantity: try Quantity(max(lot, step.quantity.milli + more * lot)))
            })
    }

    mutating func cancelDemands() -> GeneratedCommand? {
        buyer().map { GeneratedCommand(actor: $0, command: .cancelDemands(scope())) }
    }

    mutating func withdrawOffers() -> GeneratedCommand? {
        provider().map { GeneratedCommand(actor: $0, command: .withdrawOffers(scope())) }
    }

    private mutating func scope() -> OrderScope {
        OrderScope(
            zone: random.chance(60) && !view.zones.isEmpty ? random.pick(view.zones).id : nil,
            instanceType: random.chance(40) && !view.types.isEmpty ? random.pick(view.types).id : nil)
    }
}
