import Domain

/// How far from its reference a price may be.
public struct CollarBody: Codable, Hashable, Sendable {
    public let belowBasisPoints: Int64
    public let aboveBasisPoints: Int64

    public init(_ collar: PriceCollar) {
        belowBasisPoints = collar.below
        aboveBasisPoints = collar.above
    }

    /// Errors: `safetyPolicyInvalid`.
    public func collar() throws(DoorFault) -> PriceCollar {
        try member("below_basis_points") { () throws(Reason) in
            try PriceCollar(below: belowBasisPoints, above: aboveBasisPoints)
        }
    }
}

/// The collar of one type; without one it is free of the market's.
public struct TypeCollarBody: Codable, Hashable, Sendable {
    public let instanceType: InstanceTypeID
    public let collar: CollarBody?

    public init(_ type: TypeCollar) {
        instanceType = type.instanceType
        collar = type.collar.map(CollarBody.init)
    }
}

/// POST /v1/safety-policy, and what GET answers. What is left out is not bounded.
public struct SafetyPolicyBody: Codable, Hashable, Sendable {
    public let collar: CollarBody?
    public let types: [TypeCollarBody]
    public let openDemandsMost: Int64?
    public let openOffersMost: Int64?
    public let ordersPerHourMost: Int64?

    public init(_ policy: SafetyPolicy) {
        collar = policy.collar.map(CollarBody.init)
        types = policy.types.map(TypeCollarBody.init)
        openDemandsMost = policy.openDemandsMost
        openOffersMost = policy.openOffersMost
        ordersPerHourMost = policy.ordersPerHourMost
    }

    /// Errors: `valueOutOfRange` (too many types), `safetyPolicyInvalid`.
    public func policy() throws(DoorFault) -> SafetyPolicy {
        let own = try collar.map { body throws(DoorFault) in
            try part("collar") { () throws(DoorFault) in try body.collar() }
        }
        let types = try parts("types", types, most: SafetyPolicy.mostTypes) { type throws(DoorFault) in
            TypeCollar(
                instanceType: type.instanceType,
                collar: try type.collar.map { body throws(DoorFault) in try body.collar() })
        }
        return try member("types") { () throws(Reason) in
            try SafetyPolicy(
                collar: own, types: types, openDemandsMost: openDemandsMost, openOffersMost: openOffersMost,
                ordersPerHourMost: ordersPerHourMost)
        }
    }
}

/// GET /v1/safety-policy.
public struct SafetyPolicyResource: Codable, Hashable, Sendable {
    /// 0 before the first is set.
    public let version: Int64
    public let policy: SafetyPolicyBody

    public init(version: Int64, policy: SafetyPolicy) {
        self.version = version
        self.policy = SafetyPolicyBody(policy)
    }
}

/// Between which prices something may come in, both included.
public struct PriceBandBody: Codable, Hashable, Sendable {
    public let leastMicroYuan: Int64
    public let mostMicroYuan: Int64

    public init(_ band: PriceBand) {
        leastMicroYuan = band.least.microYuan
        mostMicroYuan = band.most.microYuan
    }
}
