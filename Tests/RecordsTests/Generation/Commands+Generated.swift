import Domain
import Records

extension Command: Generated {
    static func generate(_ make: inout Generator) -> Self { make.command(make()) }
}

extension Generator {
    mutating func command(_ kind: CommandKind) -> Command {
        switch kind {
        case .defineZone: .defineZone(self())
        case .publishNetwork: .publishNetwork(self())
        case .publishConversion: .publishConversion(self())
        case .setPolicy: .setPolicy(self())
        case .defineInstanceType: .defineInstanceType(self())
        case .registerParty: .registerParty(self())
        case .admitParty: .admitParty(self())
        case .recordOwnership: .recordOwnership(self())
        case .recordRelation: .recordRelation(self(), self(), self())
        case .recordDeposit: .recordDeposit(self())
        case .requestPayout: .requestPayout(self())
        case .approvePayout: .approvePayout(self(), bankReference: self())
        case .proposeProgramme: .proposeProgramme(self())
        case .approveProgramme: .approveProgramme(self(), version: self())
        case .authorisePool: .authorisePool(self(), self())
        case .applyForVoucher: .applyForVoucher(self(), plannedSpend: self())
        case .listOffer: .listOffer(self())
        case .withdrawOffer: .withdrawOffer(self())
        case .submitDemand: .submitDemand(self())
        case .cancelDemand: .cancelDemand(self())
        case .reportUsage: .reportUsage(self())
        case .endLease: .endLease(self())
        case .claim: .claim(self())
        case .advanceClock: .advanceClock(self())
        case .tick: .tick
        case .amendDemand: .amendDemand(self(), self())
        case .amendOffer: .amendOffer(self(), self())
        case .cancelDemands: .cancelDemands(self())
        case .withdrawOffers: .withdrawOffers(self())
        case .setBatchPolicy: .setBatchPolicy(self())
        case .callBatch: .callBatch(self())
        case .closeBatch: .closeBatch(self(), self())
        case .halt: .halt(self(), note: self())
        case .resume: .resume(self(), note: self())
        case .setSafetyPolicy: .setSafetyPolicy(self())
        case .attest: .attest(self())
        case .failVerification: .failVerification(self(), evidence: self())
        case .setQuotePolicy: .setQuotePolicy(self())
        case .quoteDemand: .quoteDemand(self())
        case .takeQuote: .takeQuote(self(), self())
        case .submitBundle: .submitBundle(self())
        case .planWithdrawal: .planWithdrawal(self(), self())
        }
    }
}
