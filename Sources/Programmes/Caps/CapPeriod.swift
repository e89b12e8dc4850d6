import Domain

/// A stretch of time in which a cap counts.
public enum CapPeriod: Hashable, Sendable {
    case calendarYear(Int64)
    /// The fiscal year that begins in this calendar year.
    case fiscalYear(Int64)
    /// The days up to the present one, which move with it.
    case rolling
    case lifetime
}

extension CapScope {
    /// The period of an event at `stamp`; nil for a cap on the contract, which has no calendar.
    public func period(at stamp: Stamp, clock: ZoneClock) -> CapPeriod? {
        let day = clock.date(at: stamp)
        switch self {
        case .contract: return nil
        case .calendarYear: return .calendarYear(day.year)
        case .fiscalYear(let month): return .fiscalYear(day.month >= month ? day.year : day.year - 1)
        case .rollingDays: return .rolling
        case .lifetime: return .lifetime
        }
    }

    /// When the period that holds `stamp` ends, exclusive; nil where it does not end.
    ///
    /// A rolling period changes at each midnight.
    public func periodEnd(after stamp: Stamp, clock: ZoneClock) -> Stamp? {
        let day = clock.date(at: stamp)
        switch self {
        case .contract, .lifetime: return nil
        case .calendarYear: return CapScope.first(of: 1, year: day.year + 1, clock)
        case .fiscalYear(let month):
            return CapScope.first(of: month, year: day.month >= month ? day.year + 1 : day.year, clock)
        case .rollingDays: return clock.expiry(lastValidDay: day)
        }
    }

    private static func first(of month: Int64, year: Int64, _ clock: ZoneClock) -> Stamp? {
        (try? CivilDate(year: year, month: month, day: 1)).map { clock.midnight(of: $0) }
    }
}

extension ProgrammeDefinition {
    /// Whether it makes no difference to a cap which of these windows a fill takes: where it does, a hold on the cap could
    /// stand in another period than the fill that it is for.
    public func countsAlike(_ first: Window, _ last: Window, filledAt stamp: Stamp) -> Bool {
        caps.filter { $0.countsAt != .issue }.allSatisfy { cap in
            let instants = [first, last].map { cap.countingInstant(filledAt: stamp, window: $0) }
            if instants[0] == instants[1] { return true }
            if case .rollingDays = cap.scope { return false }
            return cap.scope.period(at: instants[0], clock: clock) == cap.scope.period(at: instants[1], clock: clock)
        }
    }
}

extension Cap {
    /// The instant in whose period a fill at `stamp` counts.
    ///
    /// A cap on deliveries or claims is taken at the fill, since nothing is re-evaluated later, in the period in
    /// which the last hour is delivered, or can be claimed first.
    public func countingInstant(filledAt stamp: Stamp, window: Window) -> Stamp {
        switch countsAt {
        case .issue, .fill: stamp
        case .delivery: max(stamp, Stamp(hour: window.end - 1))
        case .claim: max(stamp, Stamp(hour: window.end))
        }
    }
}
