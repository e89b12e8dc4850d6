import Domain

extension Command {
    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        switch try reader.read(CommandKind.self) {
        case .defineZone: self = .defineZone(try reader.read())
        case .publishNetwork: self = .publishNetwork(try reader.read())
        case .publishConversion: self = .publishConversion(try reader.read())
        case .setPolicy: self = .setPolicy(try reader.read())
        case .defineInstanceType: self = .defineInstanceType(try reader.read())
        case .registerParty: self = .registerParty(try reader.read())
        case .admitParty: self = .admitParty(try reader.read())
        case .recordOwnership: self = .recordOwnership(try reader.read())
        case .recordRelation:
            self = .recordRelation(try reader.read(), try reader.read(), try reader.read())
        case .recordDeposit: self = .recordDeposit(try reader.read())
        case .requestPayout: self = .requestPayout(try reader.read())
        case .approvePayout: self = .approvePayout(try reader.read(), bankReference: try reader.read())
        case .proposeProgramme: self = .proposeProgramme(try reader.read())
        case .approveProgramme: self = .approveProgramme(try reader.read(), version: try reader.read())
        case .authorisePool: self = .authorisePool(try reader.read(), try reader.read())
        case .applyForVoucher: self = .applyForVoucher(try reader.read(), plannedSpend: try reader.read())
        case .listOffer: self = .listOffer(try reader.read())
        case .withdrawOffer: self = .withdrawOffer(try reader.read())
        case .submitDemand: self = .submitDemand(try reader.read())
        case .cancelDemand: self = .cancelDemand(try reader.read())
        case .reportUsage: self = .reportUsage(try reader.read())
        case .endLease: self = .endLease(try reader.read())
        case .claim: self = .claim(try reader.read())
        case .advanceClock: self = .advanceClock(try reader.read())
        case .tick: self = .tick
        case .amendDemand: self = .amendDemand(try reader.read(), try reader.read())
        case .amendOffer: self = .amendOffer(try reader.read(), try reader.read())
        case .cancelDemands: self = .cancelDemands(try reader.read())
        case .withdrawOffers: self = .withdrawOffers(try reader.read())
        case .setBatchPolicy: self = .setBatchPolicy(try reader.read())
        case .callBatch: self = .callBatch(try reader.read())
        case .closeBatch: self = .closeBatch(try reader.read(), try reader.read())
        case .halt: self = .halt(try reader.read(), note: try reader.read())
        case .resume: self = .resume(try reader.read(), note: try reader.read())
        case .setSafetyPolicy: self = .setSafetyPolicy(try reader.read())
        case .attest: self = .attest(try reader.read())
        case .failVerification: self = .failVerification(try reader.read(), evidence: try reader.read())
        case .setQuotePolicy: self = .setQuotePolicy(try reader.read())
        case .quoteDemand: self = .quoteDemand(try reader.read())
        case .takeQuote: self = .takeQuote(try reader.read(), try reader.read())
        case .submitBundle: self = .submitBundle(try reader.read())
        case .planWithdrawal: self = .planWithdrawal(try reader.read(), try reader.read())
        }
    }
}
