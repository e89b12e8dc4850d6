import Domain

extension OracleMarket {
    func amend(
        _ id: DemandID, _ change: DemandAmendment, _ subsidyClass: Int32, _ links: [Link], _ place: Place,
        _ events: inout [OracleEvent]
    ) {
        guard let position = demands.firstIndex(where: { $0.entry.demand.id == id }) else {
            return events.append(.refused(.alreadyClosed))
        }
        let rest = demands[position]
        guard let terms = try? rest.terms.amended(by: change) else {
            return events.append(.refused(.minimumFillTooLarge))
        }
        let filled = rest.terms.quantity.milli - rest.open
        if terms.quantity.milli < filled { return events.append(.refused(.quantityBelowFilled)) }
        if terms == rest.terms { return events.append(.refused(.nothingChanged)) }
        let keepsPlace =
            terms.limit.microYuan == rest.terms.limit.microYuan && terms.quantity.milli <= rest.terms.quantity.milli
        let (old, entry) = (rest.entry.demand, rest.entry)
        let demand = Demand(id: id, buyer: old.buyer, terms: terms, place: keepsPlace ? old.place : place)
        demands[position].entry = OracleDemand(
            demand: demand, size: entry.size, profile: entry.profile, subsidyClass: subsidyClass, links: links)
        demands[position].open = terms.quantity.milli - filled
        knownReach = knownReach.filter { $0.key[0] != id.number }
        knownLinks = knownLinks.filter { $0.key[0] != id.number }
        decide(id, arriving: false, &events)
    }

    func amend(_ id: OfferID, _ change: OfferAmendment, _ place: Place, _ events: inout [OracleEvent]) {
        guard let position = offers.firstIndex(where: { $0.offer.id == id }) else {
            return events.append(.refused(.alreadyClosed))
        }
        let old = offers[position]
        guard let terms = try? old.offer.terms.amended(by: change) else {
            return events.append(.refused(.lotSizeNotWhole))
        }
        for hour in hours(old.taken.map(\.window)) where taken(old, hour) > listed(terms.schedule, hour) {
            return events.append(.refused(.capacitySold))
        }
        if terms == old.offer.terms { return events.append(.refused(.nothingChanged)) }
        let grows = hours(terms.schedule.steps.map(\.window)).contains {
            listed(terms.schedule, $0) > listed(old.offer.terms.schedule, $0)
        }
        let losesPlace = grows || terms.price != old.offer.terms.price
        offers[position].offer = Offer(
            id: id, provider: old.offer.provider, terms: terms, place: losesPlace ? place : old.offer.place)
        if losesPlace { arrive(id, &events) }
    }

    func isWithin(_ rest: OracleRest, _ scope: OrderScope) -> Bool {
        guard scope.zone.map({ path(rest.terms.home).contains($0) }) ?? true else { return false }
        guard let wanted = scope.instanceType else { return true }
        return types.contains { $0.id == wanted && meets(rest.terms.requirements, $0.terms, wanted) }
    }

    func isWithin(_ offer: OracleOffer, _ scope: OrderScope) -> Bool {
        (scope.zone.map { path(offer.offer.terms.zone).contains($0) } ?? true)
            && (scope.instanceType.map { $0 == offer.offer.terms.instanceType } ?? true)
    }

    private func hours(_ windows: [Window]) -> Set<Hour> { Set(windows.flatMap { Array($0.start..<$0.end) }) }

    private func taken(_ offer: OracleOffer, _ hour: Hour) -> Int64 {
        offer.taken.reduce(0) { $0 + ($1.window.start <= hour && hour < $1.window.end ? $1.milli : 0) }
    }

    private func listed(_ schedule: CapacitySchedule, _ hour: Hour) -> Int64 {
        schedule.steps.reduce(0) { $0 + ($1.window.start <= hour && hour < $1.window.end ? $1.quantity.milli : 0) }
    }
}
