import Accounting
import Domain
import Matching
import Programmes
import Records

extension Exchange {
    /// Lets the first thing in the queue happen; `fallDue` has seen to it that it is due and not void.
    mutating func fallDueOnce() {
        guard let first = takeFirstDue() else { return }
        switch first.kind {
        case .batchEnd:
            release(certain { () throws(Reason) in try batches.batch(BatchID(first.number)) }, .batchOverdue)
        case .quoteEnd: endQuote(DemandID(first.number), .quoteExpired)
        case .lotExpiry: expire(lot: LotID(first.number))
        case .capPeriodEnd: coverWithOwnMoney(DemandID(first.number), else: .capReached)
        case .demandExpiry: close(demand: DemandID(first.number), .demandExpired)
        case .windowStart: close(demand: DemandID(first.number), .windowBegun)
        case .offerEnd: close(offers: [OfferID(first.number)], .windowBegun)
        case .offerVerification: lapse(.offer(OfferID(first.number)))
        case .providerVerification: lapse(.provider(PartyID(first.number)))
        case .reportDeadline: miss(LeaseID(first.number))
        case .maturity: mature(LeaseID(first.number), at: first.at)
        case .references: publishReferences()
        case .batchRound, .batchResidual: holdRound(Int(first.number), dueAt: first.at)
        case .hourBegun: break
        }
    }

    /// Takes entries whose subject has ended meanwhile off the front of the queue: at the end of each record, so that
    /// what comes first is never void.
    mutating func dropVoidDues() {
        while let first = due.first, isVoid(first) { due.removeFirst() }
    }

    private func isVoid(_ due: Due) -> Bool {
        switch due.kind {
        case .batchEnd: return !batches.open.contains { $0.id.number == due.number }
        case .quoteEnd: return !quotes.isOpen(DemandID(due.number))
        case .lotExpiry:
            guard let lot = lots[LotID(due.number)] else { return true }
            return lot.usableUntil > due.at || (lot.free + lot.held).allSatisfy { $0 == .zero }
        case .capPeriodEnd:
            guard let demand = orders.demand(DemandID(due.number)), demand.isOpen else { return true }
            return demand.capPeriodEnd != due.at
        case .windowStart: return orders.demand(DemandID(due.number))?.isOpen != true
        case .demandExpiry:
            guard let demand = orders.demand(DemandID(due.number)), demand.isOpen else { return true }
            return demand.terms.policy.timeInForce != .goodTill(due.at)
        case .offerEnd:
            guard let entry = orders.offer(OfferID(due.number)), entry.isOpen else { return true }
            return Stamp(hour: entry.offer.terms.schedule.span.end) != due.at
        case .offerVerification: return !lapses(.offer(OfferID(due.number)), at: due.at)
        case .providerVerification: return !lapses(.provider(PartyID(due.number)), at: due.at)
        case .reportDeadline:
            guard let lease = leases.entry(LeaseID(due.number)), !lease.isOver else { return true }
            return reportDeadline(of: lease) != due.at
        case .maturity: return leases.entry(LeaseID(due.number))?.account.nextMaturity != due.at
        case .references: return references.dueAt != due.at
        case .batchRound, .batchResidual:
            guard due.number < batches.rounds.count else { return true }
            let state = batches.rounds[Int(due.number)]
            return state.next != due.at && state.awaits != []
        case .hourBegun: return hourDue != due.at
        }
    }

    /// Ends a lot: holds on it are released, own money takes over where enough is free, what is left breaks.
    private mutating func expire(lot id: LotID) {
        let holders = lots[id]!.holders
        for demand in holders { release(lot: id, from: demand) }
        let row = ledger.lot(id)!
        let balance = lots[id]!
        emit(.lotExpired(id, balance.free, to: balance.breakageTo))
        post(.expiry(of: row, to: balance.breakageTo))
        for demand in holders { coverWithOwnMoney(demand, else: .lotExpired) }
    }

    private mutating func release(lot: LotID, from id: DemandID) {
        let hold = orders.demand(id)!.hold
        change(hold: DemandHold(demand: id, own: hold.own, lots: hold.lots.filter { $0.lot != lot }))
    }

    /// Sets the hold of a demand for what its lots and caps now give: own money takes the place of what is gone, or the
    /// residual is cancelled with the reason. At the end of a cap's period what it holds of the cap moves to the next.
    private mutating func coverWithOwnMoney(_ id: DemandID, else reason: Reason) {
        let entry = orders.demand(id)!
        // A line of a bundle may have ended with another that lost the same lot.
        guard entry.isOpen else { return }
        guard let hold = try? fundingWalk(entry).currentHold(),
            hold.own <= entry.hold.own + freeMoney(of: entry.demand.buyer)
        else { return close(demand: id, reason) }
        let isPeriodOver = entry.capPeriodEnd.map { $0 <= draft.stamp } ?? false
        if hold != entry.hold || isPeriodOver { change(hold: hold) }
    }

    /// The next unreported hour of a lease, or what is left of it, was missed.
    private mutating func miss(_ id: LeaseID) {
        let lease = leases.entry(id)!
        let until = min((lease.reportedUntil / 3600 + 1) * 3600, lease.endSecond)
        let whole = lease.fill.quantity.milli * (until - lease.reportedUntil)
        deliver(
            Delivery(
                lease: id, fromSecond: lease.reportedUntil, untilSecond: until, used: 0, idle: 0, missed: whole,
                reason: .unreported))
    }

    /// What a lease earned 72 hours ago, uncontested, becomes free to pay out and claimable.
    private mutating func mature(_ id: LeaseID, at instant: Stamp) {
        var account = leases.entry(id)!.account
        guard let matured = account.mature(until: instant) else { return }
        emit(.earningMatured(id, matured.own))
        post(.maturity(matured.own, of: account))
    }
}
