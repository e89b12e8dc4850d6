/// A batch as it was called: the frozen copy on which it is decided, complete enough to check any outcome.
///
/// Both sides stand in order of place. Quantities are multiples of the scope's lot.
public struct Batch: Hashable, Sendable {
    public let id: BatchID
    public let scope: BatchScope
    /// When everything is released if the batch has not been closed, exclusive.
    public let until: Stamp
    public let offers: [BatchOffer]
    public let demands: [BatchDemand]
    /// Pairs that could meet but for the buyer's own money.
    public let passed: [BatchPair]
    /// Arcs of one batch at most; a member that would exceed them waits for the next.
    public static let mostArcs = 1 << 20

    public init(
        id: BatchID, scope: BatchScope, until: Stamp, offers: [BatchOffer], demands: [BatchDemand],
        passed: [BatchPair]
    ) {
        self.id = id
        self.scope = scope
        self.until = until
        self.offers = offers
        self.demands = demands
        self.passed = passed
    }
}

/// An offer's capacity that a batch has frozen.
public struct BatchOffer: Hashable, Sendable {
    public let offer: OfferID
    /// By time; hours that no member could take are left out.
    public let runs: [BatchRun]

    public init(offer: OfferID, runs: [BatchRun]) {
        self.offer = offer
        self.runs = runs
    }
}

/// Hours of an offer that no member's window divides.
public struct BatchRun: Hashable, Sendable {
    public let window: Window
    /// Sum over its hours, in micro-yuan per unit.
    public let askSum: Int64
    /// At every hour of it.
    public let capacity: Quantity

    public init(window: Window, askSum: Int64, capacity: Quantity) {
        self.window = window
        self.askSum = askSum
        self.capacity = capacity
    }
}

/// A member of a batch.
public struct BatchDemand: Hashable, Sendable {
    public let demand: DemandID
    public let window: Window
    /// What is open of it, in whole lots.
    public let quantity: Quantity
    /// It gets so much at least, or nothing; zero asks nothing.
    public let minimum: Quantity
    public let limit: UnitPrice
    /// The offers that it may take, by ascending position.
    public let arcs: [BatchArc]

    public init(
        demand: DemandID, window: Window, quantity: Quantity, minimum: Quantity, limit: UnitPrice, arcs: [BatchArc]
    ) {
        self.demand = demand
        self.window = window
        self.quantity = quantity
        self.minimum = minimum
        self.limit = limit
        self.arcs = arcs
    }
}

/// An offer that a member may take.
public struct BatchArc: Hashable, Sendable {
    /// The position in the batch's offers.
    public let offer: Int64
    /// Charge and policy tariff, per unit-hour.
    public let tariff: UnitPrice

    public init(offer: Int64, tariff: UnitPrice) {
        self.offer = offer
        self.tariff = tariff
    }
}

/// A demand and an offer.
public struct BatchPair: Hashable, Sendable {
    public let demand: DemandID
    public let offer: OfferID

    public init(demand: DemandID, offer: OfferID) {
        self.demand = demand
        self.offer = offer
    }
}
