import Domain

/// What one cap of a programme has for one party in one period: what was used, and what demands hold.
public struct CapRow: Hashable, Sendable {
    public let party: PartyID
    public let programme: ProgrammeID
    public let cap: Symbol
    public let period: CapPeriod
    /// By local day, ascending; day 0 where only the period matters.
    public let used: [Used]
    /// Ascending by demand.
    public let holds: [Held]

    public struct Used: Hashable, Sendable {
        public let day: Int64
        public let amount: Money

        public init(day: Int64, amount: Money) { (self.day, self.amount) = (day, amount) }
    }

    public struct Held: Hashable, Sendable {
        public let demand: DemandID
        public let amount: Money

        public init(demand: DemandID, amount: Money) { (self.demand, self.amount) = (demand, amount) }
    }

    public init(
        party: PartyID, programme: ProgrammeID, cap: Symbol, period: CapPeriod, used: [Used], holds: [Held]
    ) {
        self.party = party
        self.programme = programme
        self.cap = cap
        self.period = period
        self.used = used
        self.holds = holds
    }

    var key: CapKey { CapKey(party: party, programme: programme, cap: cap, period: period) }
}

extension CapPeriod: Comparable {
    /// The kind's place among them, then its year.
    private var order: (Int64, Int64) {
        switch self {
        case .calendarYear(let year): (0, year)
        case .fiscalYear(let year): (1, year)
        case .rolling: (2, 0)
        case .lifetime: (3, 0)
        }
    }

    public static func < (left: CapPeriod, right: CapPeriod) -> Bool { left.order < right.order }
}

extension CapKey: Comparable {
    static func < (left: CapKey, right: CapKey) -> Bool {
        (left.party, left.programme, left.cap, left.period) < (right.party, right.programme, right.cap, right.period)
    }
}
