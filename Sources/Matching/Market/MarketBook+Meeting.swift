import Domain

extension MarketBook {
    /// The demands at rest that an offer meets, in the order of priority of an arriving offer: under `listed` by
    /// place, under `resting` by limit less charge tariff, then place.
    ///
    /// An offer meets a demand that it would fill at least a lot of if the two were alone, whatever the parties are to
    /// each other, whatever the money: those are for `decide`.
    ///
    /// - Precondition: the offer is listed.
    /// - Complexity: O(demand classes that accept its type) to compare limits, then O(n log n) in the demands whose
    ///   limit its price crosses.
    public func restingDemands(meeting offer: OfferID) -> [DemandID] {
        demandsMet(by: offer, after: nil, most: .max).map(\.demand)
    }

    /// The first so many of the demands at rest that an offer meets, or that come after one of these.
    ///
    /// - Parameter most: at least one; under `listed`, where limits order nothing, all are looked at and returned.
    /// - Complexity: O(demand classes that accept its type + n log n), n being the demands at rest whose limit its price
    ///   crosses, under `resting` and `clearing` those of each class down to the last one returned.
    func demandsMet(by offer: OfferID, after last: MetDemand?, most: Int) -> ArraySlice<MetDemand> {
        // One that is sold out stays listed, at a price that may cross many limits.
        guard standsInQueue(offer) else { return [] }
        let row = offers[slot(of: offer)]
        let mostOfClass = rule == .listed ? Int.max : most
        var met: [MetDemand] = []
        forEachCrossingClass(row) { demandClass, least, normaliser, charge in
            // In a class the order is that of the queue: no more than the most of all can come of one.
            var left = mostOfClass
            forEachAtLeast(least, in: demandClass) { demand in
                let rank = rule == .listed ? 0 : Int128(demand.limit) * normaliser - charge
                let candidate = MetDemand(demand: demand.id, rank: rank, place: demand.place)
                guard last.map({ $0.precedes(candidate) }) ?? true, isMet(demand, by: row, ignoringCapacity: false)
                else { return true }
                met.append(candidate)
                left -= 1
                return left > 0
            }
        }
        return met.sorted { $0.precedes($1) }.prefix(mostOfClass)
    }

    /// Whether an offer still meets a demand in the market.
    func meets(_ demand: DemandID, _ offer: OfferID) -> Bool {
        isMet(demands[slot(of: demand)], by: offers[slot(of: offer)], ignoringCapacity: false)
    }

    /// Whether some hour of the offer has a lot free and it is not suspended.
    func standsInQueue(_ offer: OfferID) -> Bool {
        offerNumbers.slot(of: offer.number).map { offerQueues.isResting($0) } ?? false
    }

    /// The demands at rest, with their places, that less of this offer may make tradable.
    ///
    /// That is so of all-or-none and minimum fill only, and only where lots differ, hours are chosen or all must come from
    /// one provider: with one lot size and a fixed window the walk takes what there is, and less of it is never more. In SCU
    /// lots differ by their type.
    func volatileDemands(crossing offer: OfferID) -> [MetDemand] {
        guard !conditional.classes.isEmpty, let slot = offerNumbers.slot(of: offer.number) else { return [] }
        let row = offers[slot]
        let terms = offerClasses.offerClass(ofBook: row.book)
        var met: [MetDemand] = []
        for demandClass in conditional.classes {
            let relation = demandClasses.classes[Int(demandClass)]
            let view = reaches.classes[Int(relation.reach)].views[Int(terms.zone)]
            guard view.failed.isEmpty, isAccepted(terms, by: relation.requirement) else { continue }
            let measure = requirements.classes[Int(relation.requirement)].measure
            guard let least = leastLimit(row, view, measure, terms.type) else { continue }
            forEachAtLeast(least, in: demandClass) { demand in
                if demand.isConditional, measure.isScu || mayGainByLess(demand),
                    isMet(demand, by: row, ignoringCapacity: true)
                {
                    met.append(MetDemand(demand: demand.id, rank: 0, place: demand.place))
                }
                return true
            }
        }
        return met
    }

    /// Whether an offer class has the type and tier that requirements ask for.
    func isAccepted(_ terms: OfferClass, by requirement: Int32) -> Bool {
        requirements.classes[Int(requirement)].requirements.leastTier <= terms.tier
            && requirements.classes[Int(requirement)].failures(ofType: terms.type, types.rows[Int(terms.type)])
                .isEmpty
    }

    /// The demands at rest of a buyer, in order of place.
    ///
    /// - Complexity: O(demands in the market).
    public func restingDemands(of buyer: PartyID) -> [DemandID] {
        restingRows.filter { buyers.facts[Int($0.buyer)].party == buyer }.sorted { $0.place < $1.place }.map(\.id)
    }

    /// All demands at rest, in order of place.
    ///
    /// - Complexity: O(n log n).
    public var restingDemands: [DemandID] { restingRows.sorted { $0.place < $1.place }.map(\.id) }

    var restingRows: [DemandRow] {
        (0..<Int32(demands.bound)).compactMap { demandQueues.isResting($0) ? demands[$0] : nil }
    }

    /// The demand classes that accept the offer's type, tier and zone, with the least limit that its least price crosses.
    ///
    /// The rank of a demand is limit less charge tariff per unit-hour, in milli-micro-yuan: in SCU the limit times
    /// milli-SCU a unit. So it is limit × normaliser − charge.
    private func forEachCrossingClass(
        _ row: OfferRow, _ body: (_ demandClass: Int32, _ least: Int64, _ normaliser: Int128, _ charge: Int128) -> Void
    ) {
        let terms = offerClasses.offerClass(ofBook: row.book)
        guard Int(terms.type) < requirements.metBy.count else { return }
        for requirement in requirements.metBy[Int(terms.type)] {
            guard requirements.classes[Int(requirement)].requirements.leastTier <= terms.tier else { continue }
            let measure = requirements.classes[Int(requirement)].measure
            let normaliser = measure.isScu ? Int128(measure.scale(ofType: terms.type)) : 1_000
            for demandClass in requirements.classes[Int(requirement)].demandClasses {
                let view = reaches.classes[Int(demandClasses.classes[Int(demandClass)].reach)].views[Int(terms.zone)]
                guard view.failed.isEmpty, let least = leastLimit(row, view, measure, terms.type) else { continue }
                body(demandClass, least, normaliser, Int128(view.charge) * 1_000)
            }
        }
    }

    /// The least limit that an offer's least price crosses; nil where none does.
    private func leastLimit(
        _ row: OfferRow, _ view: ReachClass.ZoneView, _ measure: Measure, _ type: Int32
    ) -> Int64? {
        guard measure.isScu else { return row.price + view.charge }
        let scale = measure.scale(ofType: type)
        return measure.leastLimit(costing: row.price + view.charge, hours: 1, scale)?.microYuan
    }

    /// The demands of a class with at least this limit in their order, until `body` says that it wants no more.
    private func forEachAtLeast(_ price: Int64, in demandClass: Int32, _ body: (DemandRow) -> Bool) {
        guard demandQueues.bestPrices[Int(demandClass)] >= price else { return }
        var slot = demandQueues.first(in: demandClass)
        while slot != PriceBook.none, demands[slot].limit >= price {
            guard body(demands[slot]) else { return }
            slot = demandQueues.next(after: slot)
        }
    }

    func isMet(_ demand: DemandRow, by row: OfferRow, ignoringCapacity: Bool) -> Bool {
        let book = offerClasses.books[Int(row.book)]
        let measure = measure(of: demand)
        guard demand.traits.isDisjoint(with: .apart), demand.mayTake(from: book.provider),
            mayServe(book, demand, measure, buyers.facts[Int(demand.buyer)])
        else { return false }
        let charge = charge(of: row, demand)
        if demand.choosesHours {
            let most = demand.limit - charge
            return ignoringCapacity ? row.price <= most : hasRun(row, demand, within: most)
        }
        return askSum(row, demand) + charge * demand.hours
            <= measure.unitLimitSum(demand, scale(measure, book), hours: demand.hours)
            && (ignoringCapacity || hasLotFree(row, demand))
    }

    /// Whether a walk of less supply may take more. Where it chooses hours, what it takes first may part what is left.
    private func mayGainByLess(_ demand: DemandRow) -> Bool {
        lotSizes.count > 1 || demand.traits.contains(.singleProvider) || demand.choosesHours
    }

    private func charge(of row: OfferRow, _ demand: DemandRow) -> Int64 {
        reaches.classes[Int(demand.reach)].views[Int(offerClasses.books[Int(row.book)].zone)].charge
    }
}

/// A demand that an offer meets, and what orders it.
struct MetDemand {
    let demand: DemandID
    /// Limit less charge tariff under `resting`, the same for all under `listed`.
    let rank: Int128
    let place: Place

    func precedes(_ other: MetDemand) -> Bool {
        rank != other.rank ? rank > other.rank : place < other.place
    }
}
