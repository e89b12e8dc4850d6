/// A dimension in which an offer may fail a demand. The order is the order in which they are told.
public enum Dimension: UInt8, CaseIterable, Sendable {
    case kind
    case chip
    case architecture
    case instanceType
    case origin
    case service
    /// Chips, memory or vCPU of a unit.
    case unitSize
    case tier
    case buyerClass
    case zoneLevel
    case latency
    /// Nothing, or less than a lot, free over the whole window.
    case capacity
    case term
    /// A lot is more than what is still wanted.
    case lot
    case priceLimit
    /// A related provider, or one of the same beneficial owner.
    case block
    /// All fills come from another provider.
    case provider
    /// Too little own money for its share.
    case ownMoney
    /// The offer, or the whole market, stands still.
    case suspended
    /// Its chip has no rate at the precision that the demand counts SCU at.
    case rate
}

/// Several dimensions.
public struct DimensionSet: OptionSet, Hashable, Sendable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public init(_ dimension: Dimension) { rawValue = 1 << UInt32(dimension.rawValue) }

    public func contains(_ dimension: Dimension) -> Bool { contains(DimensionSet(dimension)) }
    public mutating func insert(_ dimension: Dimension) { formUnion(DimensionSet(dimension)) }
    /// How many they are.
    public var count: Int { rawValue.nonzeroBitCount }
    /// The dimensions in their order.
    public var dimensions: [Dimension] { Dimension.allCases.filter { contains($0) } }
}
