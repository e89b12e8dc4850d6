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
    public let instanceType: InstanceTypeID
    public let zone: ZoneID
    public let schedule: CapacitySchedule
    /// Quantities sold are multiples of it: 1000 unless fractions are sold.
    public let lotSize: Quantity
    /// Hours that a lease has at least.
    public let shortestTermHours: Int64
    public let price: PriceSchedule
    public let vat: VATRate
    public let buyers: BuyerClass
    public let tier: VerificationTier

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
        self.instanceType = instanceType
        self.zone = zone
        self.schedule = schedule
        self.lotSize = lotSize
        self.shortestTermHours = shortestTermHours
        self.price = price
        self.vat = vat
        self.buyers = buyers
        self.tier = tier
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
