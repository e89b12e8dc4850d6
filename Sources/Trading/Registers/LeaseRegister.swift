import Accounting
import Domain
import Records

/// A lease: the fill it came from, what each source has paid so far, and how far delivery was reported.
struct LeaseEntry {
    let fill: Fill
    let filledAt: Stamp
    var account: LeaseAccount
    /// Seconds since 1970 up to which every second has an outcome.
    var reportedUntil: Int64
    /// Why it ended before its window's end.
    var ended: Reason?
    /// The first hour that is no longer owed: its window's end, unless it was cut.
    var end: Hour
    /// The demand that looked for what was cut last.
    var sought: DemandID?

    var endSecond: Int64 { end * 3600 }
    /// Where all of it was cut, no hour.
    var owed: Window { Window(unchecked: fill.window.start, end) }
    var isOver: Bool { reportedUntil >= endSecond }
}

/// Leases by number, which is the fill's.
struct LeaseRegister {
    private(set) var entries: [LeaseEntry] = []

    func entry(_ id: LeaseID) -> LeaseEntry? { entries.entry(id.number) }

    mutating func add(_ fill: Fill, _ account: LeaseAccount, at stamp: Stamp) {
        entries.append(
            LeaseEntry(
                fill: fill, filledAt: stamp, account: account, reportedUntil: fill.window.start * 3600,
                end: fill.window.end))
    }

    mutating func update<Result>(_ id: LeaseID, _ change: (inout LeaseEntry) -> Result) -> Result {
        change(&entries[Int(id.number) - 1])
    }
}
