import Domain

/// The policy of batches, the open ones with their frozen copies, and when the next rounds are due.
struct BatchRegister {
    private(set) var policy = BatchPolicy.standard
    private(set) var policyVersion: Int64 = 0
    /// How many there have been.
    private(set) var count: Int64 = 0
    /// In order of their calls.
    private(set) var open: [Batch] = []
    /// By round of the policy.
    private(set) var rounds: [RoundState] = []
    /// When the first round of the policy begins to keep whom it would let in; nil where none does.
    private var keptFrom: Stamp?
    private var frozenDemands: Set<DemandID> = []
    /// In how many open batches each offer is.
    private var frozenOffers: [OfferID: Int] = [:]

    init() {}

    init(
        policy: BatchPolicy, policyVersion: Int64, count: Int64, open: [Batch], rounds: [RoundState]
    ) {
        self.policy = policy
        self.policyVersion = policyVersion
        self.count = count
        self.rounds = rounds
        for batch in open { freeze(batch) }
        findKept()
    }

    /// The frozen copy of an open batch. Errors: `unknownBatch`, `alreadyClosed`.
    func batch(_ id: BatchID) throws(Reason) -> Batch {
        guard (1...max(count, 1)).contains(id.number), count > 0 else { throw .unknownBatch }
        guard let batch = open.first(where: { $0.id == id }) else { throw .alreadyClosed }
        return batch
    }

    func isFrozen(_ demand: DemandID) -> Bool { frozenDemands.contains(demand) }
    func isFrozen(_ offer: OfferID) -> Bool { frozenOffers[offer] != nil }

    mutating func set(_ policy: BatchPolicy, version: Int64, after stamp: Stamp) {
        (self.policy, policyVersion) = (policy, version)
        rounds = policy.rounds.map { RoundState(next: $0.next(after: stamp), awaits: nil) }
        findKept()
    }

    /// A round was held, or is due and waits for these batches.
    mutating func set(round: Int, _ state: RoundState) {
        rounds[round] = state
        findKept()
    }

    private mutating func findKept() {
        keptFrom = rounds.indices.compactMap { times(of: $0).keeps?.from }.min()
    }

    /// When a round of the policy is due. One that waits for batches keeps whom it would let in until the last of them
    /// must have ended.
    func times(of number: Int) -> RoundTimes {
        let (round, state) = (policy.rounds[number], rounds[number])
        guard round.noCancelSeconds > 0 else {
            return RoundTimes(next: state.next, keeps: nil, awaits: state.awaits ?? [])
        }
        // What waits was due one round ago.
        let seconds = round.noCancelSeconds + (state.awaits == nil ? 0 : round.everyMinutes * 60)
        let until = open.filter { state.awaits?.contains($0.id) ?? false }.map(\.until).max()
        let keeps = RoundTimes.Keeping(
            from: Stamp(microseconds: state.next.microseconds - seconds * 1_000_000), until: until ?? state.next)
        return RoundTimes(next: state.next, keeps: keeps, awaits: state.awaits ?? [])
    }

    /// The rounds that keep whom they would let in, with the first hour that they clear, in order of the policy.
    ///
    /// - Complexity: O(rounds) within a phase, else O(1).
    func keeping(at now: Stamp) -> [(round: BatchRound, hour: Hour)] {
        guard let keptFrom, keptFrom <= now else { return [] }
        return rounds.indices.compactMap { number in
            guard let keeps = times(of: number).keeps, keeps.from <= now else { return nil }
            let call = rounds[number].awaits == nil ? max(now, rounds[number].next) : now
            return (policy.rounds[number], call.nextHour)
        }
    }

    mutating func add(_ batch: Batch) {
        count += 1
        freeze(batch)
    }

    private mutating func freeze(_ batch: Batch) {
        open.append(batch)
        frozenDemands.formUnion(batch.demands.map(\.demand))
        for held in batch.offers { frozenOffers[held.offer, default: 0] += 1 }
    }

    /// Ends a batch; the rounds that have nothing to wait for any more, in order of the policy.
    mutating func close(_ id: BatchID) -> [Int] {
        guard let position = open.firstIndex(where: { $0.id == id }) else { return [] }
        let batch = open.remove(at: position)
        frozenDemands.subtract(batch.demands.map(\.demand))
        for held in batch.offers {
            let left = (frozenOffers[held.offer] ?? 1) - 1
            frozenOffers[held.offer] = left > 0 ? left : nil
        }
        return rounds.indices.filter { rounds[$0].ended(id) }
    }
}

/// Where a round of the policy stands.
struct RoundState: Equatable {
    /// When it is due next.
    var next: Stamp
    /// The batches that it waits for; none where it is called at once. nil where it is not due.
    var awaits: [BatchID]?

    /// Takes an ended batch out; whether it was the last.
    mutating func ended(_ batch: BatchID) -> Bool {
        guard let position = awaits?.firstIndex(of: batch) else { return false }
        awaits?.remove(at: position)
        return awaits == []
    }
}
