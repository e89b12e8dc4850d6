import Domain
import Records

/// What the generator knows of the market: the fold of the records that it was shown.
///
/// It decides nothing and checks nothing; it serves to draw commands that mostly make sense.
struct MarketView: Sendable {
    var time = Stamp.epoch
    var policy = MarketPolicy.standard
    // Catalogue.
    var zones: [Zone] = []
    var types: [InstanceType] = []
    var chips: [Chip] = []
    // Parties.
    var registered: [PartyID] = []
    var provides: Set<PartyID> = []
    var buys: Set<PartyID> = []
    var codes: [PartyID: CreditCode] = [:]
    var buyers: [PartyID] = []
    var providers: [PartyID] = []
    var unadmitted = Roster<PartyID>()
    // Money.
    var references: [Label] = []
    var payouts: [PayoutID] = []
    var payoutCount: Int64 = 0
    // Programmes.
    var definitions: [ProgrammeDefinition] = []
    var proposals: [Proposal] = []
    var live: [ProgrammeID] = []
    var modes: [ProgrammeVersionKey: ProgrammeMode] = [:]
    var lotModes: [LotID: ProgrammeMode] = [:]
    // Market.
    var offers = Roster<OfferID>()
    var offerOwners: [OfferID: PartyID] = [:]
    /// Of open offers and demands, as they stand.
    var offerTerms: [OfferID: OfferTerms] = [:]
    var demandTerms: [DemandID: DemandTerms] = [:]
    var demands = Roster<DemandID>()
    var demandOwners: [DemandID: PartyID] = [:]
    /// Of open bundles.
    var bundleLines: Set<DemandID> = []
    var batches: [Batch] = []
    var halts: [Halt] = []
    /// What failed or lapsed, and was not verified since.
    var failedVerifications: [VerificationSubject] = []
    var quotes: [Quote] = []
    // Delivery.
    var leases: [LeaseID: ObservedLease] = [:]
    var running = Roster<LeaseID>()
    var failing = Roster<LeaseID>()
    var claimable = Roster<LeaseID>()

    /// A version that waits for its second person.
    struct Proposal: Sendable {
        let programme: ProgrammeID
        let version: Int64
        let proposer: PersonID
    }

    /// The level below which capacity is offered: cities and edge sites.
    var places: [ZoneID] { zones.filter { $0.level >= .city }.map(\.id) }
}

/// One version of a programme.
struct ProgrammeVersionKey: Hashable, Sendable {
    let programme: ProgrammeID
    let version: Int64
}

/// A lease as far as its parties see it.
struct ObservedLease: Sendable {
    let buyer: PartyID
    let provider: PartyID
    let offer: OfferID
    let quantity: Quantity
    var endSecond: Int64
    /// Of the public money in it, how the first lot pays; nil without any.
    let mode: ProgrammeMode?
    var reportedUntil: Int64
    var missed: Int64 = 0
}
