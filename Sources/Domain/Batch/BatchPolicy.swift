/// Which zones clear a batch when: policy data.
public struct BatchPolicy: Hashable, Sendable {
    /// A batch that is not closed so many minutes after its call is released, or when its window begins.
    public let minutesMost: Int64
    public let rounds: [BatchRound]
    public static let mostRounds = 1000
    /// Five minutes, and only batches that an operator calls.
    public static let standard = BatchPolicy(unchecked: 5, [])

    private init(unchecked minutesMost: Int64, _ rounds: [BatchRound]) {
        self.minutesMost = minutesMost
        self.rounds = rounds
    }

    /// Errors: `batchPolicyInvalid` (minutes that are not 1 … 60, too many rounds, or two of one zone and lot).
    public init(minutesMost: Int64, rounds: [BatchRound]) throws(Reason) {
        guard (1...60).contains(minutesMost), rounds.count <= BatchPolicy.mostRounds else { throw .batchPolicyInvalid }
        for (position, round) in rounds.enumerated() {
            let isTwice = rounds[..<position].contains { $0.zone == round.zone && $0.lot == round.lot }
            guard !isTwice else { throw .batchPolicyInvalid }
        }
        self.init(unchecked: minutesMost, rounds)
    }
}

/// A zone that is cleared every so many minutes, windows that overlap in one batch.
public struct BatchRound: Hashable, Sendable {
    public let zone: ZoneID
    public let lot: Quantity
    public let everyMinutes: Int64
    /// After each multiple of `everyMinutes` since 1970: with a greater one the nation clears what its hubs left.
    public let offsetMinutes: Int64

    /// Errors: `batchPolicyInvalid` (not 1 … 1,440 minutes, an offset that is not within them, no lot).
    public init(zone: ZoneID, lot: Quantity, everyMinutes: Int64, offsetMinutes: Int64) throws(Reason) {
        guard (1...1440).contains(everyMinutes), (0..<everyMinutes).contains(offsetMinutes), lot > .zero else {
            throw .batchPolicyInvalid
        }
        self.zone = zone
        self.lot = lot
        self.everyMinutes = everyMinutes
        self.offsetMinutes = offsetMinutes
    }

    /// The first instant of this round after a stamp.
    public func next(after stamp: Stamp) -> Stamp {
        let minute: Int64 = 60_000_000
        let (every, offset) = (everyMinutes * minute, offsetMinutes * minute)
        let passed = (stamp.microseconds - offset).flooringQuotient(every)
        return Stamp(microseconds: (passed + 1) * every + offset)
    }
}
