import Domain

extension OracleMarket {
    func amend(
        _ id: DemandID, _ change: DemandAmendment, _ subsidyClass: Int32, _ links: [Link], _ place: Place,
        _ events: inout [OracleEvent]
    ) {
        if bundle(of: id) != nil { return events.append(.refused(.bundled)) }
        guard let position = demands.firstIndex(where: { $0.entry.demand.id == id }) else {
            return events.append(.refused(.alreadyClosed))
        }
        if isFrozen(id) { return events.append(.refused(.frozen)) }
        let rest = demands[position]
        guard let terms = try? rest.terms.amended(by: change) else {
            return events.append(.refused(.minimumFillTooLarge))
        }
        let filled = wanted(rest.terms) - rest.open
        if wanted(terms) + slack(terms) < filled { return events.append(.refused(.quantityBelowFilled)) }
        if terms == rest.terms { return events.append(.refused(.nothingChanged)) }
        let keepsPlace =
            terms.limit.microYuan == rest.terms.limit.microYuan && terms.quantity.milli <= rest.terms.quantity.milli
        let (old, entry) = (rest.entry.demand, rest.entry)
        let demand = Demand(id: id, buyer: old.buyer, terms: terms, place: keepsPlace ? old.place : place)
        demands[position].entry = OracleDemand(
            demand: demand, size: entry.size, profile: entry.profile, subsidyClass: subsidyClass, links: links)
        known[id] = demands[position].entry
        demands[position].open = wanted(terms) - filled
        knownReach = knownReach.filter { $0.key[0] != id.number }
        knownLinks = knownLinks.filter { $0.key[0] != id.number }
        knownWorth = knownWorth.filter { $0.key[0] != id.number }
        decide(id, arriving: false, &events)
    }

    func amend(_ id: OfferID, _ change: OfferAmendment, _ place: Place, _ events: inout [OracleEvent]) {
        guard let position = offers.firstIndex(where: { $0.offer.id == id }) else {
            return events.append(.refused(.alreadyClosed))
        }
        if isFrozen(id) { return events.append(.refused(.frozen)) }
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

    /// By place; a line of a bundle takes the whole of it along.
    func cancelAll(of buyer: PartyID, _ scope: OrderScope, _ events: inout [OracleEvent]) {
        let theirs = (demands + bundles.flatMap(\.lines)).filter {
            $0.entry.demand.buyer == buyer && isWithin($0, scope) && !isFrozen($0.entry.demand.id)
        }
        for id in theirs.sorted(by: earlier).map(\.entry.demand.id) {
            if let bundle = bundle(of: id) {
                end(bundle: bundle, .cancelledByOwner, &events)
            } else if demands.contains(where: { $0.entry.demand.id == id }) {
                end(id, .cancelledByOwner, &events)
            }
        }
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

// The clock, for an exchange that has one.
extension OracleMarket {
    /// Everything that ends at or before an instant: by instant, demands past their time limit before demands whose
    /// latest start has come before offers of which nothing is left before an hour that begins, then by number. After
    /// each the book is settled.
    public func pass(to stamp: Stamp) -> [OracleEvent] {
        var events: [OracleEvent] = []
        let hour = Stamp.microsecondsPerHour
        firstHour = (stamp.microseconds + hour - 1) / hour
        while let next = ending().filter({ $0.at <= stamp.microseconds }).min(by: {
            $0.order.lexicographicallyPrecedes($1.order)
        }) {
            switch next.kind {
            case 0: end(DemandID(next.number), .demandExpired, &events)
            case 1: end(DemandID(next.number), .windowBegun, &events)
            case 2:
                offers.removeAll { $0.offer.id.number == next.number }
                events.append(.withdrawn(OfferID(next.number)))
            default: hourDue = nil
            }
            settle(&events)
            watchHours()
        }
        settle(&events)
        note(events)
        return events
    }

    private struct Ending {
        let at: Int64
        let kind: Int64
        let number: Int64
        var order: [Int64] { [at, kind, number] }
    }

    private func ending() -> [Ending] {
        let hour = Stamp.microsecondsPerHour
        var endings: [Ending] = []
        for rest in demands + bundles.flatMap(\.lines) {
            let number = rest.entry.demand.id.number
            endings.append(Ending(at: latestStart(rest.terms) * hour, kind: 1, number: number))
            if case .goodTill(let until) = rest.terms.policy.timeInForce {
                endings.append(Ending(at: until.microseconds, kind: 0, number: number))
            }
        }
        for offer in offers {
            let last = offer.offer.terms.schedule.steps.map(\.window.end).max() ?? 0
            endings.append(Ending(at: last * hour, kind: 2, number: offer.offer.id.number))
        }
        if let hourDue { endings.append(Ending(at: hourDue, kind: 3, number: 0)) }
        return endings
    }

    /// An hour that can be traded at its stroke has begun a microsecond later. What is awaited stays so while any
    /// demand watches, even where the one that it was for has gone.
    func watchHours() {
        let watching = (demands + bundles.flatMap(\.lines)).map(\.terms).filter { terms in
            guard let chosen = terms.chosenHours, terms.lane == .now else { return false }
            return chosen.isInPieces || terms.policy.allOrNone || terms.policy.minimum.milli > 0
        }
        guard let first = watching.map(\.window.start).min() else { return hourDue = nil }
        let next = max(first, firstHour) * Stamp.microsecondsPerHour + 1
        hourDue = min(hourDue ?? next, next)
    }

    func latestStart(_ terms: DemandTerms) -> Hour {
        terms.chosenHours.map { terms.window.end - $0.count } ?? terms.window.start
    }

    private func end(_ id: DemandID, _ reason: Reason, _ events: inout [OracleEvent]) {
        if let bundle = bundle(of: id) { return end(bundle: bundle, reason, &events) }
        demands.removeAll { $0.entry.demand.id == id }
        events.append(.cancelled(id, reason))
    }
}
