import Domain

// So long before a round is due as the policy says, nobody leaves whom it would let in: neither cancels, withdraws nor
// amends. What comes new is still taken, and what falls due still ends.
extension Exchange {
    /// Whether a round that is near, or that waits for batches, keeps a demand in its lane: one of batches, at home in its
    /// zone, whose hours may all come after the call.
    func isKept(_ terms: DemandTerms) -> Bool {
        guard terms.lane == .batch else { return false }
        return batches.keeping(at: now).contains { round, hour in
            terms.latestStart >= hour && catalogue.contains(terms.home, within: round.zone)
        }
    }

    /// Whether it keeps an offer: one in its zone whose lot divides the round's, with hours after the call.
    func isKept(_ terms: OfferTerms) -> Bool {
        batches.keeping(at: now).contains { round, hour in
            terms.schedule.span.end > hour && round.lot.milli % terms.lotSize.milli == 0
                && catalogue.contains(terms.zone, within: round.zone)
        }
    }

    /// Whether its owner cannot take it out now.
    func stays(_ demand: DemandID) -> Bool { batches.isFrozen(demand) || isKept(orders.demand(demand)!.terms) }
    func stays(_ offer: OfferID) -> Bool { batches.isFrozen(offer) || isKept(orders.offer(offer)!.offer.terms) }
}
