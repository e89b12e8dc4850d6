import Domain

/// What each unit must have; a member left out asks nothing.
public struct RequirementsBody: Codable, Hashable, Sendable {
    public let kind: Named<ResourceKind>?
    public let chips: [Symbol]?
    public let architectures: [Symbol]?
    public let instanceTypes: [InstanceTypeID]?
    public let origin: Named<ChipOrigin>?
    public let services: [Named<ServiceKind>]?
    public let chipsMilli: Int64?
    public let chipMemoryBytes: Int64?
    public let vcpuMilli: Int64?
    public let memoryBytes: Int64?
    public let leastTier: Named<VerificationTier>?

    public init(_ requirements: Requirements) {
        kind = requirements.kind.map(Named.init)
        chips = requirements.chips.isEmpty ? nil : requirements.chips
        architectures = requirements.architectures.isEmpty ? nil : requirements.architectures
        instanceTypes = requirements.instanceTypes.isEmpty ? nil : requirements.instanceTypes
        origin = requirements.origin.map(Named.init)
        services = requirements.services.isEmpty ? nil : requirements.services.map(Named.init)
        chipsMilli = requirements.chipsMilli == 0 ? nil : requirements.chipsMilli
        chipMemoryBytes = requirements.chipMemoryBytes == 0 ? nil : requirements.chipMemoryBytes
        vcpuMilli = requirements.vcpuMilli == 0 ? nil : requirements.vcpuMilli
        memoryBytes = requirements.memoryBytes == 0 ? nil : requirements.memoryBytes
        leastTier = requirements.leastTier == .declared ? nil : Named(requirements.leastTier)
    }

    /// Errors: `valueOutOfRange` (more services than there are), `requirementsTooMany`, `quantityTooLarge`.
    public func requirements() throws(DoorFault) -> Requirements {
        let services = try parts("services", services ?? [], most: ServiceKind.allCases.count) { kind in kind.value }
        do throws(Reason) {
            return try Requirements(
                kind: kind?.value, chips: chips ?? [], architectures: architectures ?? [],
                instanceTypes: instanceTypes ?? [], origin: origin?.value, services: services,
                chipsMilli: chipsMilli ?? 0, chipMemoryBytes: chipMemoryBytes ?? 0, vcpuMilli: vcpuMilli ?? 0,
                memoryBytes: memoryBytes ?? 0, leastTier: leastTier?.value ?? .declared)
        } catch { throw DoorFault(error) }
    }
}

/// Quantity, minimum and limit in SCU: at which precision, and how far fills may miss the quantity.
public struct ScuBody: Codable, Hashable, Sendable {
    public let precision: Named<Precision>
    /// Left out, 500.
    public let toleranceBasisPoints: Int64?

    public init(_ scu: ScuMeasure) {
        precision = Named(scu.precision)
        toleranceBasisPoints = scu.tolerance.value
    }

    /// Errors: `valueOutOfRange`.
    public func measure() throws(DoorFault) -> ScuMeasure {
        let most = ScuMeasure.mostTolerance.value
        let tolerance = try toleranceBasisPoints.map { value throws(DoorFault) in
            BasisPoints(unchecked: try bounded("tolerance_basis_points", value, in: 0...most))
        }
        do throws(Reason) {
            return try ScuMeasure(precision: precision.value, tolerance: tolerance ?? ScuMeasure.standardTolerance)
        } catch { throw DoorFault(error) }
    }
}

/// How long a demand stands.
public enum TimeInForceName: String, CaseIterable, Sendable {
    case goodTillCancelled
    case goodTill
    case immediateOrCancel
    case fillOrKill
}

/// Fill policy; left out, good till cancelled.
public struct FillPolicyBody: Codable, Hashable, Sendable {
    public let timeInForce: Named<TimeInForceName>?
    /// With `good_till`: the first instant at which it stands no longer.
    public let until: Instant?
    public let allOrNone: Bool?
    public let minimumMilli: Int64?

    public init(_ policy: FillPolicy) {
        (timeInForce, until) = policy.timeInForce.named
        allOrNone = policy.allOrNone && policy.timeInForce != .fillOrKill ? true : nil
        minimumMilli = policy.minimum == .zero ? nil : policy.minimum.milli
    }

    /// Errors: `missingMember`, `unknownMember` (`until` beside another time in force), `quantityNotPositive`,
    /// `quantityTooLarge`, `fillPolicyContradictory`.
    public func policy() throws(DoorFault) -> FillPolicy {
        let force = try TimeInForce(timeInForce?.value, until: until)
        let minimum = try member("minimum_milli") { () throws(Reason) in
            try minimumMilli.map { milli throws(Reason) in try Quantity(milli) } ?? .zero
        }
        do throws(Reason) {
            return try FillPolicy(force, allOrNone: allOrNone ?? false, minimum: minimum)
        } catch { throw DoorFault(error) }
    }
}

extension TimeInForce {
    /// As the members `time_in_force` and `until` tell it.
    var named: (Named<TimeInForceName>, Instant?) {
        switch self {
        case .goodTillCancelled: (Named(.goodTillCancelled), nil)
        case .goodTill(let stamp): (Named(.goodTill), Instant(stamp))
        case .immediateOrCancel: (Named(.immediateOrCancel), nil)
        case .fillOrKill: (Named(.fillOrKill), nil)
        }
    }

    /// Errors: `missingMember`, `unknownMember` (`until` beside another time in force).
    init(_ name: TimeInForceName?, until: Instant?) throws(DoorFault) {
        if name == .goodTill {
            guard let until else { throw DoorFault(.missingMember, at: "/until") }
            self = .goodTill(until.stamp)
            return
        }
        guard until == nil else { throw DoorFault(.unknownMember, at: "/until") }
        switch name {
        case nil, .goodTillCancelled, .goodTill: self = .goodTillCancelled
        case .immediateOrCancel: self = .immediateOrCancel
        case .fillOrKill: self = .fillOrKill
        }
    }
}

/// How far from home capacity may be; left out, anywhere.
public struct ReachBody: Codable, Hashable, Sendable {
    public let level: Named<ZoneLevel>
    public let latencyMicrosecondsMost: Int64?

    public init(_ reach: Reach) {
        level = Named(reach.level)
        latencyMicrosecondsMost = reach.latencyMicrosecondsMost
    }

    /// Errors: `valueOutOfRange`.
    public func reach() throws(DoorFault) -> Reach {
        guard let most = latencyMicrosecondsMost else {
            return Reach(level: level.value, latencyMicrosecondsMost: nil)
        }
        return Reach(
            level: level.value,
            latencyMicrosecondsMost: try bounded("latency_microseconds_most", most, in: 0...3_600_000_000))
    }
}

/// Which public money a demand asks for; left out, every lot that may pay.
public struct FundingBody: Codable, Hashable, Sendable {
    public let ownMoneyOnly: Bool?
    public let programmes: [ProgrammeID]?

    /// nil for automatic funding, which is told by leaving it out.
    public init?(_ funding: Funding) {
        switch funding {
        case .automatic: return nil
        case .programmes(let named): (ownMoneyOnly, programmes) = (nil, named)
        case .ownMoney: (ownMoneyOnly, programmes) = (true, nil)
        }
    }

    /// Errors: `unknownMember` (both), `valueOutOfRange`.
    public func funding() throws(DoorFault) -> Funding {
        if ownMoneyOnly == true {
            guard programmes == nil else { throw DoorFault(.unknownMember, at: "/programmes") }
            return .ownMoney
        }
        guard let programmes else { return .automatic }
        return .programmes(try parts("programmes", programmes, most: 64) { named in named }.sorted())
    }
}
