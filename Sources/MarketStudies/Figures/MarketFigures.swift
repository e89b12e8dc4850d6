import Domain

/// What a market came to, each figure a sum over its journal.
public struct MarketFigures: Hashable, Sendable {
    /// Demands accepted and refused.
    public internal(set) var demands: Int64 = 0
    public var refused: Int64 { refusals.reduce(0) { $0 + $1.demands } }
    public internal(set) var filledWhole: Int64 = 0
    public internal(set) var filledPartly: Int64 = 0
    /// Milli-units, and milli-units times the hours of their window, of the demands accepted and of the fills.
    public internal(set) var wantedMilli: Int64 = 0
    public internal(set) var wantedMilliUnitHours: Int64 = 0
    public internal(set) var filledMilli: Int64 = 0
    public internal(set) var filledMilliUnitHours: Int64 = 0
    public internal(set) var fills: Int64 = 0

    /// (Limit − ask − charge tariff) × quantity × hours of the fills. It is what buyers gain, whose limit is above what
    /// they pay, and what providers gain, whose ask is below it.
    public var welfare: ExactAmount { buyersGain + providersGain }
    public internal(set) var buyersGain = ExactAmount()
    public internal(set) var providersGain = ExactAmount()
    /// Of the fills: what ranked them and nobody paid; no part of welfare.
    public internal(set) var policyTariff = ExactAmount()

    /// The two lines of the fills, and what public money pays or gives back of them.
    public internal(set) var capacity = Money.zero
    public internal(set) var transfer = Money.zero
    public internal(set) var publicMoney = Money.zero
    /// Own money for a unit-hour after public money, in micro-yuan, half-even; nil where nothing was filled.
    public var netPriceMicroYuan: Int64? { (capacity + transfer - publicMoney).perUnitHour(of: filledMilliUnitHours) }
    /// The same before public money.
    public var grossPriceMicroYuan: Int64? { (capacity + transfer).perUnitHour(of: filledMilliUnitHours) }

    /// Seconds of market time from acceptance to the fill that completed a demand.
    public internal(set) var waits = WaitTimes([])
    /// By the hub of the zone that serves, in order of zone; nil for capacity in no hub.
    public internal(set) var hubs: [HubFills] = []
    /// Demands that ended with something open, by why; in order of the reasons.
    public internal(set) var ended: [EndedDemands] = []
    /// Demands that were not accepted, by why.
    public internal(set) var refusals: [EndedDemands] = []
    public internal(set) var batches: Int64 = 0

    public struct HubFills: Hashable, Sendable {
        public let hub: Zone?
        public let milliUnitHours: Int64
    }

    public struct EndedDemands: Hashable, Sendable {
        public let reason: Reason
        public let demands: Int64
    }
}

extension Money {
    /// An amount per unit-hour, in micro-yuan, half-even; nil for no unit-hours.
    func perUnitHour(of milliUnitHours: Int64) -> Int64? {
        guard milliUnitHours > 0 else { return nil }
        return Int64(
            clamping: Rounding.halfEven.quotient(Int128(fen) * ExactAmount.perFen, Int128(milliUnitHours)))
    }
}

/// How long something took, in seconds: nearest ranks, nothing interpolated.
public struct WaitTimes: Hashable, Sendable {
    public let count: Int64
    /// nil where there is nothing.
    public let median: Int64?
    public let ninetieth: Int64?
    public let longest: Int64?

    public init(_ seconds: [Int64]) {
        let sorted = seconds.sorted()
        count = Int64(sorted.count)
        median = WaitTimes.rank(50, sorted)
        ninetieth = WaitTimes.rank(90, sorted)
        longest = sorted.last
    }

    /// The least time within which so many percent are.
    private static func rank(_ percent: Int, _ sorted: [Int64]) -> Int64? {
        sorted.isEmpty ? nil : sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
    }
}
