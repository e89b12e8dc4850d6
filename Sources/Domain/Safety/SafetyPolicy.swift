/// What keeps slips and floods out of the market: policy data. What is nil is not bounded.
public struct SafetyPolicy: Hashable, Sendable {
    /// Of every type that `types` does not name.
    public let collar: PriceCollar?
    public let types: [TypeCollar]
    /// Open demands of one firm.
    public let openDemandsMost: Int64?
    /// Open offers of one firm.
    public let openOffersMost: Int64?
    /// Listings, demands and amendments that one firm sends in an hour, refused ones too.
    public let ordersPerHourMost: Int64?
    public static let mostTypes = 1000
    /// Nothing is bounded.
    public static let standard = SafetyPolicy()

    private init() {
        collar = nil
        types = []
        openDemandsMost = nil
        openOffersMost = nil
        ordersPerHourMost = nil
    }

    /// Errors: `safetyPolicyInvalid` (too many types, one twice, or a bound below 1).
    public init(
        collar: PriceCollar?, types: [TypeCollar] = [], openDemandsMost: Int64? = nil, openOffersMost: Int64? = nil,
        ordersPerHourMost: Int64? = nil
    ) throws(Reason) {
        guard types.count <= SafetyPolicy.mostTypes, Set(types.map(\.instanceType)).count == types.count,
            [openDemandsMost, openOffersMost, ordersPerHourMost].allSatisfy({ ($0 ?? 1) >= 1 })
        else { throw .safetyPolicyInvalid }
        self.collar = collar
        self.types = types
        self.openDemandsMost = openDemandsMost
        self.openOffersMost = openOffersMost
        self.ordersPerHourMost = ordersPerHourMost
    }

    public var hasCollar: Bool { collar != nil || types.contains { $0.collar != nil } }

    public func collar(of type: InstanceTypeID) -> PriceCollar? {
        if let own = types.first(where: { $0.instanceType == type }) { return own.collar }
        return collar
    }
}

/// The collar of one type; nil frees it of the market's.
public struct TypeCollar: Hashable, Sendable {
    public let instanceType: InstanceTypeID
    public let collar: PriceCollar?

    public init(instanceType: InstanceTypeID, collar: PriceCollar?) {
        self.instanceType = instanceType
        self.collar = collar
    }
}
