import Domain

/// What was sold of an offer: a lease.
struct OracleSale {
    let number: Int64
    let demand: DemandID
    let offer: OfferID
    let window: Window
    let milli: Int64
    /// What a unit paid for an hour on average, with the charge, rounded down.
    let paid: Int64
    /// Its end, or the hour from which it is cut.
    var until: Hour

    func owes(_ hour: Hour) -> Bool { window.start <= hour && hour < until }
}

// Capacity that its provider announces will not be there. Demands in SCU are not asked for here.
extension OracleMarket {
    /// Notes what was sold, in the order of the fills.
    func note(_ events: [OracleEvent]) {
        for case .filled(let demand, let offer, let window, let milli, _, let price, let charge, _) in events {
            sales.append(
                OracleSale(
                    number: Int64(sales.count) + 1, demand: demand, offer: offer, window: window, milli: milli,
                    paid: price / (window.end - window.start) + charge, until: window.end))
        }
    }

    /// No more than so much of an offer will be there.
    ///
    /// - Parameter next: what looks for the hours of leases that are cut is numbered from here on.
    public func plan(_ id: OfferID, _ plan: PlannedWithdrawal, place: Place, next: DemandID) -> [OracleEvent] {
        var events: [OracleEvent] = []
        self.plan(id, plan, place, next, &events)
        settle(&events)
        note(events)
        watchHours()
        return events
    }

    private func plan(
        _ id: OfferID, _ plan: PlannedWithdrawal, _ place: Place, _ next: DemandID, _ events: inout [OracleEvent]
    ) {
        let gone = plan.window.start..<plan.window.end
        guard gone.lowerBound >= firstHour else { return events.append(.refused(.windowPast)) }
        let position = offers.firstIndex { $0.offer.id == id }
        let old = position.map { offers[$0].offer.terms }
        let steps = old?.schedule.steps.flatMap { left(of: $0, plan) }
        if let old, let steps, steps.contains(where: { $0.quantity.milli % old.lotSize.milli != 0 }) {
            return events.append(.refused(.lotSizeNotWhole))
        }
        let tooMany = excess(of: id, plan)
        guard !tooMany.isEmpty || steps != old?.schedule.steps else { return events.append(.refused(.nothingChanged)) }
        var looking: [DemandID] = []
        for number in tooMany.sorted(by: { isServedEarlier(sales[$0], sales[$1]) }) {
            let sale = sales[number]
            let from = max(plan.window.start, sale.window.start)
            let wanted = sought(sale, from, DemandID(next.number + Int64(looking.count)), place, Int64(looking.count))
            sales[number].until = from
            if let position {
                offers[position].taken.append((Window(unchecked: from, sale.until), -sale.milli))
            }
            events.append(.cut(lease: sale.number, from: from, sought: wanted?.demand.id))
            guard let wanted else { continue }
            known[wanted.demand.id] = wanted
            demands.append(OracleRest(entry: wanted, open: sale.milli))
            looking.append(wanted.demand.id)
        }
        if let position, let old, let steps { resize(position, old, steps, &events) }
        for demand in looking { decide(demand, arriving: true, &events) }
        if !tooMany.isEmpty { arrive(id, &events) }
    }

    private func resize(
        _ position: Int, _ old: OfferTerms, _ steps: [CapacityStep], _ events: inout [OracleEvent]
    ) {
        let offer = offers[position].offer
        guard steps.contains(where: { $0.window.end > firstHour }), let schedule = try? CapacitySchedule(steps: steps),
            let terms = try? old.amended(by: OfferAmendment(schedule: schedule))
        else {
            offers.remove(at: position)
            return events.append(.withdrawn(offer.id))
        }
        offers[position].offer = Offer(id: offer.id, provider: offer.provider, terms: terms, place: offer.place)
    }

    /// A step hour by hour, joined where as much is left.
    private func left(of step: CapacityStep, _ plan: PlannedWithdrawal) -> [CapacityStep] {
        var left: [CapacityStep] = []
        for hour in step.window.start..<step.window.end {
            let isGone = plan.window.start <= hour && hour < plan.window.end
            let quantity = isGone ? min(step.quantity, plan.left) : step.quantity
            guard quantity.milli > 0 else { continue }
            if let last = left.last, last.window.end == hour, last.quantity == quantity {
                left[left.count - 1] = CapacityStep(
                    window: Window(unchecked: last.window.start, hour + 1), quantity: quantity)
            } else {
                left.append(CapacityStep(window: Window(unchecked: hour, hour + 1), quantity: quantity))
            }
        }
        return left
    }

    /// The sales to be cut, the latest first: each that some hour has too much of yet.
    private func excess(of id: OfferID, _ plan: PlannedWithdrawal) -> [Int] {
        var kept = Set(sales.indices.filter { sales[$0].offer == id })
        var tooMany: [Int] = []
        for position in sales.indices.reversed() where kept.contains(position) {
            let isTooMuch = (plan.window.start..<plan.window.end).contains { hour in
                let sold = kept.filter { sales[$0].owes(hour) }.reduce(0) { $0 + sales[$1].milli }
                return sales[position].owes(hour) && sold > plan.left.milli
            }
            guard isTooMuch else { continue }
            kept.remove(position)
            tooMany.append(position)
        }
        return tooMany
    }

    private func isServedEarlier(_ left: OracleSale, _ right: OracleSale) -> Bool {
        let (leftPlace, rightPlace) = (known[left.demand]!.demand.place, known[right.demand]!.demand.place)
        return leftPlace == rightPlace ? left.number < right.number : isEarlier(leftPlace, rightPlace)
    }

    /// The rest of a sale as a demand; nil where its provider goes on with other units of one that it must have alone.
    private func sought(
        _ sale: OracleSale, _ from: Hour, _ id: DemandID, _ place: Place, _ position: Int64
    ) -> OracleDemand? {
        let entry = known[sale.demand]!
        let (old, terms) = (entry.demand, entry.demand.terms)
        let isAlone = sales.filter { $0.demand == sale.demand }.count == 1 && resting[sale.demand] == nil
        if terms.singleProvider, !isAlone { return nil }
        let wanted = try! DemandTerms(
            requirements: terms.requirements, quantity: Quantity(sale.milli), window: Window(from, sale.until),
            home: terms.home, reach: terms.reach, limit: UnitPrice(sale.paid), policy: FillPolicy(.fillOrKill),
            singleProvider: terms.singleProvider, use: terms.use, funding: .ownMoney,
            acceptsRelated: terms.acceptsRelated)
        let demand = Demand(
            id: id, buyer: old.buyer, terms: wanted, place: Place(sequence: place.sequence, position: position))
        return OracleDemand(
            demand: demand, size: entry.size, profile: entry.profile, subsidyClass: 0, links: entry.links)
    }
}
