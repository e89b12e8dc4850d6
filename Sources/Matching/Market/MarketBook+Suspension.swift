import Domain

extension MarketBook {
    /// Stops all matching, or lets it go on. While it stands still, demands are admitted and rest, immediate ones get
    /// nothing (`halted`), no batch has members; then `RematchQueue(deciding: restingDemands)`.
    public mutating func setHalted(_ isHalted: Bool) { self.isHalted = isHalted }

    /// Takes an offer out of its queue, whatever it has free; it stays listed, and can be amended and withdrawn. Before,
    /// ask `RematchQueue(reducing:in:)` whom it concerns.
    ///
    /// - Precondition: the offer is listed.
    public mutating func suspend(_ offer: OfferID) {
        guard suspended.insert(offer).inserted else { return }
        let slot = slot(of: offer)
        if offerQueues.isResting(slot) { leaveQueue(slot) }
    }

    /// Puts a suspended offer back at its place. After, decide the demands at rest that it meets.
    ///
    /// - Precondition: the offer is listed.
    public mutating func resume(_ offer: OfferID) {
        guard suspended.remove(offer) != nil else { return }
        standIfFree(slot(of: offer))
    }

    public func isSuspended(_ offer: OfferID) -> Bool { !suspended.isEmpty && suspended.contains(offer) }

    /// Whether a demand could take a lot of an offer that is suspended.
    ///
    /// - Complexity: O(suspended offers).
    func passesSuspended(_ demand: DemandInHand, _ walk: Walk) -> Bool {
        suspended.contains { offer in
            let row = offers[slot(of: offer)]
            return couldTake(row, demand, walk) && hasLotFree(row, demand)
        }
    }

    /// Whether a demand could take a lot of an offer that has one free, as the walk has left it. Of hours that are chosen the
    /// price is not asked.
    func couldTake(_ row: OfferRow, _ demand: DemandInHand, _ walk: Walk) -> Bool {
        let (book, view) = (offerClasses.books[Int(row.book)], view(row, demand))
        return walk.mayTake(from: book.provider) && view.failed.isEmpty && demand.accepts(row.book, in: book.zone)
            && Int64(book.lotMilli) * scale(demand.measure, book) <= walk.remaining + walk.tolerance
            && mayServe(book, demand.row, demand.measure, demand.buyer)
            && (demand.row.choosesHours
                || askSum(row, demand.row) <= dearestSum(row, demand, hours: demand.hours))
    }
}
