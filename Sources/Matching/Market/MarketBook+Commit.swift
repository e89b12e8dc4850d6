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
        let row = demands[demandSlot]
        let book = offerClasses.books[Int(offers[offerSlot].book)]
        let amount = quantity.milli * scale(measure(of: row), book)
        capacity.take(
            quantity.milli, of: offers[offerSlot].capacity, Int32(window.start), Int32(window.end))
        leaveIfTaken(offerSlot)
        reduce(demandSlot, by: amount, over: window, from: book.provider)
    }

    private mutating func reduce(_ slot: Int32, by amount: Int64, over window: Window, from provider: PartyID) {
        let before = demands[slot]
        demands[slot].open = before.isInPieces ? open(before, less: amount, window) : before.open - amount
        precondition(measure(of: before).most(demands[slot]) >= 0, "a demand is not filled beyond what is open")
        if before.traits.contains(.singleProvider) { demands[slot].boundProvider = provider.number }
        guard demandQueues.isResting(slot) else { return }
        if before.isConditional, !demands[slot].isConditional { conditional.remove(before.demandClass) }
        // In SCU fills may come to more than the quantity: the demand is then complete, and about to be removed.
        demandQueues.setQuantity(of: slot, to: max(0, demands[slot].open))
    }

    /// The units that are open of a demand in pieces after one more piece: those that have not all their hours.
    private mutating func open(_ demand: DemandRow, less milli: Int64, _ window: Window) -> Int64 {
        let left = (unitHours[demand.id] ?? demand.open * demand.hours) - milli * window.hours
        unitHours[demand.id] = left % demand.hours == 0 ? nil : left
        return (left + demand.hours - 1) / demand.hours
    }
}
