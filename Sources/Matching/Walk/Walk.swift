import Domain

/// Whom a walk may take from, as far as relations of the parties go.
enum BlockRule {
    /// Blocked providers are skipped.
    case respected
    /// As if no pair were blocked.
    case lifted
    /// Blocked providers alone.
    case blockedOnly
}

/// One pass over the offers in the order of priority of a demand, and what it takes.
struct Walk {
    let demand: DemandInHand
    let blocks: BlockRule
    /// The providers that the buyer is not free of.
    let related: [PairTable.Pair]
    /// What is open of the quantity, by the demand's measure; once it is no more than the tolerance the demand is complete.
    var remaining: Int64
    let tolerance: Int64
    var boundProvider: Int64
    var fills: [PlannedFill] = []
    var passedForMoney = false
    /// What the demand has been given already, of a walk that chooses pieces.
    var given: [PlannedFill] = []
    var frontier = WalkFrontier<WalkNode>()

    init(_ demand: DemandInHand, open: Int64, blocks: BlockRule, related: [PairTable.Pair]) {
        self.demand = demand
        self.blocks = blocks
        self.related = related
        remaining = open
        tolerance = demand.measure.tolerance(demand.row)
        boundProvider = demand.row.boundProvider
    }

    /// Offers without a lot free that a walk meets before it looks over its whole frontier for others.
    static let missesBeforeSieving = 8

    mutating func take(_ candidate: Candidate) {
        remaining -= candidate.quantity.milli * (candidate.milliScu ?? 1)
        if demand.traits.contains(.singleProvider) { boundProvider = candidate.provider.number }
        fills.append(PlannedFill(candidate))
    }

    var isComplete: Bool { remaining <= tolerance }

    /// What to take of an offer, in milli-units, where a milli-unit is this amount: the fewest lots that reach what
    /// remains or, where that passes the upper end, the most that do not.
    @inline(__always)
    func quantity(free: Int64, lot: Int64, _ scale: Int64) -> Int64 {
        guard demand.measure.isScu else { return min(free, remaining) / lot * lot }
        let amount = lot * scale
        let reaching = (remaining + amount - 1) / amount
        let lots = reaching * amount <= remaining + tolerance ? reaching : (remaining + tolerance) / amount
        return min(free / lot, lots) * lot
    }

    func relation(to provider: PartyID) -> PairRelation {
        related.isEmpty ? .free : PairTable.relation(to: provider, in: related)
    }

    /// Whether a relation keeps the buyer from this provider.
    func isBlocked(_ relation: PairRelation) -> Bool {
        switch relation {
        case .free: false
        case .related: !demand.traits.contains(.acceptsRelated)
        case .sameBeneficialOwner: true
        }
    }

    func mayTake(from provider: PartyID) -> Bool {
        if boundProvider != 0, boundProvider != provider.number { return false }
        guard !related.isEmpty else { return blocks != .blockedOnly }
        switch blocks {
        case .respected: return !isBlocked(relation(to: provider))
        case .lifted: return true
        case .blockedOnly: return isBlocked(relation(to: provider))
        }
    }
}
