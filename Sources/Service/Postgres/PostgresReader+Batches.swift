import Domain
import ExchangeAPI
import Persistence

extension PostgresReader {
    public func batches(_ page: PageRequest) async throws(ReadFault) -> Snapshot<[BatchResource]> {
        try await read({ queries async throws(QueryError) in try await queries.batches(ListRange(page)) }) {
            $0.map(BatchResource.init)
        }
    }

    public func batch(_ id: BatchID) async throws(ReadFault) -> Snapshot<BatchDetailResource?> {
        try await read({ queries async throws(QueryError) in try await queries.batch(id) }) {
            $0.map { BatchDetailResource(batch: BatchResource($0), offers: $0.offers, proof: $0.proof?.proof) }
        }
    }
}

extension StoredBatch {
    fileprivate var proof: (proof: BatchProof, rejected: Int64)? {
        if case .cleared(let proof, let rejected) = ending?.outcome { (proof, rejected) } else { nil }
    }

    fileprivate var reason: Reason? { if case .released(let reason) = ending?.outcome { reason } else { nil } }

    fileprivate var state: BatchState {
        switch ending?.outcome {
        case nil: .called
        case .cleared: .cleared
        case .released: .released
        }
    }
}

extension BatchResource {
    fileprivate init(_ batch: StoredBatch) {
        self.init(
            id: batch.id, scope: batch.scope, deadline: batch.until, members: batch.members, state: batch.state,
            sequence: batch.sequence, closedSequence: batch.ending?.sequence, reason: batch.reason,
            certificate: batch.proof.map { CertificateBody($0.proof, rejected: $0.rejected) })
    }
}
