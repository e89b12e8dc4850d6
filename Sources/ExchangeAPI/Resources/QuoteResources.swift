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

/// A fill that a quote promises: what it will be posted with, to the fen.
public struct QuotedFillBody: Codable, Hashable, Sendable {
    public let offer: OfferID
    public let provider: PartyID
    public let zone: ZoneID
    public let quantityMilli: Int64
    public let from: WholeHour
    public let until: WholeHour
    /// Sums over the window's hours, a unit.
    public let askSumMicroYuan: Int64
    public let priceSumMicroYuan: Int64
    public let chargeTariffMicroYuan: Int64
    public let capacityFen: Int64
    public let transferFen: Int64
    /// Of the capacity line, paid by the buyer at the fill.
    public let ownFen: Int64
    public let shares: [LotShareBody]
    public let related: Bool

    public init(_ fill: Fill) {
        let own = FillResource(fill, sequence: 0)
        (offer, provider, zone) = (fill.offer, fill.provider, fill.zone)
        quantityMilli = own.quantityMilli
        (from, until) = (own.from, own.until)
        askSumMicroYuan = own.askSumMicroYuan
        priceSumMicroYuan = own.priceSumMicroYuan
        chargeTariffMicroYuan = own.chargeTariffMicroYuan
        (capacityFen, transferFen, ownFen) = (own.capacityFen, own.transferFen, own.ownFen)
        shares = own.shares
        related = fill.related
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
    public let fills: [QuotedFillBody]
    /// For POST /v1/demands.
    public let demand: DemandBody

    public init(
        sequence: Int64, at: Stamp, demand: Demand, until: Stamp, heldOwn: Money, heldLots: Money, fills: [Fill]
    ) {
        self.sequence = sequence
        self.at = Instant(at)
        id = demand.id
        self.until = Instant(until)
        openMilli = fills.reduce(demand.terms.quantity) { $0 - $1.quantity }.milli
        heldOwnFen = heldOwn.fen
        heldLotsFen = heldLots.fen
        self.fills = fills.map(QuotedFillBody.init)
        self.demand = DemandBody(demand.terms, quote: demand.id)
    }
}
