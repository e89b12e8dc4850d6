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
                BatchPolicyResource(
                    version: exchange.batchPolicyVersion, policy: exchange.batchPolicy, rounds: exchange.roundTimes)
            }
            return .json(found.value, sequence: found.sequence)
        },
        .get("/v1/batch-indication", .getBatchIndication, query: ["zone", "lot_milli"], indication),
    ]

    @Sendable private static func callBatch(_ call: Call) async throws(ServiceFault) -> Answer {
        let body = try call.value(BatchRequest.self)
        let scope = try call.parsed { () throws(DoorFault) in try body.scope() }
        let receipt = try await call.submit(.callBatch(scope))
        let id = receipt.event { event in if case .batchCalled(let batch) = event { batch.id } else { nil } }
        return .json(
            receipt.plain("\(id)"), status: 201, sequence: receipt.sequence, location: "/v1/batches/\(id)")
    }

    /// What a scope would clear now, at a named record. The copy is taken from the writer, and solved beside it.
    @Sendable private static func indication(_ call: Call) async throws(ServiceFault) -> Answer {
        guard let zone: ZoneID = try call.query.identifier("zone") else { throw ServiceFault(.queryInvalid) }
        let lot = Quantity(unchecked: try call.query.number("lot_milli", in: 1...Quantity.mostMilli) ?? 1_000)
        try call.countAsking()
        let found = try await call.inspect { exchange in outlook(zone, lot, exchange) }
        switch found.value {
        case .success(let outlook):
            let batches = await BatchSolver.indications(of: outlook.batches)
            return .json(BatchIndicationResource(zone, lot, outlook, batches), sequence: found.sequence)
        case .failure(let reason): throw ServiceFault(reason)
        }
    }

    private static func outlook(
        _ zone: ZoneID, _ lot: Quantity, _ exchange: borrowing Exchange
    ) -> Result<RoundOutlook, Reason> {
        Result { () throws(Reason) in try exchange.outlook(zone: zone, lot: lot) }
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
