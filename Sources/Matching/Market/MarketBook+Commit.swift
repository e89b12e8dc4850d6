import Domain

extension MarketBook {
    /// Does what was decided: takes the fills, then rests or removes the demand.
    ///
    /// - Precondition: nothing has changed since the decision.
    public mutating func commit(_ decision: Decision) {
        for fill in decision.fills { take(fill.quantity, of: fill.offer, for: decision.demand) }
        switch decision.residual {
        case .rest: rest(decision.demand)
        case .none, .cancel: remove(decision.demand)
        }
    }

    /// Takes capacity of an offer over a demand's window. The demand stays in the market with what is left open,
    /// which may be nothing until it is removed.
    ///
    /// - Precondition: both are in the market; the offer has this much free, the demand this much open.
    public mutating func take(_ quantity: Quantity, of offer: OfferID, for demand: DemandID) {
        let (offerSlot, demandSlot) = (slot(of: offer), slot(of: demand))
        let row = demands[demandSlot]
        let book = offerClasses.books[Int(offers[offerSlot].book)]
        let amount = quantity.milli * scale(measure(of: row), book)
        precondition(amount <= measure(of: row).most(row), "a demand is not filled beyond what is open")
        capacity.take(quantity.milli, of: offers[offerSlot].capacity, row.start, row.end)
        leaveIfTaken(offerSlot)
        reduce(demandSlot, by: amount, from: book.provider)
    }

    private mutating func reduce(_ slot: Int32, by amount: Int64, from provider: PartyID) {
        let before = demands[slot]
        demands[slot].open -= amount
        if before.traits.contains(.singleProvider) { demands[slot].boundProvider = provider.number }
        guard demandQueues.isResting(slot) else { return }
        if before.isConditional, !demands[slot].isConditional { conditional.remove(before.demandClass) }
        // In SCU fills may come to more than the quantity: the demand is then complete, and about to be removed.
        demandQueues.setQuantity(of: slot, to: max(0, demands[slot].open))
    }
}
