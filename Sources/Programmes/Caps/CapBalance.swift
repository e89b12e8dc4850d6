import Domain

/// One cap of one programme as it binds one party.
public struct CapAccount: Hashable, Sendable {
    public let party: PartyID
    public let programme: ProgrammeID
    public let cap: Cap
    public let clock: ZoneClock

    public init(party: PartyID, programme: ProgrammeID, cap: Cap, clock: ZoneClock) {
        self.party = party
        self.programme = programme
        self.cap = cap
        self.clock = clock
    }
}

/// Where a cap counts.
struct CapKey: Hashable, Sendable {
    let party: PartyID
    let programme: ProgrammeID
    let cap: Symbol
    let period: CapPeriod
}

/// Which demand holds of which cap.
struct CapHolder: Hashable, Sendable {
    let demand: DemandID
    let programme: ProgrammeID
    let cap: Symbol
}

/// A hold, and the period that it is in.
struct CapHold: Hashable, Sendable {
    let key: CapKey
    let amount: Money
}

/// What was used and is held of a cap in a period.
struct CapBalance: Hashable, Sendable {
    /// Amounts by local day, ascending; a period with fixed bounds keeps one entry, day 0.
    private(set) var days: [Day] = []
    var held: Money = .zero

    struct Day: Hashable, Sendable {
        let day: Int64
        var amount: Money
    }

    /// What was used on `first` or later.
    func used(from first: Int64) -> Money {
        days.reversed().prefix { $0.day >= first }.reduce(.zero) { $0 + $1.amount }
    }

    mutating func use(_ amount: Money, on day: Int64) {
        let place = days.firstIndex { $0.day >= day } ?? days.endIndex
        if place < days.endIndex, days[place].day == day {
            days[place].amount += amount
        } else {
            days.insert(Day(day: day, amount: amount), at: place)
        }
        days.removeAll { $0.amount == .zero }
    }
}
