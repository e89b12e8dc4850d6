import Domain

public enum OrderState: String, CaseIterable, Sendable {
    /// Of a demand that is a quote still.
    case quoted
    case open
    case filled
    case closed
}

public struct OfferResource: Codable, Hashable, Sendable {
    public let id: OfferID
    public let provider: PartyID
    public let terms: OfferBody
    public let state: Named<OrderState>
    /// Why it is closed.
    public let reason: ReasonCode?
    /// The record that listed it.
    public let sequence: Int64

    public init(_ offer: Offer, closed: Reason?) {
        id = offer.id
        provider = offer.provider
        terms = OfferBody(offer.terms)
        state = Named(closed == nil ? .open : .closed)
        reason = closed.map(ReasonCode.init)
        sequence = offer.place.sequence
    }
}

/// The versions that a demand, and so its fills, are pinned to.
public struct VersionsBody: Codable, Hashable, Sendable {
    public let network: Int64
    public let conversion: Int64
    public let policy: Int64
    /// Of the market's reference prices; 0 before the first.
    public let reference: Int64

    public init(_ versions: PinnedVersions) {
        network = versions.network
        conversion = versions.conversion
        policy = versions.policy
        reference = versions.reference
    }
}

public struct DemandResource: Codable, Hashable, Sendable {
    public let id: DemandID
    public let buyer: PartyID
    public let terms: DemandBody
    public let state: Named<OrderState>
    /// Why the residual was given up.
    public let reason: ReasonCode?
    /// In SCU rounded down.
    public let filledMilli: Int64
    public let heldOwnFen: Int64
    public let heldLotsFen: Int64
    public let versions: VersionsBody
    /// The record that accepted it.
    public let sequence: Int64
    /// The first line of the bundle that it is a line of.
    public let bundle: DemandID?

    public init(
        _ demand: Demand, state: OrderState, reason: Reason?, filled: Quantity, heldOwn: Money, heldLots: Money,
        versions: PinnedVersions, bundle: DemandID?
    ) {
        id = demand.id
        buyer = demand.buyer
        terms = DemandBody(demand.terms)
        self.state = Named(state)
        self.reason = reason.map(ReasonCode.init)
        filledMilli = filled.milli
        heldOwnFen = heldOwn.fen
        heldLotsFen = heldLots.fen
        self.versions = VersionsBody(versions)
        sequence = demand.place.sequence
        self.bundle = bundle
    }
}

/// A part of a fill that public money pays.
public struct LotShareBody: Codable, Hashable, Sendable {
    public let lot: LotID
    /// Position in the programme's list of funders.
    public let funder: Int64
    public let amountFen: Int64

    public init(lot: LotID, funder: Int64, amount: Money) {
        self.lot = lot
        self.funder = funder
        amountFen = amount.fen
    }
}

public struct FillResource: Codable, Hashable, Sendable {
    public let id: FillID
    public let demand: DemandID
    public let offer: OfferID
    public let buyer: PartyID
    public let provider: PartyID
    public let lease: LeaseID
    public let quantityMilli: Int64
    public let from: WholeHour
    public let until: WholeHour
    /// Sums over the window's hours, a unit.
    public let askSumMicroYuan: Int64
    public let priceSumMicroYuan: Int64
    public let chargeTariffMicroYuan: Int64
    public let home: ZoneID
    public let zone: ZoneID
    public let capacityFen: Int64
    public let transferFen: Int64
    /// Of the capacity line, paid by the buyer at the fill.
    public let ownFen: Int64
    public let shares: [LotShareBody]
    public let feeBasisPoints: Int64
    public let versions: VersionsBody
    /// Milli-SCU a unit, by the conversion version above; of a demand in SCU.
    public let milliScuPerUnit: Int64?
    public let related: Bool
    /// The record that made it.
    public let sequence: Int64

    public init(_ fill: Fill, sequence: Int64) {
        id = fill.id
        demand = fill.demand
        offer = fill.offer
        buyer = fill.buyer
        provider = fill.provider
        lease = fill.lease
        quantityMilli = fill.quantity.milli
        (from, until) = (WholeHour(fill.window.start), WholeHour(fill.window.end))
        askSumMicroYuan = fill.askSum
        priceSumMicroYuan = fill.priceSum
        chargeTariffMicroYuan = fill.chargeTariff.microYuan
        (home, zone) = (fill.home, fill.zone)
        capacityFen = fill.capacity.fen
        transferFen = fill.transfer.fen
        ownFen = fill.shares.reduce(0) { $0 + ($1.source == .own ? $1.amount.fen : 0) }
        shares = fill.shares.compactMap(LotShareBody.init)
        feeBasisPoints = fill.fee.value
        versions = VersionsBody(fill.versions)
        milliScuPerUnit = fill.milliScu
        related = fill.related
        self.sequence = sequence
    }
}

extension LotShareBody {
    fileprivate init?(_ share: FundingShare) {
        guard case .lot(let lot, let funder) = share.source else { return nil }
        self.init(lot: lot, funder: funder, amount: share.amount)
    }
}

/// A level of a class's depth.
public struct LevelBody: Codable, Hashable, Sendable {
    public let priceMicroYuan: Int64
    public let quantityMilli: Int64
    /// Offers or demands at this price.
    public let orders: Int64

    public init(price: UnitPrice, quantity: Quantity, orders: Int64) {
        priceMicroYuan = price.microYuan
        quantityMilli = quantity.milli
        self.orders = orders
    }
}

/// The book of one instance type, cheapest offer first; in a `listed` market no limit is shown.
public struct DepthResource: Codable, Hashable, Sendable {
    public let instanceType: InstanceTypeID
    public let zone: ZoneID?
    public let from: WholeHour?
    public let until: WholeHour?
    public let offers: [LevelBody]
    public let demands: [LevelBody]

    public init(
        instanceType: InstanceTypeID, zone: ZoneID?, window: Window?, offers: [LevelBody], demands: [LevelBody]
    ) {
        self.instanceType = instanceType
        self.zone = zone
        from = window.map { WholeHour($0.start) }
        until = window.map { WholeHour($0.end) }
        self.offers = offers
        self.demands = demands
    }
}
