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

    /// Errors: `batchPolicyInvalid` (minutes that are not 1 … 60, too many rounds, two of one zone and lot, or a round for
    /// residuals that comes again before the batches it awaits have ended).
    public init(minutesMost: Int64, rounds: [BatchRound]) throws(Reason) {
        guard (1...60).contains(minutesMost), rounds.count <= BatchPolicy.mostRounds else { throw .batchPolicyInvalid }
        for (position, round) in rounds.enumerated() {
            let isTwice = rounds[..<position].contains { $0.zone == round.zone && $0.lot == round.lot }
            let endsInTime = !round.clearsResidual || minutesMost <= round.everyMinutes
            guard !isTwice, endsInTime else { throw .batchPolicyInvalid }
        }
        self.init(unchecked: minutesMost, rounds)
    }
}

/// A zone that is cleared every so many minutes, windows that overlap in one batch.
public struct BatchRound: Hashable, Sendable {
    public let zone: ZoneID
    public let lot: Quantity
    public let everyMinutes: Int64
    /// After each multiple of `everyMinutes` since 1970.
    public let offsetMinutes: Int64
    /// Whether it is called for what the batches leave that are open in its zone when it is due, those of rounds of its
    /// parts before all: it is then called when the last of them has ended.
    public let clearsResidual: Bool
    /// So long before it is due nobody leaves whom it would let in: no cancelling, withdrawing or amending.
    public let noCancelSeconds: Int64

    /// Errors: `batchPolicyInvalid` (not 1 … 1,440 minutes, an offset that is not within them, no lot, a phase without
    /// cancelling that is negative or leaves no time between two rounds).
    public init(
        zone: ZoneID, lot: Quantity, everyMinutes: Int64, offsetMinutes: Int64, clearsResidual: Bool = false,
        noCancelSeconds: Int64 = 0
    ) throws(Reason) {
        guard (1...1440).contains(everyMinutes), (0..<everyMinutes).contains(offsetMinutes), lot > .zero,
            (0..<everyMinutes * 60).contains(noCancelSeconds)
        else { throw .batchPolicyInvalid }
        self.zone = zone
        self.lot = lot
        self.everyMinutes = everyMinutes
        self.offsetMinutes = offsetMinutes
        self.clearsResidual = clearsResidual
        self.noCancelSeconds = noCancelSeconds
    }

    /// The first instant of this round after a stamp.
    public func next(after stamp: Stamp) -> Stamp {
        let minute: Int64 = 60_000_000
        let (every, offset) = (everyMinutes * minute, offsetMinutes * minute)
        let passed = (stamp.microseconds - offset).flooringQuotient(every)
        return Stamp(microseconds: (passed + 1) * every + offset)
    }
}

/// When a round of the policy is due, and when it keeps whom it would let in.
public struct RoundTimes: Hashable, Sendable {
    public let next: Stamp
    /// nil where everybody may leave.
    public let keeps: Keeping?
    /// The batches that it waits for.
    public let awaits: [BatchID]

    public struct Keeping: Hashable, Sendable {
        public let from: Stamp
        /// At the latest, exclusive.
        public let until: Stamp

        public init(from: Stamp, until: Stamp) {
            self.from = from
            self.until = until
        }
    }

    public init(next: Stamp, keeps: Keeping?, awaits: [BatchID]) {
        self.next = next
        self.keeps = keeps
        self.awaits = awaits
    }
}
