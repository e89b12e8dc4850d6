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
    /// The demand's; each unit gets `hours` of it, consecutive.
    public let window: Window
    /// What is open of it, in whole lots.
    public let quantity: Quantity
    /// It gets so much at least, or nothing; zero asks nothing.
    public let minimum: Quantity
    public let limit: UnitPrice
    /// The offers that it may take, by ascending position.
    public let arcs: [BatchArc]
    /// That each unit gets: all of the window, or fewer that are chosen in it.
    public let hours: Int64

    /// - Parameter hours: nil for all of the window.
    public init(
        demand: DemandID, window: Window, quantity: Quantity, minimum: Quantity, limit: UnitPrice, arcs: [BatchArc],
        hours: Int64? = nil
    ) {
        self.demand = demand
        self.window = window
        self.quantity = quantity
        self.minimum = minimum
        self.limit = limit
        self.arcs = arcs
        self.hours = hours ?? window.hours
    }

    /// When a unit of an arc's offer may begin, ascending.
    public func starts(of arc: BatchArc) -> [Hour] { arc.starts.isEmpty ? [window.start] : arc.starts }
}

/// An offer that a member may take.
public struct BatchArc: Hashable, Sendable {
    /// The position in the batch's offers.
    public let offer: Int64
    /// Charge and policy tariff, per unit-hour.
    public let tariff: UnitPrice
    /// The hours at which a unit may begin, ascending: its placements. Empty where the window is fixed, whose begin is the
    /// one placement then.
    public let starts: [Hour]
    /// The nominal subsidy of the pair, as a part of the ask. It breaks ties, and is in no welfare.
    public let subsidy: BasisPoints

    public init(offer: Int64, tariff: UnitPrice, starts: [Hour] = [], subsidy: BasisPoints = .zero) {
        self.offer = offer
        self.tariff = tariff
        self.starts = starts
        self.subsidy = subsidy
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

extension Batch {
    /// The hours of a fill.
    ///
    /// - Precondition: it is of an arc of this batch, and of a placement of it.
    public func hours(of fill: BatchFill) -> Window {
        let member = demands[Int(fill.demand)]
        let starts = member.arcs.first { $0.offer == fill.offer }.map { member.starts(of: $0) } ?? []
        let start = starts[Int(fill.placement)]
        return Window(unchecked: start, start + member.hours)
    }
}
