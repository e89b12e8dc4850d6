import Domain
import ExchangeAPI
import Identity
import Records
import Sequencer
import Trading

/// Batches: an operator calls them, everybody sees how good their outcome provably is. The exchange closes them itself.
enum BatchEndpoints {
    static let all: [Endpoint] = [
        .post("/v1/batches", .callBatch, callBatch),
        .list("/v1/batches", .listBatches) { call async throws(ServiceFault) in
            try await call.page { page async throws(ReadFault) in try await call.parts.reader.batches(page) }
        },
        .get("/v1/batches/{id}", .getBatch) { call async throws(ServiceFault) in
            let id = try call.identifier(of: BatchKind.self)
            return try await call.one(ServiceFault(.unknownBatch)) { () async throws(ReadFault) in
                try await call.parts.reader.batch(id)
            }
        },
        .post("/v1/batch-policy", .setBatchPolicy, setPolicy),
        .get("/v1/batch-policy", .getBatchPolicy) { call async throws(ServiceFault) in
            let found = try await call.inspect { exchange in
                BatchPolicyResource(version: exchange.batchPolicyVersion, policy: exchange.batchPolicy)
            }
            return .json(found.value, sequence: found.sequence)
        },
    ]

    @Sendable private static func callBatch(_ call: Call) async throws(ServiceFault) -> Answer {
        let body = try call.value(BatchRequest.self)
        let scope = try call.parsed { () throws(DoorFault) in try body.scope() }
        let receipt = try await call.submit(.callBatch(scope))
        let id = receipt.event { event in if case .batchCalled(let batch) = event { batch.id } else { nil } }
        return .json(
            receipt.plain("\(id)"), status: 201, sequence: receipt.sequence, location: "/v1/batches/\(id)")
    }

    @Sendable private static func setPolicy(_ call: Call) async throws(ServiceFault) -> Answer {
        let body = try call.value(BatchPolicyBody.self)
        let policy = try call.parsed { () throws(DoorFault) in try body.policy() }
        let receipt = try await call.submit(.setBatchPolicy(policy))
        let version = receipt.event { event in
            if case .batchPolicySet(let version, _) = event { version } else { nil }
        }
        return .json(receipt.plain(version: version), status: 201, sequence: receipt.sequence)
    }
}
