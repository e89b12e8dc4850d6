import Domain
import Records

extension Exchange {
    /// Carries a command out, or refuses it before anything has changed.
    mutating func carryOut(_ command: Command) throws(Reason) {
        try checkRate(of: command)
        switch command {
        case .defineZone(let terms): try defineZone(terms)
        case .publishNetwork(let links): try publishNetwork(links)
        case .publishConversion(let chips): try publishConversion(chips)
        case .setPolicy(let policy): try setPolicy(policy)
        case .defineInstanceType(let terms): try defineInstanceType(terms)
        case .registerParty(let registration): try registerParty(registration)
        case .admitParty(let party): try admitParty(party)
        case .recordOwnership(let ownership): try recordOwnership(ownership)
        case .recordRelation(let kind, let first, let second): try recordRelation(kind, first, second)
        case .recordDeposit(let deposit): try recordDeposit(deposit)
        case .requestPayout(let amount): try requestPayout(amount)
        case .approvePayout(let payout, let reference): try approvePayout(payout, reference)
        case .proposeProgramme(let definition): try proposeProgramme(definition)
        case .approveProgramme(let programme, let version): try approveProgramme(programme, version)
        case .authorisePool(let programme, let amount): try authorisePool(programme, amount)
        case .applyForVoucher(let programme, let spend): try applyForVoucher(programme, spend)
        case .listOffer(let terms): try listOffer(terms)
        case .withdrawOffer(let offer): try withdrawOffer(offer)
        case .submitDemand(let terms): try submitDemand(terms)
        case .cancelDemand(let demand): try cancelDemand(demand)
        case .reportUsage(let report): try reportUsage(report)
        case .endLease(let lease): try endLease(lease)
        case .claim(let lease): try claim(lease)
        case .advanceClock(let instant): try advanceClock(instant)
        case .tick: fallDueOnce()
        case .amendDemand(let demand, let change): try amendDemand(demand, change)
        case .amendOffer(let offer, let change): try amendOffer(offer, change)
        case .cancelDemands(let scope): try cancelDemands(scope)
        case .withdrawOffers(let scope): try withdrawOffers(scope)
        case .setBatchPolicy(let policy): try setBatchPolicy(policy)
        case .callBatch(let scope): try callBatch(scope)
        case .closeBatch(let batch, let result): try closeBatch(batch, result)
        case .halt(let scope, let note): try halt(scope, note)
        case .resume(let scope, let note): try resume(scope, note)
        case .setSafetyPolicy(let policy): try setSafetyPolicy(policy)
        case .attest(let verification): try attest(verification)
        case .failVerification(let subject, let evidence): try failVerification(of: subject, evidence)
        case .setQuotePolicy(let policy): try setQuotePolicy(policy)
        case .quoteDemand(let terms): try quoteDemand(terms)
        case .takeQuote(let quote, let terms): try takeQuote(quote, terms)
        case .submitBundle(let terms): try submitBundle(terms)
        case .planWithdrawal(let offer, let plan): try planWithdrawal(offer, plan)
        }
        settleHours()
        settleFunds()
        while settleBundles() { settleFunds() }
    }

    /// Notes that something happened, and lets it happen.
    mutating func emit(_ event: Event) {
        draft.events.append(event)
        fold(event)
        if !bundles.isEmpty { noteForBundles(event) }
    }

    /// The actor's seat is one of these. Errors: `seatForbidden`.
    func require(_ seats: Seat...) throws(Reason) {
        guard seats.contains(draft.actor.seat) else { throw .seatForbidden }
    }

    /// The admitted party that the actor acts for. Errors: `seatForbidden`, `unknownParty`, `notAdmitted`.
    func actingParty(_ seat: Seat) throws(Reason) -> PartyEntry {
        guard draft.actor.seat == seat, let organisation = draft.actor.organisation else { throw .seatForbidden }
        guard let entry = parties.entry(organisation) else { throw .unknownParty }
        guard entry.admitted else { throw .notAdmitted }
        return entry
    }
}
