import Accounting
import Domain
import Matching
import Programmes
import Records

extension Exchange {
    /// Sets what quotes may hold. Errors: `seatForbidden`.
    mutating func setQuotePolicy(_ policy: QuotePolicy) throws(Reason) {
        try require(.operator)
        emit(.quotePolicySet(version: quotes.policyVersion + 1, policy))
    }

    /// Promises a demand what one walk gives it now: the capacity is taken, the money held, until the quote is taken,
    /// cancelled, or ends.
    ///
    /// Errors: those of `submitDemand`, with `laneUnsupported` for the batch lane, then `nothingToQuote` (the walk fills
    /// nothing), `quotesTooMany`, `quotedTooMuch` (of a class).
    mutating func quoteDemand(_ terms: DemandTerms) throws(Reason) {
        let buyer = try actingParty(.buyer)
        try check(terms)
        guard terms.lane == .now else { throw .laneUnsupported }
        try checkRoom(for: [terms], of: buyer.id)
        let rehearsed = try rehearse(terms, for: buyer.id, inPlaceOf: nil)
        if let refusal = rehearsed.refusal { throw refusal }
        let planned = try planned(rehearsed)
        let parts = planned.quote.parts
        guard quotes.count(of: buyer.id) < quotes.policy.openMost else { throw .quotesTooMany }
        guard market.mayPromise(parts, to: rehearsed.trial, share: quotes.policy.classShare) else {
            throw .quotedTooMuch
        }
        let queue = RematchQueue(reducing: parts.map(\.offer), in: market)
        emit(.demandQuoted(planned.quote))
        change(hold: planned.hold)
        settle(queue)
    }

    /// Makes the fills of a quote as they were quoted; the rest of the demand is then decided like any that arrives.
    ///
    /// Errors: `seatForbidden`, `notAdmitted`, `unknownDemand`, `foreignObject`, `quoteExpired`, `notQuoted` (it was
    /// taken or cancelled, or never was one), `quoteDiffers` (other terms), `halted` (something of it stands still), `sameBeneficialOwner`,
    /// `related` (what the parties have become to each other since).
    mutating func takeQuote(_ id: DemandID, _ terms: DemandTerms) throws(Reason) {
        let buyer = try actingParty(.buyer)
        guard let entry = orders.demand(id) else { throw .unknownDemand }
        guard entry.demand.buyer == buyer.id else { throw .foreignObject }
        guard let quote = quotes[id] else { throw entry.closed == .quoteExpired ? .quoteExpired : .notQuoted }
        guard terms == entry.terms else { throw .quoteDiffers }
        guard !halts.isMarketHalted, !waits(entry) else { throw .halted }
        for fill in quote.fills { try checkFill(fill) }
        for fill in quote.fills {
            let made = fill.numbered(nextFill)
            let evaluations = quote.evaluations.filter { $0.fill == fill.id }.map { $0.of(made.id) }
            make(made, evaluations, leaving: orders.demand(id)!.hold.less(made))
        }
        let left = orders.demand(id)!
        let demand = Demand(id: id, buyer: buyer.id, terms: terms, place: draft.place)
        emit(.quoteTaken(demand, open: left.open))
        if left.isComplete || terms.policy.immediate {
            close(demand: id, left.isComplete ? nil : .unfilled)
        } else {
            settle(deciding: id)
        }
    }

    /// Ends a quote that was not taken: everything is free again, and whom it kept from trading is decided.
    mutating func endQuote(_ id: DemandID, _ reason: Reason) {
        let offers = quotes[id]!.fills.map(\.offer)
        draft.touched += offers
        close(demand: id, reason)
        settle(RematchQueue(deciding: market.restingDemands(meetingAny: offers)))
    }

    /// Errors: `halted`, `sameBeneficialOwner`, `related` (and the fill was planned for parties that were not).
    private func checkFill(_ fill: Fill) throws(Reason) {
        guard !isSuspended(orders.offer(fill.offer)!.offer) else { throw .halted }
        switch pairs.relation(fill.buyer, fill.provider) {
        case .free: break
        case .related: if !fill.related { throw .related }
        case .sameBeneficialOwner: throw .sameBeneficialOwner
        }
    }

    /// What a walk gives the demand now, and what must be held for it. Errors: `nothingToQuote`.
    private func planned(_ rehearsed: RehearsedDemand) throws(Reason) -> (quote: Quote, hold: DemandHold) {
        let entry = rehearsed.entry
        let (decision, funding) = decide(rehearsed)
        guard !decision.fills.isEmpty, let last = funding.last else { throw .nothingToQuote }
        let (fills, evaluations) = fills(of: decision, funding, for: entry, from: FillID(1))
        let rest = entry.terms.policy.immediate ? DemandHold.none(entry.id) : last.residual
        let hold = fills.reduce(rest) { $0.adding($1) }
        let quote = Quote(
            demand: entry.demand, versions: entry.versions, until: quoteEnd(of: entry, fills, hold), fills: fills,
            evaluations: evaluations)
        return (quote, hold)
    }

    /// When the quote ends: nothing falls due before that would end the demand or change what it holds.
    private func quoteEnd(of entry: DemandEntry, _ fills: [Fill], _ hold: DemandHold) -> Stamp {
        let applicant = parties.entry(entry.demand.buyer)!.applicant
        let latest = Stamp(microseconds: draft.stamp.microseconds + quotes.policy.minutesMost * 60_000_000)
        var ends = [latest] + fills.map { Stamp(hour: $0.window.start) }
        if case .goodTill(let expiry) = entry.terms.policy.timeInForce { ends.append(expiry) }
        for part in hold.lots {
            let lot = lots[part.lot]!
            let rules = rules(of: lot.lot.programme, lot.lot.programmeVersion)
            ends.append(lot.usableUntil)
            if let end = rules.capPeriodEnd(applicant, after: draft.stamp) { ends.append(end) }
        }
        return ends.min() ?? latest
    }
}

// How events change quotes.
extension Exchange {
    /// A quote stands among the demands, and not in the market.
    mutating func quoted(_ quote: Quote) {
        let subsidyClass = subsidyClass(of: quote.demand)
        admitSubsidies()
        orders.add(quote.demand, quote.versions, subsidyClass: subsidyClass)
        quotes.add(quote)
        market.promise(quote.parts, to: quote.id)
        due.insert(Due(at: quote.until, kind: .quoteEnd, number: quote.id.number))
    }

    mutating func taken(_ demand: Demand, open: Quantity) {
        orders.take(demand)
        market.keepPromise(to: demand.id)
        quotes.remove(demand.id)
        admitToMarket(demand)
    }

    /// Notes in a market that is made again what a quote promises.
    mutating func markPromised(_ quote: Quote) {
        for part in quote.parts {
            let offer = orders.offer(part.offer)!.offer
            market.markPromised(
                part, of: offer, admissionClass: SubsidyClasses.admissionClass(of: offer.provider), to: quote.id)
        }
    }

    mutating func ended(quote id: DemandID) {
        market.endPromise(to: id)
        quotes.remove(id)
    }
}

extension Quote {
    /// What it promises, in the words of `Matching`.
    fileprivate var parts: [QuotedPart] {
        fills.map { QuotedPart(offer: $0.offer, window: $0.window, quantity: $0.quantity) }
    }
}

extension Exchange {
    /// What quotes may hold.
    public var quotePolicy: QuotePolicy { quotes.policy }
    public var quotePolicyVersion: Int64 { quotes.policyVersion }
}
