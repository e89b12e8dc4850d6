import Domain
import Records

/// The fold of the events: who trades what, what demands hold, and where the money must be for it.
///
/// It knows no transfer. Where an event says what moved, `book` has it moved.
struct AuditedMarket: Sendable {
    var book = BalanceBook()
    /// What the record that is being folded fills of demands in pieces.
    var pieces: [DemandID: [Fill]] = [:]
    /// Of the record that is being folded.
    var stamp = Stamp.epoch
    /// Deposits less payouts, what pools were authorised, what fills granted.
    var putIn: [Asset: Int128] = [:]
    /// What open demands hold of a party's own money, and of lots.
    var heldByDemands: [PartyID: Int128] = [:]
    var lotsHeldByDemands: [LotPartKey: Int128] = [:]
    var touchedHolders: [PartyID] = []
    var touchedLots: [LotPartKey] = []
    /// Faces less what expired.
    var lotFaces: [LotPartKey: Int128] = [:]
    var lots: [LotID: AuditedLot] = [:]
    var modes: [ProgrammeVersionKey: ProgrammeMode] = [:]
    var payouts: [PayoutID: (party: PartyID, amount: Money)] = [:]
    var offers: [OfferID: AuditedOffer] = [:]
    var demands: [DemandID: AuditedDemand] = [:]
    var types: [InstanceTypeID: InstanceTypeTerms] = [:]
    /// By version.
    var conversions: [Int64: [Chip]] = [:]
    var leases: [LeaseID: AuditedLease] = [:]
    /// Open ones, and the one that the record being folded has cleared.
    var batches: [BatchID: Batch] = [:]
    var cleared: ClearedBatch?
    /// By the record that is being folded.
    var called: Set<BatchID> = []
    /// Of the policy of batches.
    var rounds: [AuditedRound] = []
    var halts: Set<HaltScope> = []
    /// The tier verified of each; nil where it failed or lapsed.
    var verifications: [VerificationSubject: VerificationTier?] = [:]
    /// The zone above each.
    var parents: [ZoneID: ZoneID] = [:]
    var levels: [ZoneID: ZoneLevel] = [:]
    var bounds = AuditedBounds()
    /// What a demand in place of a lease that was cut may cost of own money, in the record that is being folded.
    var sought: [DemandID: SoughtLease] = [:]
    /// Open quotes, with what is made of each.
    var quotes: [DemandID: AuditedQuote] = [:]
    /// Open bundles by line, and what the record being folded fills of them.
    var bundles: [DemandID: Bundle] = [:]
    var bundleFills: [DemandID: [Fill]] = [:]
    /// By version of the network.
    var links: [Int64: [Link]] = [:]
    /// Found in the record that is being folded.
    var faults: [AuditFault] = []

    mutating func put(_ amount: Int128, from source: Account, to account: Account) {
        putIn[source.asset, default: 0] += amount
        book.move(amount, from: source, to: account)
    }

    /// A zone and all above it, upwards.
    func lineage(_ zone: ZoneID) -> [ZoneID] { [zone] + (parents[zone].map { lineage($0) } ?? []) }
}

/// Whose a lot is, and what a split with it means.
struct AuditedLot: Sendable {
    let programme: ProgrammeID
    let holder: PartyID
    let mode: ProgrammeMode?
}

/// An offer: what is listed, and what was sold hour by hour.
struct AuditedOffer: Sendable {
    var offer: Offer
    /// By hour, what was sold, or is frozen in an open batch or promised by a quote.
    var sold: [Hour: Int64] = [:]
    var isOpen = true

    /// What the schedule lists for an hour; zero in a blackout.
    func listed(_ hour: Hour) -> Int64 {
        offer.terms.schedule.steps.first { $0.window.start <= hour && hour < $0.window.end }?.quantity.milli ?? 0
    }
}

/// A demand: what is open of it, what it holds, and its running lines.
struct AuditedDemand: Sendable {
    var demand: Demand
    /// The version of the conversion that it is pinned to.
    var conversion: Int64
    /// Milli-unit-hours; of a demand in SCU micro-SCU-hours.
    var openHours: Int64
    var isOpen = true
    var isFrozen = false
    var own: Int128 = 0
    var lots: [LotPartKey: Int128] = [:]
    var capacity = AuditedLine()
    var transfer = AuditedLine()

    /// One of which nothing is filled or held.
    init(_ demand: Demand, conversion: Int64) {
        self.demand = demand
        self.conversion = conversion
        openHours = demand.terms.wanted * demand.terms.hours
    }

    var buyer: PartyID { demand.buyer }
    var terms: DemandTerms { demand.terms }
}

/// A line of a demand's fills: the exact sum in 10⁻⁷ fen, and what was posted of it.
struct AuditedLine: Sendable {
    private var exact: Int128 = 0
    private var posted: Int128 = 0

    /// Whether a fill's amount is the difference of the running total, half-even to fen.
    mutating func takes(_ amount: Money, exact more: Int128) -> Bool {
        exact += more
        posted += Int128(amount.fen)
        return posted == Rounding.halfEven.quotient(exact, ExactAmount.perFen)
    }
}
