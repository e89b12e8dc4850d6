import Domain
import Matching
import Records

// How events change batches.
extension Exchange {
    mutating func set(_ policy: BatchPolicy, _ version: Int64) {
        batches.set(policy, version: version, after: draft.stamp)
        for (number, next) in batches.nextRounds.enumerated() {
            due.insert(Due(at: next, kind: .batchRound, number: Int64(number)))
        }
    }

    mutating func called(_ batch: Batch) {
        batches.add(batch)
        market.freeze(batch)
        due.insert(Due(at: batch.until, kind: .batchEnd, number: batch.id.number))
    }

    mutating func closed(_ id: BatchID) {
        market.thaw(certain { () throws(Reason) in try batches.batch(id) })
        batches.close(id)
    }

    mutating func held(round: Int64, next: Stamp) {
        batches.held(round: Int(round), next: next)
        due.insert(Due(at: next, kind: .batchRound, number: round))
    }
}

extension Exchange {
    /// The batches that wait for their allocation, in order of their calls.
    public var openBatches: [Batch] { batches.open }

    /// Which zones clear when.
    public var batchPolicy: BatchPolicy { batches.policy }
    public var batchPolicyVersion: Int64 { batches.policyVersion }
}
