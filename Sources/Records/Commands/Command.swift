import Domain

/// Everything that anybody can ask of the exchange.
///
/// Who asks stands in the record's header. The position of a case is its number in canonical
/// bytes and never changes; new ones go at the end.
public enum Command: Hashable, Sendable {
    // Operator: the catalogue and the market's policy.
    indirect case defineZone(ZoneTerms)
    case publishNetwork([Link])
    case publishConversion([Chip])
    indirect case setPolicy(MarketPolicy)
    /// Operator or provider.
    indirect case defineInstanceType(InstanceTypeTerms)
    // Parties.
    case registerParty(PartyRegistration)
    case admitParty(PartyID)
    case recordOwnership(Ownership)
    case recordRelation(RelationKind, PartyID, PartyID)
    // Money: bank statement lines and payouts.
    case recordDeposit(BankDeposit)
    case requestPayout(Money)
    case approvePayout(PayoutID, bankReference: Label)
    // Programmes.
    indirect case proposeProgramme(ProgrammeDefinition)
    case approveProgramme(ProgrammeID, version: Int64)
    case authorisePool(ProgrammeID, Money)
    case applyForVoucher(ProgrammeID, plannedSpend: Money)
    // Market.
    case listOffer(OfferTerms)
    case withdrawOffer(OfferID)
    case submitDemand(DemandTerms)
    case cancelDemand(DemandID)
    // Delivery.
    case reportUsage(UsageReport)
    case endLease(LeaseID)
    case claim(LeaseID)
    // Time.
    case advanceClock(Stamp)
    case tick
    // Changes of what is open.
    indirect case amendDemand(DemandID, DemandAmendment)
    indirect case amendOffer(OfferID, OfferAmendment)
    case cancelDemands(OrderScope)
    case withdrawOffers(OrderScope)
    // Batches.
    indirect case setBatchPolicy(BatchPolicy)
    indirect case callBatch(BatchScope)
    /// By the exchange's own solver; an operator only releases.
    indirect case closeBatch(BatchID, BatchResult)
    // Safety: what matches, and what does not.
    indirect case halt(HaltScope, note: Commitment)
    /// By another person than the one who halted.
    indirect case resume(HaltScope, note: Commitment)
    indirect case setSafetyPolicy(SafetyPolicy)
    indirect case attest(Verification)
    case failVerification(VerificationSubject, evidence: Commitment)
    // Quotes.
    case setQuotePolicy(QuotePolicy)
    case quoteDemand(DemandTerms)
    /// The quote has the number of the demand that it becomes; its terms are told again.
    case takeQuote(DemandID, DemandTerms)
    // Bundles.
    indirect case submitBundle(BundleTerms)
    // Planned withdrawals.
    case planWithdrawal(OfferID, PlannedWithdrawal)
}

/// A zone before it has a number.
public struct ZoneTerms: Hashable, Sendable {
    public let code: Symbol
    public let name: Label
    public let nameEnglish: Label
    public let level: ZoneLevel
    public let parent: ZoneID?

    public init(code: Symbol, name: Label, nameEnglish: Label, level: ZoneLevel, parent: ZoneID?) {
        self.code = code
        self.name = name
        self.nameEnglish = nameEnglish
        self.level = level
        self.parent = parent
    }
}

/// Constants of the market that are policy data.
public struct MarketPolicy: Hashable, Sendable {
    /// Of what a provider earned.
    public let fee: BasisPoints
    /// Hours after which an earning uncontested becomes free to pay out or claimable.
    public let contestHours: Int64
    /// Hours after an hour's end at which unreported delivery is missed.
    public let reportHours: Int64
    /// Missed hours after which the buyer may end a lease.
    public let missedHoursToEnd: Int64
    /// Fixed once the first offer is listed.
    public let priceRule: PriceRule
    public static let standard = MarketPolicy(
        fee: .zero, contestHours: 72, reportHours: 24, missedHoursToEnd: 24, priceRule: .listed)

    public init(
        fee: BasisPoints, contestHours: Int64, reportHours: Int64, missedHoursToEnd: Int64, priceRule: PriceRule
    ) {
        self.fee = fee
        self.contestHours = contestHours
        self.reportHours = reportHours
        self.missedHoursToEnd = missedHoursToEnd
        self.priceRule = priceRule
    }
}

/// A credit line of the custodian bank's statement.
public struct BankDeposit: Hashable, Sendable {
    public let party: PartyID
    public let amount: Money
    /// Unique at the bank; a second line with it is refused.
    public let reference: Label

    public init(party: PartyID, amount: Money, reference: Label) {
        self.party = party
        self.amount = amount
        self.reference = reference
    }
}
