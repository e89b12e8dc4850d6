import Domain

extension MarketBook {
    /// Does what was decided: takes the fills, then rests or removes the demand.
    ///
    /// - Precondition: nothing has changed since the decision.
    public mutating func commit(_ decision: Decision) {
        for fill in decision.fills { take(fill.quantity, of: fill.offer, over: fill.window, for: decision.demand) }
        switch decision.residual {
        case .rest: rest(decision.demand)
        case .none, .cancel: remove(decision.demand)
        }
    }

    /// Takes capacity of an offer for a demand: over its window, or over the hours chosen in it. The demand stays in the market with what is left open,
    /// which may be nothing until it is removed.
    ///
    /// - Precondition: both are in the market; the offer has this much free, the demand this much open.
    public mutating func take(_ quantity: Quantity, of offer: OfferID, over window: Window, for demand: DemandID) {
        let (offerSlot, demandSlot) = (slot(of: offer), slot(of: demand))
        precondition(
            quantity.milli <= demands[demandSlot].open, "a demand is not filled beyond what is open")
        capacity.take(
            quantity.milli, of: offers[offerSlot].capacity, Int32(window.start), Int32(window.end))
        leaveIfTaken(offerSlot)
        reduce(demandSlot, by: quantity, from: offerClasses.books[Int(offers[offerSlot].book)].provider)
    }

    private mutating func reduce(_ slot: Int32, by quantity: Quantity, from provider: PartyID) {
        let before = demands[slot]
        demands[slot].open -= quantity.milli
        if before.traits.contains(.singleProvider) { demands[slot].boundProvider = provider.number }
        guard demandQueues.isResting(slot) else { return }
        if before.isConditional, !demands[slot].isConditional { conditional.remove(before.demandClass) }
        demandQueues.setQuantity(of: slot, to: demands[slot].open)
    }
}
