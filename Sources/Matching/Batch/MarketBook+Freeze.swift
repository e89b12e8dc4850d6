import Domain

extension MarketBook {
    /// Takes a batch's members and their capacity out of the continuous lane's reach.
    ///
    /// What it leaves less of may let other demands at rest trade: `RematchQueue(freezing:in:)`, before.
    ///
    /// - Precondition: it was made of this market's members, and nothing has changed since.
    /// - Complexity: O(runs + members).
    public mutating func freeze(_ batch: Batch) {
        for held in batch.offers {
            let slot = slot(of: held.offer)
            for run in held.runs {
                capacity.take(
                    run.capacity.milli, of: offers[slot].capacity, Int32(run.window.start), Int32(run.window.end))
            }
            leaveIfTaken(slot)
        }
        markFrozen(batch)
    }

    /// Gives everything that a batch froze back.
    ///
    /// - Precondition: it was frozen.
    public mutating func thaw(_ batch: Batch) {
        for held in batch.offers {
            for run in held.runs where run.capacity > .zero {
                release(held.offer, over: run.window, quantity: run.capacity)
            }
        }
        for member in batch.demands { demands[slot(of: member.demand)].traits.remove(.frozen) }
        frozen.remove(batch)
    }

    /// Whom the end of a batch concerns: first the demands at rest that could take of what it had frozen, in order of
    /// place, then its members, likewise. For `RematchQueue(deciding:)`.
    ///
    /// - Precondition: it was thawed.
    public func demandsAfter(_ batch: Batch) -> [DemandID] {
        let members = batch.demands.map(\.demand).filter { isResting($0) }
        var seen = Set(members)
        var waiting: [DemandID] = []
        for held in batch.offers {
            waiting += restingDemands(meeting: held.offer).filter { seen.insert($0).inserted }
        }
        return waiting.sorted { demands[slot(of: $0)].place < demands[slot(of: $1)].place } + members
    }

    /// What a batch gives a member, as the fill that it makes.
    ///
    /// - Parameters:
    ///   - window: the hours of its placement.
    ///   - shadowSum: micro-yuan per unit over all its hours; it is paid under `clearing` alone.
    /// - Precondition: both were frozen by a batch in which they may meet.
    /// - Errors: `halted`, `sameBeneficialOwner`, `related`, where a halt or a relation came up since.
    public func allotment(
        _ quantity: Quantity, of offer: OfferID, over window: Window, for demand: DemandID, shadowSum: Int64
    ) throws(Reason) -> Candidate {
        guard !isHalted, !isSuspended(offer) else { throw .halted }
        let (offerRow, demandRow) = (offers[slot(of: offer)], demands[slot(of: demand)])
        let hand = inHand(demandRow)
        let related = pairs.pairs(of: hand.buyer.party)
        let walk = Walk(hand, open: demandRow.open, blocks: .respected, related: related)
        let relation = walk.relation(to: offerClasses.books[Int(offerRow.book)].provider)
        guard !walk.isBlocked(relation) else { throw relation == .related ? .related : .sameBeneficialOwner }
        let candidate = candidate(offerRow, askSum: askSum(offerRow, over: window), walk, quantity, over: window)
        return rule == .clearing ? candidate.paying(candidate.priceSum + shadowSum) : candidate
    }

    /// Whether a demand could take a lot of an offer if its frozen capacity were free.
    ///
    /// - Parameter fills: what it is given.
    func passesFrozen(_ demand: DemandInHand, _ walk: Walk, given fills: [PlannedFill]) -> Bool {
        frozen.rows.contains { offer, held in
            guard held.contains(where: { $0.start < demand.end && demand.start < $0.end }) else { return false }
            let row = offers[slot(of: offer)]
            return couldTake(row, demand, walk) && isThawed(row, held, demand, given: fills)
        }
    }

    /// Whether a lot of it would be free, over the window or in hours that may be chosen.
    private func isThawed(
        _ row: OfferRow, _ held: [FrozenTable.Row], _ demand: DemandInHand, given fills: [PlannedFill]
    ) -> Bool {
        if demand.row.choosesHours { return hasThawedRun(row, held, demand, given: fills) }
        return leastThawed(row, held, demand.start, demand.end) >= Int64(offerClasses.books[Int(row.book)].lotMilli)
    }

    /// The smallest quantity that is free or frozen over [start, end).
    private func leastThawed(_ row: OfferRow, _ held: [FrozenTable.Row], _ start: Int32, _ end: Int32) -> Int64 {
        let hours = held.flatMap { [$0.start, $0.end] }.filter { start < $0 && $0 < end }
        let bounds = ([start, end] + hours).sorted()
        return zip(bounds, bounds.dropFirst()).filter { $0 < $1 }.map { from, to in
            held.filter { $0.start <= from && to <= $0.end }.reduce(capacity.least(row.capacity, from, to)) {
                $0 + $1.quantity
            }
        }.min() ?? 0
    }
}
