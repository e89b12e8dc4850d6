import Domain

// What the market holds beside the orders themselves, and how it is given back to one that is made again of them.
extension MarketBook {
    /// The versions of the network that demands are or were pinned to, ascending.
    public var networks: [(version: Int64, links: [Link])] {
        reaches.networks.dropFirst().map { ($0.version, $0.links) }
    }

    /// What is taken of an offer, in order of time: by fills, and by what is frozen or promised.
    ///
    /// - Precondition: the offer is listed.
    public func taken(of offer: OfferID) -> [CapacityStep] { capacity.taken(offers[slot(of: offer)].capacity) }

    /// Takes what was taken of an offer when it was left.
    ///
    /// - Precondition: the offer is listed, and has this much free.
    public mutating func take(_ steps: [CapacityStep], of offer: OfferID) {
        let slot = slot(of: offer)
        for step in steps {
            capacity.take(
                step.quantity.milli, of: offers[slot].capacity, Int32(step.window.start), Int32(step.window.end))
        }
        leaveIfTaken(slot)
    }

    /// Notes what an open quote promises of an offer, which may have been withdrawn since; its capacity is taken beside.
    ///
    /// - Precondition: the offer's type and zone are defined.
    public mutating func markPromised(
        _ part: QuotedPart, of offer: Offer, admissionClass: Int32, to quote: DemandID
    ) {
        quoted.add(
            QuotedTable.Row(
                quote: quote, offer: part.offer, book: book(of: offer, admissionClass),
                start: Int32(part.window.start), end: Int32(part.window.end), quantity: part.quantity.milli))
    }

    /// Takes a batch's members out of the continuous lane's reach; their capacity is taken beside.
    ///
    /// - Precondition: the members are in the market.
    public mutating func markFrozen(_ batch: Batch) {
        for member in batch.demands { demands[slot(of: member.demand)].traits.insert(.frozen) }
        frozen.add(batch)
    }
}
