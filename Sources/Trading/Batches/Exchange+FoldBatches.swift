import Domain
import Matching
import Records

// How events change batches.
extension Exchange {
    mutating func set(_ policy: BatchPolicy, _ version: Int64) {
        batches.set(policy, version: version, after: draft.stamp)
        for number in batches.rounds.indices { queue(round: number, at: batches.rounds[number].next) }
    }

    mutating func called(_ batch: Batch) {
        batches.add(batch)
        market.freeze(batch)
        due.insert(Due(at: batch.until, kind: .batchEnd, number: batch.id.number))
    }

    mutating func closed(_ id: BatchID) {
        market.thaw(certain { () throws(Reason) in try batches.batch(id) })
        for round in batches.close(id) { queue(round: round, at: draft.stamp) }
    }

    mutating func held(round: Int64, next: Stamp) { set(round: Int(round), RoundState(next: next, awaits: nil)) }

    mutating func awaits(_ ids: [BatchID], round: Int64, next: Stamp) {
        set(round: Int(round), RoundState(next: next, awaits: ids))
    }

    private mutating func set(round: Int, _ state: RoundState) {
        let isQueued = batches.rounds[round].next == state.next
        batches.set(round: round, state)
        if !isQueued { queue(round: round, at: state.next) }
    }

    private mutating func queue(round: Int, at instant: Stamp) {
        let kind: DueKind = batches.policy.rounds[round].clearsResidual ? .batchResidual : .batchRound
        due.insert(Due(at: instant, kind: kind, number: Int64(round)))
    }
}

extension Exchange {
    /// The batches that wait for their allocation, in order of their calls.
    public var openBatches: [Batch] { batches.open }

    /// Which zones clear when.
    public var batchPolicy: BatchPolicy { batches.policy }
    public var batchPolicyVersion: Int64 { batches.policyVersion }

    /// When each round of the policy is due.
    public var roundTimes: [RoundTimes] { batches.rounds.indices.map { batches.times(of: $0) } }
}
