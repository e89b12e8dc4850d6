/// How far a provider's claims about an offer were checked.
public enum VerificationTier: UInt8, Sendable, CaseIterable, Comparable {
    case declared
    case documented
    case measured

    public static func < (left: VerificationTier, right: VerificationTier) -> Bool { left.rawValue < right.rawValue }
}

/// The buyers an offer admits; an empty list admits all. Never a matter of funding.
public struct BuyerClass: Hashable, Sendable {
    public let sizes: [FirmSize]
    public let sectors: [Sector]
    public let regions: [Symbol]
    /// Members of the provider's chain (链主企业), or any.
    public let members: [PartyID]
    public static let everyone = BuyerClass()

    public init(sizes: [FirmSize] = [], sectors: [Sector] = [], regions: [Symbol] = [], members: [PartyID] = []) {
        self.sizes = sizes
        self.sectors = sectors
        self.regions = regions
        self.members = members
    }

    public func admits(_ party: PartyID, size: FirmSize, profile: FirmProfile) -> Bool {
        (sizes.isEmpty || sizes.contains(size)) && (sectors.isEmpty || sectors.contains(profile.sector))
            && (regions.isEmpty || regions.contains(profile.region)) && (members.isEmpty || members.contains(party))
    }
}

/// What a provider lists.
public struct OfferTerms: Hashable, Sendable {
    public var instanceType: InstanceTypeID { content.value.instanceType }
    public var zone: ZoneID { content.value.zone }
    public var schedule: CapacitySchedule { content.value.schedule }
    /// Quantities sold are multiples of it: 1000 unless fractions are sold.
    public var lotSize: Quantity { content.value.lotSize }
    /// Hours that a lease has at least.
    public var shortestTermHours: Int64 { content.value.shortestTermHours }
    public var price: PriceSchedule { content.value.price }
    public var vat: VATRate { content.value.vat }
    public var buyers: BuyerClass { content.value.buyers }
    public var tier: VerificationTier { content.value.tier }

    private struct Content: Hashable {
        let instanceType: InstanceTypeID
        let zone: ZoneID
        let schedule: CapacitySchedule
        let lotSize: Quantity
        let shortestTermHours: Int64
        let price: PriceSchedule
        let vat: VATRate
        let buyers: BuyerClass
        let tier: VerificationTier
    }

    private let content: Shared<Content>

    /// Errors: `lotSizeNotWhole` (every step is a multiple of the lot), `termTooLong`, `scheduleDisordered`
    /// (an hourly price needs 168 values).
    public init(
        instanceType: InstanceTypeID, zone: ZoneID, schedule: CapacitySchedule, lotSize: Quantity,
        shortestTermHours: Int64, price: PriceSchedule, vat: VATRate, buyers: BuyerClass, tier: VerificationTier
    ) throws(Reason) {
        guard lotSize.milli > 0, schedule.steps.allSatisfy({ $0.quantity.milli % lotSize.milli == 0 }) else {
            throw .lotSizeNotWhole
        }
        guard (1...Window.mostHours).contains(shortestTermHours) else { throw .termTooLong }
        try price.check()
        content = Shared(
            Content(
                instanceType: instanceType, zone: zone, schedule: schedule, lotSize: lotSize,
                shortestTermHours: shortestTermHours, price: price, vat: vat, buyers: buyers, tier: tier))
    }
}

/// The place of an offer or demand in every order of priority: the record that gave it, then the position in it.
public struct Place: Hashable, Comparable, Sendable {
    public let sequence: Int64
    public let position: Int64

    @inlinable
    public init(sequence: Int64, position: Int64 = 0) {
        self.sequence = sequence
        self.position = position
    }

    @inlinable
    public static func < (left: Place, right: Place) -> Bool {
        left.sequence != right.sequence ? left.sequence < right.sequence : left.position < right.position
    }
}

/// An offer as listed.
public struct Offer: Hashable, Sendable {
    public let id: OfferID
    public let provider: PartyID
    public let terms: OfferTerms
    public let place: Place

    public init(id: OfferID, provider: PartyID, terms: OfferTerms, place: Place) {
        self.id = id
        self.provider = provider
        self.terms = terms
        self.place = place
    }
}
