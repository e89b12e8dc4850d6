import Domain
import Matching
import Programmes

/// A demand as it would be accepted, with the money it would hold: nothing of it has happened.
struct RehearsedDemand {
    let entry: DemandEntry
    let trial: Trial
    /// After its acceptance; before it where that was refused.
    var funding: FundingWalk
    let refusal: Reason?
}

// What would happen if a demand were the next command, at the stamp of the last record. The rules, the walk and the
// funding are those of `submitDemand`; nothing is emitted, and no table learns of it.
extension Exchange {
    /// What would become of a demand, why, and what would fill it.
    ///
    /// Errors: those of `submitDemand`, but for `fundsInsufficient`, which is an answer with its remedies.
    /// Complexity: that of `MarketBook.explanation`.
    public func preview(_ terms: DemandTerms, for buyer: PartyID) throws(Reason) -> DemandExplanation {
        guard let party = parties.entry(buyer) else { throw .unknownParty }
        guard party.admitted else { throw .notAdmitted }
        try checkRoom(for: [terms], of: buyer)
        let rehearsed = try rehearse(terms, for: buyer, inPlaceOf: nil)
        return explain(rehearsed, terms, inPlaceOf: nil)
    }

    /// Why an open demand is not filled, what would fill what is open of it, and its place; nil where it is not open.
    ///
    /// A remedy is a demand in its place: with what it holds, for what is open, at a new place.
    public func explanation(of id: DemandID) -> DemandExplanation? {
        guard let entry = orders.demand(id), entry.isOpen, !quotes.isOpen(id) else { return nil }
        let stands = RehearsedDemand(
            entry: entry, trial: market.trial(of: marketDemand(entry)), funding: fundingWalk(entry), refusal: nil)
        let minimum = entry.filledGrains == 0 ? entry.terms.policy.minimum : .zero
        let rest = certain { () throws(Reason) in
            try entry.terms.with(quantity: entry.open, policy: entry.terms.policy.with(minimum: minimum))
        }
        return explain(stands, rest, inPlaceOf: entry)
    }

    private func explain(
        _ rehearsed: RehearsedDemand, _ terms: DemandTerms, inPlaceOf old: DemandEntry?
    ) -> DemandExplanation {
        let buyer = rehearsed.entry.demand.buyer
        let (decision, funding) = decide(rehearsed)
        let (counts, remedies) = market.explanation(
            of: rehearsed.trial, terms, from: now.nextHour,
            funds: { rehearsed.funding.admits(fundingCandidate($0, of: rehearsed.entry)) },
            rehearse: { changed in
                guard let other = try? rehearse(changed, for: buyer, inPlaceOf: old) else { return nil }
                return decide(other).decision
            })
        return DemandExplanation(
            decision: decision, refusal: rehearsed.refusal, open: rehearsed.entry.open(after: decision),
            cost: cost(of: decision, funding, for: rehearsed.entry, from: nextFill), exclusions: counts,
            halts: halts(concerning: rehearsed.entry), remedies: remedies,
            place: old.flatMap { market.queuePlace(of: $0.id) },
            band: old.flatMap { fillTimeBand(of: $0) })
    }

    /// The demand as the next command would have it accepted.
    ///
    /// - Parameter old: a demand whose place it takes, with what it holds.
    /// Errors: those of `submitDemand` but seat and `fundsInsufficient`.
    func rehearse(
        _ terms: DemandTerms, for buyer: PartyID, inPlaceOf old: DemandEntry?
    ) throws(Reason) -> RehearsedDemand {
        try check(terms)
        let demand = Demand(
            id: old?.id ?? nextDemand, buyer: buyer, terms: terms, place: Place(sequence: sequence + 1))
        var entry = DemandEntry(demand, versions)
        if let old { entry.hold = old.hold }
        var funding = fundingWalk(entry)
        var refusal: Reason?
        do throws(Reason) {
            entry.hold = try funding.accept()
        } catch {
            guard error == .fundsInsufficient else { throw error }
            refusal = error
        }
        return RehearsedDemand(entry: entry, trial: trial(of: entry), funding: funding, refusal: refusal)
    }

    private func trial(of entry: DemandEntry) -> Trial {
        var classes = subsidies
        let subsidyClass = classes.number(
            of: subsidyKey(of: entry.demand), applicant: parties.entry(entry.demand.buyer)!.applicant)
        _ = rate(&classes)
        return market.trial(of: marketDemand(entry, subsidyClass: subsidyClass), rates: classes.table)
    }

    /// What the walk gives a demand as it would be accepted, and what pays that; nothing where it would be refused.
    func decide(_ rehearsed: RehearsedDemand) -> (decision: Decision, funding: [PlannedFunding]) {
        guard rehearsed.refusal == nil else { return (Decision(refused: rehearsed.entry.id), []) }
        var funding = rehearsed.funding
        let decision = market.decide(rehearsed.trial) { candidate in
            funding.judge(fundingCandidate(candidate, of: rehearsed.entry), isProbe: candidate.isProbe)
        }
        // What falls short of its minimum has been funded, and is given nothing.
        return (decision, Array(funding.planned.prefix(decision.fills.count)))
    }
}
