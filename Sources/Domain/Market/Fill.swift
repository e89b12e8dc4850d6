/// What pays a part of a fill.
public enum FundingSource: Hashable, Sendable {
    case own
    /// One funder's part of a lot; `funder` is the position in the programme's list.
    case lot(LotID, funder: Int64)
}

/// A part of a fill's capacity line and what pays it.
public struct FundingShare: Hashable, Sendable {
    public let source: FundingSource
    public let amount: Money

    public init(source: FundingSource, amount: Money) {
        self.source = source
        self.amount = amount
    }
}

/// The versions that a demand is pinned to at its acceptance.
public struct PinnedVersions: Hashable, Sendable {
    public let network: Int64
    public let conversion: Int64
    public let policy: Int64
    /// Of the market's reference prices; 0 before the first.
    public let reference: Int64

    public init(network: Int64, conversion: Int64, policy: Int64, reference: Int64) {
        self.network = network
        self.conversion = conversion
        self.policy = policy
        self.reference = reference
    }
}

/// A match of a part of a demand with a part of an offer.
public struct Fill: Hashable, Sendable {
    public let id: FillID
    public let demand: DemandID
    public let offer: OfferID
    public let buyer: PartyID
    public let provider: PartyID
    public let quantity: Quantity
    public let window: Window
    /// Sum over the window's hours of the ask, in micro-yuan per unit.
    public let askSum: Int64
    /// Sum over the window's hours of the price paid, in micro-yuan per unit.
    public let priceSum: Int64
    /// Charge tariff per unit-hour, and the link's zones, whose network account takes it.
    public let chargeTariff: UnitPrice
    public let home: ZoneID
    public let zone: ZoneID
    /// The capacity line: this fill's difference of the demand's running total.
    public let capacity: Money
    /// The transfer line, likewise; paid with own money.
    public let transfer: Money
    /// Of the capacity line. In mode `deduct` they sum to it; under `reimburse` own money is all of it
    /// and the lots' shares run beside.
    public let shares: [FundingShare]
    public let fee: BasisPoints
    public let versions: PinnedVersions
    /// The parties are otherwise related; own money only, and outside every reference price.
    public let related: Bool
    /// Milli-SCU a unit, by the conversion that the demand is pinned to; nil where it is in units.
    public let milliScu: Int64?

    public init(
        id: FillID, demand: DemandID, offer: OfferID, buyer: PartyID, provider: PartyID, quantity: Quantity,
        window: Window, askSum: Int64, priceSum: Int64, chargeTariff: UnitPrice, home: ZoneID, zone: ZoneID,
        capacity: Money, transfer: Money, shares: [FundingShare], fee: BasisPoints, versions: PinnedVersions,
        related: Bool, milliScu: Int64? = nil
    ) {
        self.id = id
        self.demand = demand
        self.offer = offer
        self.buyer = buyer
        self.provider = provider
        self.quantity = quantity
        self.window = window
        self.askSum = askSum
        self.priceSum = priceSum
        self.chargeTariff = chargeTariff
        self.home = home
        self.zone = zone
        self.capacity = capacity
        self.transfer = transfer
        self.shares = shares
        self.fee = fee
        self.versions = versions
        self.related = related
        self.milliScu = milliScu
    }

    public var lease: LeaseID { LeaseID(id.number) }

    /// The same fill under another number.
    public func numbered(_ id: FillID) -> Fill {
        Fill(
            id: id, demand: demand, offer: offer, buyer: buyer, provider: provider, quantity: quantity, window: window,
            askSum: askSum, priceSum: priceSum, chargeTariff: chargeTariff, home: home, zone: zone, capacity: capacity,
            transfer: transfer, shares: shares, fee: fee, versions: versions, related: related, milliScu: milliScu)
    }
}
