/// What the lines of a bundle keep to among each other.
public struct BundleBond: Hashable, Sendable {
    /// All units of all lines begin with the same hour.
    public let commonStart: Bool
    /// One way, between any two zones that serve the bundle; nil asks nothing. Two zones of which no latency is known
    /// are within no bound.
    public let latencyMicrosecondsMost: Int64?
    public static let none = BundleBond(commonStart: false, latencyMicrosecondsMost: nil)

    public init(commonStart: Bool, latencyMicrosecondsMost: Int64?) {
        self.commonStart = commonStart
        self.latencyMicrosecondsMost = latencyMicrosecondsMost
    }
}

/// Demands that are filled together or not at all.
public struct BundleTerms: Hashable, Sendable {
    public static let lineCounts = 2...8
    /// How many hours a common start is looked for among at most.
    public static let mostStarts: Int64 = 744

    /// In the order in which they are decided. Each has its own requirements, window, home, limit and funding.
    public let lines: [DemandTerms]
    public let bond: BundleBond

    /// Errors: `bundleInvalid` (not two to eight lines, a line that is not all-or-none, lines that stand for different
    /// times, a latency below zero), `laneUnsupported` (a line for batches), `startsDiffer` (lines in pieces or without an
    /// hour with which all could begin, or more than `mostStarts` of them, where a common start is asked for).
    public init(lines: [DemandTerms], bond: BundleBond = .none) throws(Reason) {
        guard Self.lineCounts.contains(lines.count),
            lines.allSatisfy({ $0.policy.allOrNone && $0.policy == lines[0].policy }),
            bond.latencyMicrosecondsMost.map({ $0 >= 0 }) ?? true
        else { throw .bundleInvalid }
        guard lines.allSatisfy({ $0.lane == .now }) else { throw .laneUnsupported }
        self.lines = lines
        self.bond = bond
        guard bond.commonStart else { return }
        guard lines.allSatisfy({ $0.chosenHours?.isInPieces != true }), let starts = lines.commonStarts,
            starts.last - starts.first < Self.mostStarts
        else { throw .startsDiffer }
    }

    /// Good till an instant, till cancelled, or at once and never: the same for all lines.
    public var policy: FillPolicy { lines[0].policy }
}

extension [DemandTerms] {
    /// The first and the last hour with which units of all of these can begin; nil where there is none.
    public var commonStarts: (first: Hour, last: Hour)? {
        guard let first = map(\.window.start).max(), let last = map(\.latestStart).min(), first <= last else {
            return nil
        }
        return (first, last)
    }
}

extension DemandTerms {
    /// The same with the hours that begin with this one, in place of hours to be chosen.
    ///
    /// - Precondition: its units can begin with it, and are not in pieces.
    public func starting(at hour: Hour) -> DemandTerms {
        let fixed = try? with(window: Window(unchecked: hour, hour + hours), chosenHours: .some(nil))
        guard let fixed else { preconditionFailure("terms that hold with hours to choose hold with fixed ones") }
        return fixed
    }
}

/// A bundle as accepted: its lines are the demands from `id` on.
public struct Bundle: Hashable, Sendable {
    /// The number of its first line.
    public let id: DemandID
    public let count: Int64
    public let bond: BundleBond

    public init(id: DemandID, count: Int64, bond: BundleBond) {
        self.id = id
        self.count = count
        self.bond = bond
    }

    public var lines: [DemandID] { (0..<count).map { DemandID(id.number + $0) } }
    public var last: DemandID { DemandID(id.number + count - 1) }
}
