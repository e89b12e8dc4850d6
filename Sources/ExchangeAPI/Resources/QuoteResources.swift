import Domain

/// GET /v1/quote-policy.
public struct QuotePolicyResource: Codable, Hashable, Sendable {
    /// 0 before the first is set.
    public let version: Int64
    public let policy: QuotePolicyBody

    public init(version: Int64, policy: QuotePolicy) {
        self.version = version
        self.policy = QuotePolicyBody(policy)
    }
}

/// The answer to a request for a quote: what is promised until when, and the body that takes it.
public struct QuoteReceipt: Codable, Hashable, Sendable {
    public let sequence: Int64
    public let at: Instant
    /// The number of the demand that it becomes.
    public let id: DemandID
    /// When it ends if it has not been taken, exclusive.
    public let until: Instant
    /// What it leaves open.
    public let openMilli: Int64
    public let heldOwnFen: Int64
    public let heldLotsFen: Int64
    public let fills: [PlannedFillBody]
    /// For POST /v1/demands.
    public let demand: DemandBody

    public init(
        sequence: Int64, at: Stamp, demand: Demand, until: Stamp, heldOwn: Money, heldLots: Money, fills: [Fill]
    ) {
        self.sequence = sequence
        self.at = Instant(at)
        id = demand.id
        self.until = Instant(until)
        let terms = demand.terms
        let wanted = terms.grains(of: terms.quantity) * terms.hours
        let openHours = fills.reduce(wanted) { $0 - $1.grainHours }
        openMilli = terms.quantity(ofGrains: openHours / terms.hours, .up).milli
        heldOwnFen = heldOwn.fen
        heldLotsFen = heldLots.fen
        self.fills = fills.map(PlannedFillBody.init)
        self.demand = DemandBody(demand.terms, quote: demand.id)
    }
}
