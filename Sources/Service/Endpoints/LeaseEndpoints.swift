import Domain
import ExchangeAPI
import Identity
import Records
import Sequencer

/// Leases and their delivery.
enum LeaseEndpoints {
    static let all: [Endpoint] = [
        .list("/v1/leases", .listLeases) { call async throws(ServiceFault) in
            try await call.page { page async throws(ReadFault) in try await call.parts.reader.leases(call.scope, page) }
        },
        .get("/v1/leases/{id}", .getLease) { call async throws(ServiceFault) in
            let id = try call.identifier(of: LeaseKind.self)
            return try await call.one(ServiceFault(.unknownLease)) { () async throws(ReadFault) in
                try await call.parts.reader.lease(call.scope, id)
            }
        },
        .post("/v1/leases/{id}/usage", .reportUsage) { call async throws(ServiceFault) in
            let id = try call.identifier(of: LeaseKind.self)
            let body = try call.value(UsageRequest.self)
            let report = try call.parsed { () throws(DoorFault) in try body.report(id) }
            let receipt = try await call.submit(.reportUsage(report))
            return .json(receipt.plain("\(id)"), status: 201, sequence: receipt.sequence)
        },
        .post("/v1/leases/{id}/end", .endLease, body: false) { call async throws(ServiceFault) in
            let id = try call.identifier(of: LeaseKind.self)
            let receipt = try await call.submit(.endLease(id))
            return .json(receipt.plain("\(id)"), sequence: receipt.sequence)
        },
        .post("/v1/leases/{id}/claim", .claim, body: false, claim),
        .list("/v1/leases/{id}/deliveries", .listDeliveries, deliveries),
    ]

    @Sendable private static func claim(_ call: Call) async throws(ServiceFault) -> Answer {
        let id = try call.identifier(of: LeaseKind.self)
        let receipt = try await call.submit(.claim(id))
        let claims = receipt.event { event in if case .claimed(_, let claims) = event { claims } else { nil } }
        let parts = claims.map { LotShareBody(lot: $0.lot, funder: $0.funder, amount: $0.amount) }
        return .json(
            ClaimReceipt(sequence: receipt.sequence, at: receipt.stamp, id: id, parts: parts),
            sequence: receipt.sequence)
    }

    @Sendable private static func deliveries(_ call: Call) async throws(ServiceFault) -> Answer {
        let id = try call.identifier(of: LeaseKind.self)
        let lease = try await call.read { () async throws(ReadFault) in
            try await call.parts.reader.lease(call.scope, id)
        }
        guard lease.value != nil else { throw ServiceFault(.unknownLease) }
        return try await call.page { page async throws(ReadFault) in
            try await call.parts.reader.deliveries(call.scope, of: id, page)
        }
    }
}
