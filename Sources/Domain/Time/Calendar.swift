/// A day of the proleptic Gregorian calendar.
public struct CivilDate: Hashable, Comparable, Sendable {
    public let year: Int64
    public let month: Int64
    public let day: Int64

    /// Errors: `dateInvalid`. Years 1 ... 9999.
    public init(year: Int64, month: Int64, day: Int64) throws(Reason) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.daysIn(month: month, year: year)
        else { throw .dateInvalid }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Days since 1970-01-01. H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
    public var daysSinceEpoch: Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.flooringQuotient(400)
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The inverse of `daysSinceEpoch` (civil_from_days of the same source).
    public init(daysSinceEpoch days: Int64) {
        let shifted = days + 719_468
        let era = shifted.flooringQuotient(146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
        month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    public static func isLeap(_ year: Int64) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    public static func daysIn(month: Int64, year: Int64) -> Int64 {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The date `months` later, the day cut to the length of that month.
    public func adding(months: Int64) -> CivilDate {
        let index = year * 12 + month - 1 + months
        let (newYear, newMonth) = (index.flooringQuotient(12), index - index.flooringQuotient(12) * 12 + 1)
        let newDay = min(day, CivilDate.daysIn(month: newMonth, year: newYear))
        return CivilDate(unchecked: newYear, newMonth, newDay)
    }

    public func adding(days: Int64) -> CivilDate { CivilDate(daysSinceEpoch: daysSinceEpoch + days) }

    private init(unchecked year: Int64, _ month: Int64, _ day: Int64) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CivilDate: CustomStringConvertible {
    /// `YYYY-MM-DD`.
    public var description: String {
        func padded(_ value: Int64, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// Reads `YYYY-MM-DD`. Errors: `dateInvalid`.
    public init(_ text: String) throws(Reason) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            parts.allSatisfy({ $0.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } })
        else { throw .dateInvalid }
        let numbers = parts.map { $0.reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) } }
        try self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }
}

/// A time zone as data: the offsets from UTC and the instants they begin to hold.
///
/// The core never asks a time zone database; a programme version carries this table.
public struct ZoneClock: Hashable, Sendable {
    public struct Transition: Hashable, Sendable {
        /// First instant at which the offset holds.
        public let from: Stamp
        /// Seconds east of UTC, within ±18 h.
        public let offsetSeconds: Int64
        public init(from: Stamp, offsetSeconds: Int64) {
            self.from = from
            self.offsetSeconds = offsetSeconds
        }
    }

    /// In order of `from`; the first also holds before its instant. Never empty.
    public let transitions: [Transition]

    /// Errors: `timeZoneInvalid`, where there is no transition, or they are not in strict order or out of range.
    public init(transitions: [Transition]) throws(Reason) {
        guard !transitions.isEmpty, transitions.count <= 512,
            transitions.allSatisfy({ abs($0.offsetSeconds) <= 64_800 }),
            zip(transitions, transitions.dropFirst()).allSatisfy({ $0.from < $1.from })
        else { throw .timeZoneInvalid }
        self.transitions = transitions
    }

    private init(fixed offsetSeconds: Int64) {
        transitions = [Transition(from: .epoch, offsetSeconds: offsetSeconds)]
    }

    /// China has had UTC+8 without summer time since 1991-09-15.
    public static let shanghai = ZoneClock(fixed: 28_800)
    public static let utc = ZoneClock(fixed: 0)

    public func offsetSeconds(at stamp: Stamp) -> Int64 {
        (transitions.last { $0.from <= stamp } ?? transitions[0]).offsetSeconds
    }

    /// The local day that contains `stamp`.
    public func date(at stamp: Stamp) -> CivilDate {
        CivilDate(daysSinceEpoch: (stamp.seconds + offsetSeconds(at: stamp)).flooringQuotient(86_400))
    }

    /// The first instant of a local day: the smallest instant whose local date is `date` or later.
    public func midnight(of date: CivilDate) -> Stamp {
        let local = date.daysSinceEpoch * 86_400
        let candidates = transitions.map { Stamp(seconds: local - $0.offsetSeconds) } + transitions.map(\.from)
        return candidates.filter { self.date(at: $0) >= date }.min()
            ?? Stamp(seconds: local - offsetSeconds(at: .epoch))
    }

    /// A last valid day includes that day: the next local midnight, exclusive.
    public func expiry(lastValidDay: CivilDate) -> Stamp { midnight(of: lastValidDay.adding(days: 1)) }

    /// Hour of the local week at the start of `hour`: 0 is Monday 00:00, 167 is Sunday 23:00.
    public func hourOfWeek(_ hour: Hour) -> Int {
        let local = Stamp(hour: hour).seconds + offsetSeconds(at: Stamp(hour: hour))
        // 1970-01-01 was a Thursday, three days after a Monday.
        let hours = local.flooringQuotient(3600) + 72
        return Int(hours - hours.flooringQuotient(168) * 168)
    }
}
