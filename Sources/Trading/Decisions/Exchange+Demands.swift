import Accounting
import Domain
import Matching
import Programmes
import Records

extension Exchange {
    /// Accepts a demand: holds for the worst case, one walk, the residual rests or is dropped.
    ///
    /// Errors: `seatForbidden`, `notAdmitted`, `laneUnsupported` (an immediate demand in batches), `scuNotInBatches`,
    /// `unknownZone`, `unknownChip`, `unknownInstanceType`, `unknownProgramme`, `windowPast`, `expiryPast`,
    /// `priceOutsideCollar`, `openOrdersTooMany`, `overflow`, `fundsInsufficient`.
    mutating func submitDemand(_ terms: DemandTerms) throws(Reason) {
        let buyer = try actingParty(.buyer)
        try check(terms)
        try checkRoom(for: [terms], of: buyer.id)
        let demand = Demand(id: nextDemand, buyer: buyer.id, terms: terms, place: draft.place)
        let entry = DemandEntry(demand, versions)
        var funding = fundingWalk(entry)
        let hold = try funding.accept()
        emit(.demandAccepted(demand, versions))
        change(hold: hold)
        settle(deciding: demand.id)
    }

    /// Cancels what is open of a demand, or a quote; of one line of a bundle the whole of it. Errors: `seatForbidden`,
    /// `notAdmitted`, `unknownDemand`, `foreignObject`, `alreadyClosed`, `frozen` (a member of an open batch),
    /// `noCancelPhase`.
    mutating func cancelDemand(_ id: DemandID) throws(Reason) {
        _ = try ownOpenDemand(id)
        if quotes.isOpen(id) { endQuote(id, .cancelledByOwner) } else { close(demand: id, .cancelledByOwner) }
    }

    /// A demand that the buyer who acts may change. Errors: `seatForbidden`, `notAdmitted`, `unknownDemand`,
    /// `foreignObject`, `alreadyClosed`, `frozen` (a member of an open batch), `noCancelPhase` (a round that is near keeps
    /// it).
    func ownOpenDemand(_ id: DemandID) throws(Reason) -> DemandEntry {
        let buyer = try actingParty(.buyer)
        guard let entry = orders.demand(id) else { throw .unknownDemand }
        guard entry.demand.buyer == buyer.id else { throw .foreignObject }
        guard entry.isOpen else { throw .alreadyClosed }
        guard !batches.isFrozen(id) else { throw .frozen }
        guard !isKept(entry.terms) else { throw .noCancelPhase }
        return entry
    }

    /// Errors: `expiryPast`.
    func checkTimeLimit(_ policy: FillPolicy) throws(Reason) {
        if case .goodTill(let until) = policy.timeInForce, until <= now { throw .expiryPast }
    }

    /// The number that the next demand is given.
    var nextDemand: DemandID { DemandID(Int64(orders.demands.count) + 1) }

    /// What the terms of a demand that comes now must keep to. Errors: those of `submitDemand` but seat and money.
    func check(_ terms: DemandTerms) throws(Reason) {
        guard terms.lane == .now || !terms.policy.immediate else { throw .laneUnsupported }
        guard terms.lane == .now || terms.scu == nil else { throw .scuNotInBatches }
        try checkNames(terms)
        guard terms.latestStart >= now.nextHour else { throw .windowPast }
        try checkTimeLimit(terms.policy)
        try checkCollar(terms)
    }

    private func checkNames(_ terms: DemandTerms) throws(Reason) {
        guard catalogue.knows(terms.home) else { throw .unknownZone }
        guard terms.requirements.chips.allSatisfy({ catalogue.chip($0) != nil }) else { throw .unknownChip }
        guard terms.requirements.instanceTypes.allSatisfy({ catalogue.knows($0) }) else {
            throw .unknownInstanceType
        }
        if case .programmes(let named) = terms.funding {
            guard named.allSatisfy({ programmes.entry($0) != nil }) else { throw .unknownProgramme }
        }
    }

    /// One walk of an open demand over the offers, and what becomes of its residual.
    ///
    /// - Parameter paid: by what; nil is by all that the buyer has.
    @discardableResult
    mutating func match(_ id: DemandID, paid: FundingWalk? = nil) -> Decision {
        let entry = orders.demand(id)!
        var funding = paid ?? fundingWalk(entry)
        let decision = market.decide(id) { candidate in
            funding.judge(fundingCandidate(candidate, of: entry), isProbe: candidate.isProbe)
        }
        for (fill, funded) in zip(decision.fills, funding.planned) { make(fill, funded, of: id) }
        switch decision.residual {
        case .none: close(demand: id, nil)
        case .cancel(let reason): close(demand: id, reason)
        case .rest:
            if !entry.rests || !decision.fills.isEmpty {
                emit(.demandRested(id, open: orders.demand(id)!.open))
            }
        }
        return decision
    }

    /// Decides a demand, then whom its fills concern, until the book is settled.
    mutating func settle(deciding id: DemandID) {
        var queue = RematchQueue()
        queue.append(match(id), in: market)
        settle(queue)
    }

    /// Decides the demands of a queue until the book is settled. Where a clock has jumped beyond the last hour that one
    /// could start with, it gets nothing more: what falls due ends it next.
    mutating func settle(_ queue: consuming RematchQueue) {
        while let demand = queue.next(in: market) {
            if catalogue.policy.priceRule == .listed,
                endBundle(before: orders.demand(demand)!.demand.place, &queue)
            {
                queue.putBack()
                continue
            }
            guard orders.demand(demand)!.terms.latestStart >= draft.stamp.nextHour else { continue }
            let decision = match(demand)
            queue.append(decision, in: market)
        }
    }

    /// Decides demands again that were passed by for want of own money, where the record has freed some.
    mutating func settleFunds() {
        var seen = 0
        while seen < draft.transfers.count {
            let credited = ledger[draft.transfers[seen].credit]!.account
            seen += 1
            guard credited.role == .free, case .party(let party) = credited.owner else { continue }
            let short = orders.short(of: party)
            if !short.isEmpty { settle(RematchQueue(deciding: short)) }
        }
    }

    /// Makes one planned fill: the event, its evaluations, the money, the hold for the rest.
    mutating func make(_ planned: PlannedFill, _ funded: PlannedFunding, of id: DemandID) {
        let fill = fill(nextFill, planned, funded, of: orders.demand(id)!)
        make(fill, funded.evaluations(of: fill.id), leaving: funded.residual)
    }

    mutating func make(_ fill: Fill, _ evaluations: [FillEvaluation], leaving residual: DemandHold) {
        let held = orders.demand(fill.demand)!.hold
        emit(.filled(fill))
        for evaluation in evaluations { emit(.fillEvaluated(evaluation)) }
        emit(.holdSet(residual))
        post(.fill(fill, holding: held, residual: residual, lots: { lotTerms($0) }))
    }

    /// The number that the next fill is given.
    var nextFill: FillID { FillID(orders.fillCount + 1) }

    func fill(_ id: FillID, _ planned: PlannedFill, _ funded: PlannedFunding, of entry: DemandEntry) -> Fill {
        let offer = orders.offer(planned.offer)!.offer
        return Fill(
            id: id, demand: entry.id, offer: planned.offer, buyer: entry.demand.buyer,
            provider: offer.provider, quantity: planned.quantity, window: planned.window,
            askSum: planned.askSum, priceSum: planned.priceSum, chargeTariff: planned.chargeTariff,
            home: entry.terms.home, zone: offer.terms.zone, capacity: funded.amounts.capacity,
            transfer: funded.amounts.transfer, shares: funded.split.shares, fee: catalogue.policy.fee,
            versions: entry.versions, related: planned.isRelated, milliScu: planned.milliScu)
    }

    func fundingCandidate(_ candidate: Candidate, of entry: DemandEntry) -> FundingCandidate {
        let offer = orders.offer(candidate.offer)!.offer
        // Both bound public money alone, and the first looks through all the provider's offers of the type and zone.
        let mayBeSubsidised = lots.hasLots(entry.demand.buyer)
        return FundingCandidate(
            offer: offer, provider: parties.entry(offer.provider)!, type: catalogue.type(offer.terms.instanceType)!,
            quantity: candidate.quantity, milliScu: candidate.milliScu, window: candidate.window,
            priceSum: candidate.priceSum,
            chargeTariff: candidate.chargeTariff,
            lowestOpenSum: mayBeSubsidised ? orders.lowestOpenSum(offer, over: candidate.window) : nil,
            reference: !mayBeSubsidised
                ? nil : references.finding(of: offer.referenceClass, version: entry.versions.reference)?.price,
            related: candidate.isRelated)
    }

    /// Ends an open demand and releases what it holds. `reason` is nil where it was filled in full; with any other all lines
    /// of a bundle end.
    mutating func close(demand id: DemandID, _ reason: Reason?) {
        guard reason != nil, let bundle = bundles.bundle(of: id) else { return end(demand: id, reason) }
        for line in bundle.lines { end(demand: line, reason) }
    }

    mutating func end(demand id: DemandID, _ reason: Reason?) {
        let entry = orders.demand(id)!
        if entry.hold != .none(id) { change(hold: .none(id)) }
        emit(.demandClosed(id, reason))
    }

    /// Sets what a demand holds, in place of what it held.
    mutating func change(hold: DemandHold) {
        let entry = orders.demand(hold.demand)!
        emit(.holdSet(hold))
        post(.hold(from: entry.hold, to: hold, buyer: entry.demand.buyer, lots: { lotTerms($0) }))
    }
}
