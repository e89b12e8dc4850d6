import Domain

extension CommandKind: Canonical {}

extension Command: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.append(byte: kind.rawValue)
        switch self {
        case .defineZone(let terms): writer.write(terms)
        case .publishNetwork(let links): writer.write(links)
        case .publishConversion(let chips): writer.write(chips)
        case .setPolicy(let policy): writer.write(policy)
        case .defineInstanceType(let terms): writer.write(terms)
        case .registerParty(let registration): writer.write(registration)
        case .admitParty(let party): writer.write(party)
        case .recordOwnership(let ownership): writer.write(ownership)
        case .recordRelation(let kind, let one, let other): writer.write(kind, one, other)
        case .recordDeposit(let deposit): writer.write(deposit)
        case .requestPayout(let amount): writer.write(amount)
        case .approvePayout(let payout, let reference): writer.write(payout, reference)
        case .proposeProgramme(let definition): writer.write(definition)
        case .approveProgramme(let programme, let version): writer.write(programme, version)
        case .authorisePool(let programme, let amount): writer.write(programme, amount)
        case .applyForVoucher(let programme, let plannedSpend): writer.write(programme, plannedSpend)
        case .listOffer(let terms): writer.write(terms)
        case .withdrawOffer(let offer): writer.write(offer)
        case .submitDemand(let terms): writer.write(terms)
        case .cancelDemand(let demand): writer.write(demand)
        case .reportUsage(let report): writer.write(report)
        case .endLease(let lease): writer.write(lease)
        case .claim(let lease): writer.write(lease)
        case .advanceClock(let stamp): writer.write(stamp)
        case .tick: break
        case .amendDemand(let demand, let change): writer.write(demand, change)
        case .amendOffer(let offer, let change): writer.write(offer, change)
        case .cancelDemands(let scope), .withdrawOffers(let scope): writer.write(scope)
        case .setBatchPolicy(let policy): writer.write(policy)
        case .callBatch(let scope): writer.write(scope)
        case .closeBatch(let batch, let result): writer.write(batch, result)
        case .halt(let scope, let note), .resume(let scope, let note): writer.write(scope, note)
        case .setSafetyPolicy(let policy): writer.write(policy)
        case .attest(let verification): writer.write(verification)
        case .failVerification(let subject, let evidence): writer.write(subject, evidence)
        case .setQuotePolicy(let policy): writer.write(policy)
        case .quoteDemand(let terms): writer.write(terms)
        case .takeQuote(let demand, let terms): writer.write(demand, terms)
        case .submitBundle(let terms): writer.write(terms)
        case .planWithdrawal(let offer, let plan): writer.write(offer, plan)
        }
    }
}
