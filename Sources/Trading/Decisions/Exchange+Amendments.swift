import Accounting
import Domain
import Matching
import Records

// Changes of what is open, by its owner.
extension Exchange {
    /// Gives an open demand other terms, under the versions now in force: its holds are computed anew, and it is
    /// matched at once. A quantity of what is filled already ends it.
    ///
    /// Errors: `seatForbidden`, `notAdmitted`, `unknownDemand`, `foreignObject`, `alreadyClosed`, `frozen` (a member of an
    /// open batch), `noCancelPhase`, `quoted`, `bundled`, `fillPolicyContradictory`, `minimumFillTooLarge`, `expiryPast`,
    /// `quantityBelowFilled`, `nothingChanged`, `priceOutsideCollar` (of a new limit), `overflow`, `fundsInsufficient`
    /// (for what the holds are more than before).
    mutating func amendDemand(_ id: DemandID, _ change: DemandAmendment) throws(Reason) {
        let entry = try ownOpenDemand(id)
        guard !quotes.isOpen(id) else { throw .quoted }
        guard !bundles.contains(id) else { throw .bundled }
        let terms = try entry.terms.amended(by: change)
        try checkTimeLimit(terms.policy)
        guard terms.mostGrains >= entry.filledGrains else { throw .quantityBelowFilled }
        guard terms != entry.terms else { throw .nothingChanged }
        if terms.limit != entry.terms.limit { try checkCollar(terms) }
        let demand = entry.demand.amended(terms, place: draft.place)
        let amended = entry.amended(demand, versions)
        let hold = try fundingWalk(amended).currentHold()
        guard hold.own <= entry.hold.own + freeMoney(of: demand.buyer) else { throw .fundsInsufficient }
        emit(.demandAmended(demand, versions, open: amended.open))
        self.change(hold: hold)
        settle(deciding: id)
    }

    /// Gives an open offer another price or schedule. What is sold stays sold; where the offer loses its place it
    /// serves the resting demands that it meets, as an arriving one does.
    ///
    /// Errors: `seatForbidden`, `notAdmitted`, `unknownOffer`, `foreignObject`, `alreadyClosed`, `frozen`, `noCancelPhase`,
    /// `lotSizeNotWhole`, `windowPast` (nothing of the schedule is left to sell), `capacitySold` (more was sold at some hour),
    /// `nothingChanged`, `priceOutsideCollar` (of a new price).
    mutating func amendOffer(_ id: OfferID, _ change: OfferAmendment) throws(Reason) {
        let entry = try ownOpenOffer(id)
        let terms = try entry.offer.terms.amended(by: change)
        try checkSpan(terms)
        guard market.isTaken(of: id, within: terms.schedule) else { throw .capacitySold }
        guard terms != entry.offer.terms else { throw .nothingChanged }
        if terms.price != entry.offer.terms.price { try checkCollar(terms) }
        let offer = entry.offer.amended(terms, place: draft.place)
        var queue = RematchQueue(reducing: [id], in: market)
        emit(.offerAmended(offer))
        if offer.place != entry.offer.place { queue.arrive(id, in: market) }
        settle(queue)
        settleBesides([id])
    }

    /// Cancels a buyer's open demands within a scope, in order of place; there may be none. Members of an open batch stay,
    /// and those that a near round keeps; a bundle ends whole where one of its lines is within the scope.
    ///
    /// Errors: `seatForbidden`, `notAdmitted`, `unknownZone`, `unknownInstanceType`.
    mutating func cancelDemands(_ scope: OrderScope) throws(Reason) {
        let buyer = try actingParty(.buyer)
        try checkNames(scope)
        let ended = orders.resting(of: buyer.id).filter {
            !stays($0) && isWithin(orders.demand($0)!.terms, scope)
        }
        for demand in ended where orders.demand(demand)!.isOpen { close(demand: demand, .cancelledByOwner) }
    }

    /// Withdraws a provider's open offers within a scope, in order of number; there may be none, and those of which some
    /// is in an open batch, or that a near round keeps, stay. Demands that may fill from others are decided when all are out.
    ///
    /// Errors: `seatForbidden`, `notAdmitted`, `unknownZone`, `unknownInstanceType`.
    mutating func withdrawOffers(_ scope: OrderScope) throws(Reason) {
        let provider = try actingParty(.provider)
        try checkNames(scope)
        close(
            offers: orders.openOffers(of: provider.id).filter {
                !stays($0) && isWithin(orders.offer($0)!.offer.terms, scope)
            }, .withdrawn)
    }

    private func checkNames(_ scope: OrderScope) throws(Reason) {
        if let zone = scope.zone, catalogue.zone(zone) == nil { throw .unknownZone }
        if let type = scope.instanceType, catalogue.type(type) == nil { throw .unknownInstanceType }
    }

    private func isWithin(_ terms: DemandTerms, _ scope: OrderScope) -> Bool {
        (scope.zone.map { catalogue.contains(terms.home, within: $0) } ?? true)
            && (scope.instanceType.flatMap { catalogue.type($0) }.map { terms.requirements.admits($0) } ?? true)
    }

    private func isWithin(_ terms: OfferTerms, _ scope: OrderScope) -> Bool {
        (scope.zone.map { catalogue.contains(terms.zone, within: $0) } ?? true)
            && (scope.instanceType.map { $0 == terms.instanceType } ?? true)
    }
}

// How events change what is open.
extension Exchange {
    mutating func amended(_ demand: Demand, _ versions: PinnedVersions) {
        let former = orders.demand(demand.id)!.terms.policy.timeInForce
        let subsidyClass = subsidyClass(of: demand)
        admitSubsidies()
        orders.amend(demand, versions, subsidyClass: subsidyClass)
        market.amend(marketDemand(orders.demand(demand.id)!))
        if demand.terms.policy.timeInForce != former { queueExpiry(of: demand) }
    }

    mutating func amended(_ offer: Offer) {
        let end = orders.offer(offer.id)!.offer.terms.schedule.span.end
        orders.amend(offer)
        market.amend(offer)
        if offer.terms.schedule.span.end != end { queueEnd(of: offer) }
        asksChanged(offer)
    }
}
