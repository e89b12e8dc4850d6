import Domain

/// Which clock gives the stamps of records.
public enum LedgerClock: Sendable, Hashable {
    /// The wall's.
    case wall
    /// The market's, which only `advanceClock` moves: demo, import, simulation, sandbox, tests.
    case market
}

/// Watches the wall's clock against a steady one, and says when two persons must look at it.
struct WallWatch {
    /// Most that the wall's clock may move against the steady one since the last record.
    static let driftMost: Int64 = 3_600_000_000
    /// Most that may lie between the last record and the start.
    static let gapMost: Int64 = 7 * 86_400_000_000

    private let source: TimeSource
    private var wall: Stamp
    private var steady: Duration
    private var isStopped = false
    private var confirmations: Set<PersonID> = []

    /// - Parameter last: the stamp of the last record; nil where there is none.
    init(_ source: TimeSource, last: Stamp?) {
        self.source = source
        wall = source.wall()
        steady = source.steady()
        if let last, abs(wall.microseconds - last.microseconds) > Self.gapMost { isStopped = true }
    }

    /// The time, or nil while intake is stopped.
    mutating func time() -> Stamp? {
        let now = source.wall()
        let passed = (source.steady() - steady).microseconds
        if abs(now.microseconds - wall.microseconds - passed) > Self.driftMost { isStopped = true }
        return isStopped ? nil : now
    }

    /// A record was written: the clocks are compared from here on.
    mutating func noteRecord() {
        guard !isStopped else { return }
        wall = source.wall()
        steady = source.steady()
    }

    /// True once two persons have confirmed the clock; intake then goes on.
    mutating func confirm(_ person: PersonID) -> Bool {
        guard isStopped else { return true }
        confirmations.insert(person)
        guard confirmations.count >= 2 else { return false }
        confirmations = []
        isStopped = false
        noteRecord()
        return true
    }
}

extension Duration {
    var microseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    }
}
