import Domain

extension MarketBook {
    /// Whether the demand is in the market, at hand or at rest.
    public func isAdmitted(_ demand: DemandID) -> Bool { demandNumbers.slot(of: demand.number) != nil }

    public func isResting(_ demand: DemandID) -> Bool {
        demandNumbers.slot(of: demand.number).map { demandQueues.isResting($0) } ?? false
    }

    /// What is still open of a demand in the market; in SCU to a milli-SCU, rounded up.
    public func open(_ demand: DemandID) -> Quantity? {
        demandNumbers.slot(of: demand.number).map { slot in
            let row = demands[slot]
            guard measure(of: row).isScu else { return Quantity(unchecked: row.open) }
            return Quantity(unchecked: max(0, Int64(Rounding.up.quotient(Int128(row.open), 1_000))))
        }
    }

    /// Takes a demand in hand: it can be decided, and does not rest yet.
    ///
    /// - Precondition: its home is defined, its network version published, and it is not in the market.
    /// - Complexity: O(1) where its requirements and reach are known; else O(types + offer books that meet it + zones).
    public mutating func admit(_ entry: MarketDemand) {
        let row = row(of: entry)
        let slot = demands.insert(row)
        demandNumbers.insert(row.id.number, slot)
        demandQueues.reserve(entries: demands.bound)
    }

    /// Takes a demand out of the market: filled, cancelled, expired.
    ///
    /// - Precondition: the demand is in the market.
    public mutating func remove(_ demand: DemandID) {
        let slot = slot(of: demand)
        if demandQueues.isResting(slot) {
            if demands[slot].isConditional { conditional.remove(demands[slot].demandClass) }
            demandQueues.cancel(slot)
        }
        demandNumbers.remove(demand.number)
        demands.remove(slot)
        if !unitHours.isEmpty { unitHours[demand] = nil }
    }

    /// Rests a demand at its place; one at rest stays where it is.
    public mutating func rest(_ demand: DemandID) {
        let slot = slot(of: demand)
        guard !demandQueues.isResting(slot) else { return }
        let row = demands[slot]
        demandQueues.rest(slot, in: row.demandClass, price: row.limit, quantity: row.open, place: row.place)
        if row.isConditional { conditional.add(row.demandClass) }
    }

    func slot(of demand: DemandID) -> Int32 {
        guard let slot = demandNumbers.slot(of: demand.number) else {
            preconditionFailure("the demand is in the market")
        }
        return slot
    }

    mutating func row(of entry: MarketDemand) -> DemandRow {
        let requirement = requirements.number(of: requirementKey(of: entry), types: &types, offers: offerClasses)
        let reach = reaches.number(of: reachKey(of: entry), tree: zones)
        return row(
            of: entry,
            DemandRow.Classes(
                buyer: buyers.update(entry.buyer), requirement: requirement, reach: reach,
                demandClass: demandClass(requirement, reach),
                subsidyRow: subsidies.row(of: entry.subsidyClass, offers: offerClasses, types: types)))
    }

    func requirementKey(of entry: MarketDemand) -> RequirementKey {
        let terms = entry.demand.terms
        return RequirementKey(
            requirements: terms.requirements,
            scu: terms.scu.map { ScuKey(measure: $0, version: entry.conversion) })
    }

    /// What the amounts of a demand in the market are counted in.
    func measure(of row: DemandRow) -> Measure { requirements.classes[Int(row.requirement)].measure }

    func reachKey(of entry: MarketDemand) -> ReachKey {
        let terms = entry.demand.terms
        return ReachKey(home: zones.number(of: terms.home), reach: terms.reach, network: entry.network)
    }

    /// The row of a demand, given the numbers of its classes.
    func row(of entry: MarketDemand, _ classes: DemandRow.Classes) -> DemandRow {
        let (demand, terms) = (entry.demand, entry.demand.terms)
        return DemandRow(
            id: demand.id, place: demand.place, classes: classes,
            start: Int32(terms.window.start), end: Int32(terms.window.end),
            hoursEach: Int32(terms.hours), leastFirst: Int32(terms.policy.minimum.milli),
            piece: terms.scu != nil
                ? DemandRow.inScu : terms.chosenHours.map { $0.isInPieces ? Int16($0.leastPiece) : 0 } ?? 0,
            firstHourOfWeek: UInt8(clock.hourOfWeek(terms.window.start)), traits: DemandRow.Traits(terms),
            quantity: terms.grains(of: terms.quantity), limit: terms.limit.microYuan,
            open: entry.open, boundProvider: entry.boundProvider?.number ?? 0)
    }

    private mutating func demandClass(_ requirement: Int32, _ reach: Int32) -> Int32 {
        let (number, isNew) = demandClasses.number(of: DemandClass(requirement: requirement, reach: reach))
        if isNew {
            let queue = demandQueues.addQueue(descending: true)
            assert(queue == number, "a demand class and its queue have one number")
            requirements.add(demandClass: number, to: requirement)
        }
        return number
    }
}
