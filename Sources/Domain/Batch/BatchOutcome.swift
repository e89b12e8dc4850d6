/// What a solver hands in for a batch.
public enum BatchResult: Hashable, Sendable {
    case allocation(BatchAllocation)
    /// There is none: everything is released.
    case failure(Reason)
}

/// Who gets what in a batch, and the proof how good that is.
public struct BatchAllocation: Hashable, Sendable {
    /// By position of the demand, then of the offer, then of the placement; each of these once.
    public let fills: [BatchFill]
    public let proof: BatchProof

    public init(fills: [BatchFill], proof: BatchProof) {
        self.fills = fills
        self.proof = proof
    }
}

/// A part of an offer that a batch gives a demand, both by their positions in the batch.
public struct BatchFill: Hashable, Sendable {
    public let demand: Int64
    public let offer: Int64
    public let quantity: Quantity
    /// The position of its begin in the starts of their arc; 0 where the window is fixed.
    public let placement: Int64

    public init(demand: Int64, offer: Int64, quantity: Quantity, placement: Int64 = 0) {
        self.demand = demand
        self.offer = offer
        self.quantity = quantity
        self.placement = placement
    }
}

/// The published proof how good an allocation is, from prices that anybody can check.
///
/// With a price per offer and run of hours, no allocation gains more than the sum of every run's capacity at its price
/// and every demand's quantity at its best gain at these prices, over all its placements (weak duality). Amounts are micro-yuan × lots; prices
/// micro-yuan × `scale` per unit-hour, in the order of the offers, each with its runs by time.
///
/// **Two lists of prices.** `shadowPrices` are posted: no fill's demand pays more than its limit at them. `boundPrices`
/// prove the bound, and nobody pays them. Where every demand may be filled in part, they are the same. Where demands
/// have a least fill, the bound is that of the problem without: what no allocation exceeds there, none exceeds here. Its
/// prices may be above the limits of demands that a least fill let in, so that others are posted.
public struct BatchProof: Hashable, Sendable {
    /// The primal value: the sum of (limit − ask − tariffs) × lots × hours.
    public let welfare: Int128
    /// The dual value: what no allocation exceeds.
    public let bound: Int128
    /// The bound less the welfare.
    public let gap: Int128
    /// What a unit costs over its ask in each hour of the run.
    public let shadowPrices: [Int64]
    /// The prices that prove the bound, likewise.
    public let boundPrices: [Int64]
    public let scale: Int64
    /// How much of nominal subsidy, which breaks ties; nil where there is none, or where the gap is not proven to be none.
    public let tie: SubsidyProof?

    public init(
        welfare: Int128, bound: Int128, gap: Int128, shadowPrices: [Int64], boundPrices: [Int64], scale: Int64,
        tie: SubsidyProof? = nil
    ) {
        self.welfare = welfare
        self.bound = bound
        self.gap = gap
        self.shadowPrices = shadowPrices
        self.boundPrices = boundPrices
        self.scale = scale
        self.tie = tie
    }

    /// The same with a proof of the tie-break.
    public func with(_ tie: SubsidyProof?) -> BatchProof {
        BatchProof(
            welfare: welfare, bound: bound, gap: gap, shadowPrices: shadowPrices, boundPrices: boundPrices,
            scale: scale,
            tie: tie)
    }
}

/// How a batch ended.
public enum BatchOutcome: Hashable, Sendable {
    /// With the members that got nothing though a unit would gain them something at the shadow prices: rejected in the
    /// money, for the least fills of others or their own.
    case cleared(BatchProof, rejected: [DemandID])
    /// Everything was released.
    case released(Reason)
}
