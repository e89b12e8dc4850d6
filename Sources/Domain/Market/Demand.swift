/// What each unit bought must have; a field left at its zero or empty value asks nothing.
public struct Requirements: Hashable, Sendable {
    public let kind: ResourceKind?
    /// Any of these chips, ascending.
    public let chips: [Symbol]
    /// Any of these architectures, ascending.
    public let architectures: [Symbol]
    /// Any of these instance types, ascending.
    public let instanceTypes: [InstanceTypeID]
    public let origin: ChipOrigin?
    public let services: [ServiceKind]
    public let chipsMilli: Int64
    public let chipMemoryBytes: Int64
    public let vcpuMilli: Int64
    public let memoryBytes: Int64
    public let leastTier: VerificationTier
    public static let mostAlternatives = 64

    /// Errors: `requirementsTooMany`, `quantityTooLarge` (a negative or absurd amount per unit).
    public init(
        kind: ResourceKind? = nil, chips: [Symbol] = [], architectures: [Symbol] = [],
        instanceTypes: [InstanceTypeID] = [], origin: ChipOrigin? = nil, services: [ServiceKind] = [],
        chipsMilli: Int64 = 0, chipMemoryBytes: Int64 = 0, vcpuMilli: Int64 = 0, memoryBytes: Int64 = 0,
        leastTier: VerificationTier = .declared
    ) throws(Reason) {
        guard
            [chips.count, architectures.count, instanceTypes.count].allSatisfy({ $0 <= Requirements.mostAlternatives })
        else { throw .requirementsTooMany }
        guard [chipsMilli, chipMemoryBytes, vcpuMilli, memoryBytes].allSatisfy({ (0...(1 << 60)).contains($0) }) else {
            throw .quantityTooLarge
        }
        self.kind = kind
        self.chips = chips.sorted()
        self.architectures = architectures.sorted()
        self.instanceTypes = instanceTypes.sorted()
        self.origin = origin
        self.services = services.sorted { $0.rawValue < $1.rawValue }
        self.chipsMilli = chipsMilli
        self.chipMemoryBytes = chipMemoryBytes
        self.vcpuMilli = vcpuMilli
        self.memoryBytes = memoryBytes
        self.leastTier = leastTier
    }
}

/// How far from home capacity may be.
public struct Reach: Hashable, Sendable {
    /// The level of the ancestor of `home` that must contain the offer's zone; `nation` is anywhere.
    public let level: ZoneLevel
    /// One way; nil asks nothing. A zone whose latency is unknown is out of any bounded reach.
    public let latencyMicrosecondsMost: Int64?

    public init(level: ZoneLevel, latencyMicrosecondsMost: Int64?) {
        self.level = level
        self.latencyMicrosecondsMost = latencyMicrosecondsMost
    }
}

/// How long a demand stands.
public enum TimeInForce: Hashable, Sendable {
    /// Until filled, cancelled, or its window's latest start.
    case goodTillCancelled
    /// As above, and no longer than this instant (exclusive).
    case goodTill(Stamp)
    /// Fills what it can at once; the rest is cancelled.
    case immediateOrCancel
    /// All at once, or nothing.
    case fillOrKill
}

/// Fill policy: time in force, all-or-none, minimum fill.
public struct FillPolicy: Hashable, Sendable {
    public let timeInForce: TimeInForce
    /// Rests until one walk fills all of it.
    public let allOrNone: Bool
    /// The first fills, made in one walk, are at least this much together; zero asks nothing.
    public let minimum: Quantity
    public static let goodTillCancelled = FillPolicy(unchecked: .goodTillCancelled)

    private init(unchecked timeInForce: TimeInForce) {
        self.timeInForce = timeInForce
        allOrNone = false
        minimum = .zero
    }

    /// Errors: `fillPolicyContradictory` (a minimum beside all-or-none or fill-or-kill).
    public init(_ timeInForce: TimeInForce, allOrNone: Bool = false, minimum: Quantity = .zero) throws(Reason) {
        if minimum > .zero, allOrNone || timeInForce == .fillOrKill { throw .fillPolicyContradictory }
        self.timeInForce = timeInForce
        self.allOrNone = allOrNone || timeInForce == .fillOrKill
        self.minimum = minimum
    }

    /// Whether a residual is dropped instead of resting.
    public var immediate: Bool { timeInForce == .immediateOrCancel || timeInForce == .fillOrKill }
}

/// What the capacity is for.
public enum DemandUse: UInt8, Sendable, CaseIterable {
    case training
    case inference
    case modelService
    case application
}

/// When a demand is matched.
public enum Lane: UInt8, Sendable, CaseIterable {
    case now
    case batch
}

/// Which public money a demand asks for.
public enum Funding: Hashable, Sendable {
    /// Every lot of the buyer that may pay, first expiring first.
    case automatic
    /// Lots of these programmes only, ascending.
    case programmes([ProgrammeID])
    case ownMoney
}

/// What a buyer asks for.
public struct DemandTerms: Hashable, Sendable {
    public var requirements: Requirements { content.value.requirements }
    /// Of units; of SCU where `scu` is set.
    public var quantity: Quantity { content.value.quantity }
    /// Where no hours are chosen, each unit gets all of it.
    public var window: Window { content.value.window }
    public var home: ZoneID { content.value.home }
    public var reach: Reach { content.value.reach }
    /// Bounds price + charge tariff per unit-hour (per SCU-hour for a demand in SCU), VAT included, before any voucher
    /// or subsidy.
    public var limit: UnitPrice { content.value.limit }
    public var policy: FillPolicy { content.value.policy }
    /// All fills from the provider of the first.
    public var singleProvider: Bool { content.value.singleProvider }
    public var use: DemandUse { content.value.use }
    public var lane: Lane { content.value.lane }
    public var funding: Funding { content.value.funding }
    /// Otherwise related providers may serve it, on own money and flagged.
    public var acceptsRelated: Bool { content.value.acceptsRelated }
    /// Hours within the window that the market chooses; nil for all of them.
    public var chosenHours: ChosenHours? { content.value.chosenHours }
    /// Where it is set, quantity, minimum fill and limit are in SCU.
    public var scu: ScuMeasure? { content.value.scu }

    private struct Content: Hashable {
        let requirements: Requirements
        let quantity: Quantity
        let window: Window
        let home: ZoneID
        let reach: Reach
        let limit: UnitPrice
        let policy: FillPolicy
        let singleProvider: Bool
        let use: DemandUse
        let lane: Lane
        let funding: Funding
        let acceptsRelated: Bool
        let chosenHours: ChosenHours?
        let scu: ScuMeasure?
    }

    private let content: Shared<Content>

    /// Errors: `minimumFillTooLarge`, `hoursOutsideWindow` (more than the window has), `hoursNotFixed` (in SCU, where
    /// windows are).
    public init(
        requirements: Requirements, quantity: Quantity, window: Window, home: ZoneID, reach: Reach, limit: UnitPrice,
        policy: FillPolicy, singleProvider: Bool = false, use: DemandUse = .application, lane: Lane = .now,
        funding: Funding = .automatic, acceptsRelated: Bool = false, chosenHours: ChosenHours? = nil,
        scu: ScuMeasure? = nil
    ) throws(Reason) {
        guard policy.minimum <= quantity else { throw .minimumFillTooLarge }
        guard chosenHours.map({ $0.count <= window.hours }) ?? true else { throw .hoursOutsideWindow }
        guard chosenHours == nil || scu == nil else { throw .hoursNotFixed }
        content = Shared(
            Content(
                requirements: requirements, quantity: quantity, window: window, home: home, reach: reach, limit: limit,
                policy: policy, singleProvider: singleProvider, use: use, lane: lane, funding: funding,
                acceptsRelated: acceptsRelated, chosenHours: chosenHours, scu: scu))
    }
}

/// A demand as accepted.
public struct Demand: Hashable, Sendable {
    public let id: DemandID
    public let buyer: PartyID
    public let terms: DemandTerms
    public let place: Place

    public init(id: DemandID, buyer: PartyID, terms: DemandTerms, place: Place) {
        self.id = id
        self.buyer = buyer
        self.terms = terms
        self.place = place
    }
}

/// How the price of a fill is found.
public enum PriceRule: UInt8, Sendable, CaseIterable {
    /// The ask.
    case listed
    /// The maker's price; against a resting demand its limit less the charge tariff.
    case resting
    /// The ask, and in a batch the shadow price on top.
    case clearing
}
