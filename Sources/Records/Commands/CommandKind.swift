/// The kind of a command: its number in canonical bytes and its name in tables.
public enum CommandKind: UInt8, Sendable, CaseIterable {
    case defineZone
    case publishNetwork
    case publishConversion
    case setPolicy
    case defineInstanceType
    case registerParty
    case admitParty
    case recordOwnership
    case recordRelation
    case recordDeposit
    case requestPayout
    case approvePayout
    case proposeProgramme
    case approveProgramme
    case authorisePool
    case applyForVoucher
    case listOffer
    case withdrawOffer
    case submitDemand
    case cancelDemand
    case reportUsage
    case endLease
    case claim
    case advanceClock
    case tick
    case amendDemand
    case amendOffer
    case cancelDemands
    case withdrawOffers
    case setBatchPolicy
    case callBatch
    case closeBatch
    case halt
    case resume
    case setSafetyPolicy
    case attest
    case failVerification
    case setQuotePolicy
    case quoteDemand
    case takeQuote
    case submitBundle
    case planWithdrawal
}

extension Command {
    public var kind: CommandKind {
        switch self {
        case .defineZone: .defineZone
        case .publishNetwork: .publishNetwork
        case .publishConversion: .publishConversion
        case .setPolicy: .setPolicy
        case .defineInstanceType: .defineInstanceType
        case .registerParty: .registerParty
        case .admitParty: .admitParty
        case .recordOwnership: .recordOwnership
        case .recordRelation: .recordRelation
        case .recordDeposit: .recordDeposit
        case .requestPayout: .requestPayout
        case .approvePayout: .approvePayout
        case .proposeProgramme: .proposeProgramme
        case .approveProgramme: .approveProgramme
        case .authorisePool: .authorisePool
        case .applyForVoucher: .applyForVoucher
        case .listOffer: .listOffer
        case .withdrawOffer: .withdrawOffer
        case .submitDemand: .submitDemand
        case .cancelDemand: .cancelDemand
        case .reportUsage: .reportUsage
        case .endLease: .endLease
        case .claim: .claim
        case .advanceClock: .advanceClock
        case .tick: .tick
        case .amendDemand: .amendDemand
        case .amendOffer: .amendOffer
        case .cancelDemands: .cancelDemands
        case .withdrawOffers: .withdrawOffers
        case .setBatchPolicy: .setBatchPolicy
        case .callBatch: .callBatch
        case .closeBatch: .closeBatch
        case .halt: .halt
        case .resume: .resume
        case .setSafetyPolicy: .setSafetyPolicy
        case .attest: .attest
        case .failVerification: .failVerification
        case .setQuotePolicy: .setQuotePolicy
        case .quoteDemand: .quoteDemand
        case .takeQuote: .takeQuote
        case .submitBundle: .submitBundle
        case .planWithdrawal: .planWithdrawal
        }
    }
}
