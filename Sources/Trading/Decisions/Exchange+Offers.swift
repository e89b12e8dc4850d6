import Domain
import Matching
import Programmes
import Records

extension Exchange {
    /// Lists an offer and serves the resting demands that it meets, in their order of priority.
    ///
    /// Errors: `seatForbidden`, `notAdmitted`, `notProvider`, `unknownInstanceType`, `unknownZone`, `unknownParty`
    /// (a member of the buyer class), `windowPast` (nothing of the schedule is left to sell), `openOrdersTooMany`,
    /// `priceOutsideCollar`.
    mutating func listOffer(_ terms: OfferTerms) throws(Reason) {
        let provider = try actingParty(.provider)
        guard provider.registration.provides else { throw .notProvider }
        guard catalogue.knows(terms.instanceType) else { throw .unknownInstanceType }
        guard catalogue.knows(terms.zone) else { throw .unknownZone }
        guard terms.buyers.members.allSatisfy({ parties.entry($0) != nil }) else { throw .unknownParty }
        try checkSpan(terms)
        try checkRoomForOffer(of: provider.id)
        try checkCollar(terms)
        let offer = Offer(
            id: OfferID(Int64(orders.offers.count) + 1), provider: provider.id, terms: terms, place: draft.place)
        emit(.offerListed(offer))
        settle(RematchQueue(arriving: offer.id, in: market))
    }

    /// Takes an offer out of the market; leases that it led to stand.
    ///
    /// Errors: `seatForbidden`, `notAdmitted`, `unknownOffer`, `foreignObject`, `alreadyClosed`, `frozen` (some of
    /// it is in an open batch).
    mutating func withdrawOffer(_ id: OfferID) throws(Reason) {
        _ = try ownOpenOffer(id)
        close(offers: [id], .withdrawn)
    }

    /// An offer that the provider who acts may change. Errors: `seatForbidden`, `notAdmitted`, `unknownOffer`,
    /// `foreignObject`, `alreadyClosed`, `frozen` (some of it is in an open batch), `noCancelPhase` (a round that is near
    /// keeps it).
    func ownOpenOffer(_ id: OfferID) throws(Reason) -> OfferEntry {
        let provider = try actingParty(.provider)
        guard let entry = orders.offer(id) else { throw .unknownOffer }
        guard entry.offer.provider == provider.id else { throw .foreignObject }
        guard entry.isOpen else { throw .alreadyClosed }
        guard !batches.isFrozen(id) else { throw .frozen }
        guard !isKept(entry.offer.terms) else { throw .noCancelPhase }
        return entry
    }

    /// Errors: `windowPast`.
    func checkSpan(_ terms: OfferTerms) throws(Reason) {
        guard terms.schedule.span.end > draft.stamp.nextHour else { throw .windowPast }
    }
}

extension Exchange {
    /// Takes open offers out of the market; less supply may let an all-or-none demand fill from others.
    mutating func close(offers: [OfferID], _ reason: Reason) {
        let queue = RematchQueue(reducing: offers, in: market)
        for offer in offers { emit(.offerClosed(offer, reason)) }
        settle(queue)
        settleBesides(offers)
    }

    /// Public money pays at most on the provider's lowest open price. Where an ask has gone or has changed, demands that
    /// meet the provider's open offers of the type and zone may no longer lack own money, and are decided again in
    /// order of place.
    ///
    /// - Complexity: O(these offers × demand classes that accept the type).
    mutating func settleBesides(_ changed: [OfferID]) {
        guard !lots.isEmpty else { return }
        let met = Set(orders.openOffers(alike: changed).flatMap { market.restingDemands(meeting: $0) })
        guard !met.isEmpty else { return }
        settle(RematchQueue(deciding: inOrderOfPlace(Array(met))))
    }

    func inOrderOfPlace(_ demands: [DemandID]) -> [DemandID] {
        demands.map { orders.demand($0)!.demand }.sorted { $0.place < $1.place }.map(\.id)
    }
}

extension Stamp {
    /// The first whole hour that has not begun: the earliest that can still be traded.
    var nextHour: Hour { Stamp(microseconds: microseconds - 1).hour + 1 }
}
