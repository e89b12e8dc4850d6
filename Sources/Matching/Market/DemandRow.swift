import Domain

/// A demand in the market: at hand, or at rest in the queue of its class.
struct DemandRow {
    let id: DemandID
    let place: Place
    let classes: Classes
    let start: Int32
    let end: Int32
    /// That each unit gets: all from `start` to `end`, or fewer that the walk chooses.
    let hoursEach: Int32
    /// In milli-units or milli-SCU, as its quantity at most 10⁹.
    let leastFirst: Int32
    /// The least length of a piece; zero where there are none, and `inScu` where there never are.
    let piece: Int16
    static let inScu: Int16 = -1
    let firstHourOfWeek: UInt8
    var traits: Traits
    // Amounts by the measure of its requirement class: milli-units, or micro-SCU.
    let quantity: Int64
    /// Micro-yuan per unit-hour, or per SCU-hour.
    let limit: Int64
    var open: Int64
    /// 0 where it may still take any.
    var boundProvider: Int64

    /// Numbers in the tables of its market.
    struct Classes {
        /// A number of the buyers.
        let buyer: Int32
        let requirement: Int32
        let reach: Int32
        /// Also the number of its queue.
        let demandClass: Int32
        let subsidyRow: Int32

        /// Of a demand that no table knows.
        static let none = Classes(buyer: -1, requirement: -1, reach: -1, demandClass: -1, subsidyRow: -1)
    }

    var buyer: Int32 { classes.buyer }
    var requirement: Int32 { classes.requirement }
    var reach: Int32 { classes.reach }
    var demandClass: Int32 { classes.demandClass }
    var subsidyRow: Int32 { classes.subsidyRow }

    struct Traits: OptionSet {
        let rawValue: UInt8
        static let allOrNone = Traits(rawValue: 1)
        /// A residual is dropped.
        static let immediate = Traits(rawValue: 2)
        static let singleProvider = Traits(rawValue: 4)
        static let acceptsRelated = Traits(rawValue: 8)
        static let fillOrKill = Traits(rawValue: 16)
        static let batchOnly = Traits(rawValue: 32)
        /// A member of an open batch.
        static let frozen = Traits(rawValue: 64)
        /// The walk chooses the hours within its window.
        static let choosesHours = Traits(rawValue: 128)
        /// The continuous lane passes it by.
        static let apart: Traits = [batchOnly, frozen]
    }

    var hours: Int64 { Int64(hoursEach) }
    var minimum: Int64 { Int64(leastFirst) * (piece == DemandRow.inScu ? 1_000 : 1) }
    var choosesHours: Bool { traits.contains(.choosesHours) }
    var isInPieces: Bool { piece > 0 }
    /// The least length of a piece; where hours are consecutive, all of them.
    var leastPiece: Int32 { isInPieces ? Int32(piece) : hoursEach }
    var window: Window { Window(unchecked: Hour(start), Hour(end)) }

    /// The least that one walk must fill for any of it to count, tolerance aside: `Measure.threshold`.
    var threshold: Int64 {
        if traits.contains(.allOrNone) { return open }
        return open == quantity ? max(minimum, 1) : 1
    }

    /// Whether it rests although offers that it crosses could fill a part of it: of all, of a minimum, or of the hours that
    /// each unit gets.
    var isConditional: Bool { threshold > 1 || isInPieces }

    func mayTake(from provider: PartyID) -> Bool { boundProvider == 0 || boundProvider == provider.number }
}

extension DemandRow.Traits {
    init(_ terms: DemandTerms) {
        self = []
        if terms.policy.allOrNone { insert(.allOrNone) }
        if terms.policy.immediate { insert(.immediate) }
        if terms.singleProvider { insert(.singleProvider) }
        if terms.acceptsRelated { insert(.acceptsRelated) }
        if terms.policy.timeInForce == .fillOrKill { insert(.fillOrKill) }
        if terms.lane == .batch { insert(.batchOnly) }
        if terms.chosenHours != nil { insert(.choosesHours) }
    }
}
