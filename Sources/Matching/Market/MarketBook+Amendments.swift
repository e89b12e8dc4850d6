import Domain

extension MarketBook {
    /// Whether a schedule has, at every hour, at least what was taken of an offer.
    ///
    /// - Precondition: the offer is listed.
    /// - Complexity: O(steps of what is free × steps of the schedule).
    public func isTaken(of offer: OfferID, within schedule: CapacitySchedule) -> Bool {
        capacity.taken(offers[slot(of: offer)].capacity).allSatisfy { schedule.least(over: $0.window) >= $0.quantity }
    }

    /// Gives an offer another price, schedule and place; what was taken of it stays taken. Before, ask
    /// `RematchQueue(reducing:in:)` whom less of it concerns; after, `RematchQueue.arrive(_:in:)` whom more of it does.
    ///
    /// - Precondition: the offer is listed, with the same provider, class and lot, and its schedule has what was taken.
    /// - Complexity: O(steps of both schedules).
    public mutating func amend(_ offer: Offer) {
        let slot = slot(of: offer.id)
        let before = offers[slot]
        let stood = offerQueues.isResting(slot)
        if before.weekly >= 0 { weeklyPrices.remove(before.weekly) }
        let (price, weekly) = add(offer.terms.price)
        offers[slot] = OfferRow(
            id: offer.id, place: offer.place, price: price, weekly: weekly, book: before.book,
            capacity: capacity.replace(before.capacity, by: offer.terms.schedule))
        guard stood, before.place == offer.place, hasFreeLot(offers[slot]) else {
            if stood { leaveQueue(slot) }
            return standIfFree(slot)
        }
    }

    /// Gives a demand other terms; one at rest rests on, at the place that goes with them.
    ///
    /// - Precondition: the demand is in the market, of the same buyer, and no more is open than its terms ask for.
    ///   One of which nothing is open stands in no queue, and is to be removed.
    /// - Complexity: O(1) where limit, place and class stay, else as `rest`.
    public mutating func amend(_ entry: MarketDemand) {
        let slot = slot(of: entry.demand.id)
        let (before, after) = (demands[slot], row(of: entry))
        demands[slot] = after
        guard demandQueues.isResting(slot) else { return }
        if before.isConditional { conditional.remove(before.demandClass) }
        let stays =
            before.limit == after.limit && before.place == after.place && before.demandClass == after.demandClass
        if stays, after.open > 0 {
            demandQueues.setQuantity(of: slot, to: after.open)
            if after.isConditional { conditional.add(after.demandClass) }
        } else {
            demandQueues.cancel(slot)
            if after.open > 0 { rest(entry.demand.id) }
        }
    }
}
