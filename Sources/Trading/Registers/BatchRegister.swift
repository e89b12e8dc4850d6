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
    private(set) var nextRounds: [Stamp] = []
    private var frozenDemands: Set<DemandID> = []
    /// In how many open batches each offer is.
    private var frozenOffers: [OfferID: Int] = [:]

    init() {}

    init(
        policy: BatchPolicy, policyVersion: Int64, count: Int64, open: [Batch], nextRounds: [Stamp]
    ) {
        self.policy = policy
        self.policyVersion = policyVersion
        self.count = count
        self.nextRounds = nextRounds
        for batch in open { freeze(batch) }
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
        nextRounds = policy.rounds.map { $0.next(after: stamp) }
    }

    mutating func held(round: Int, next: Stamp) { nextRounds[round] = next }

    mutating func add(_ batch: Batch) {
        count += 1
        freeze(batch)
    }

    private mutating func freeze(_ batch: Batch) {
        open.append(batch)
        frozenDemands.formUnion(batch.demands.map(\.demand))
        for held in batch.offers { frozenOffers[held.offer, default: 0] += 1 }
    }

    mutating func close(_ id: BatchID) {
        guard let position = open.firstIndex(where: { $0.id == id }) else { return }
        let batch = open.remove(at: position)
        frozenDemands.subtract(batch.demands.map(\.demand))
        for held in batch.offers {
            let left = (frozenOffers[held.offer] ?? 1) - 1
            frozenOffers[held.offer] = left > 0 ? left : nil
        }
    }
}
