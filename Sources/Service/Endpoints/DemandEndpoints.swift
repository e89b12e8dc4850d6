import Domain
import ExchangeAPI
import Identity
import Matching
import Records
import Sequencer
import Trading

/// Demands: a buyer sees its own and no other's.
enum DemandEndpoints {
    static let all: [Endpoint] = [
        .post("/v1/demands", .submitDemand, submit),
        .list("/v1/demands", .listDemands, query: ["state"]) { call async throws(ServiceFault) in
            let state: OrderState? = try call.query.named("state")
            return try await call.page { page async throws(ReadFault) in
                try await call.parts.reader.demands(call.scope, state: state, page)
            }
        },
        .get("/v1/demands/{id}", .getDemand) { call async throws(ServiceFault) in
            let id = try call.identifier(of: DemandKind.self)
            return try await call.one(ServiceFault(.unknownDemand)) { () async throws(ReadFault) in
                try await call.parts.reader.demand(call.scope, id)
            }
        },
        .post("/v1/demands/{id}/amendments", .amendDemand, amend),
        .post("/v1/demands/{id}/cancellation", .cancelDemand, body: false) { call async throws(ServiceFault) in
            let id = try call.identifier(of: DemandKind.self)
            let receipt = try await call.submit(.cancelDemand(id))
            return .json(receipt.plain("\(id)"), sequence: receipt.sequence)
        },
        .post("/v1/cancellations", .cancelDemands) { call async throws(ServiceFault) in
            let receipt = try await call.submit(.cancelDemands(try call.value(ScopeBody.self).scope))
            return .json(receipt.ended, sequence: receipt.sequence)
        },
        .get("/v1/demands/{id}/exclusions", .explainDemand, explain),
    ]

    @Sendable private static func submit(_ call: Call) async throws(ServiceFault) -> Answer {
        let body = try call.value(DemandBody.self)
        let terms = try call.parsed { () throws(DoorFault) in try body.terms() }
        let receipt = try await call.submit(.submitDemand(terms))
        let answer = receipt.demandReceipt
        return .json(answer, status: 201, sequence: receipt.sequence, location: "/v1/demands/\(answer.id)")
    }

    @Sendable private static func amend(_ call: Call) async throws(ServiceFault) -> Answer {
        let id = try call.identifier(of: DemandKind.self)
        let body = try call.value(DemandAmendmentBody.self)
        let change = try call.parsed { () throws(DoorFault) in try body.amendment() }
        let receipt = try await call.submit(.amendDemand(id, change))
        return .json(receipt.demandReceipt, sequence: receipt.sequence)
    }

    /// Why not: the matcher's own counts, at a named record. Of a demand that is open.
    @Sendable private static func explain(_ call: Call) async throws(ServiceFault) -> Answer {
        let id = try call.identifier(of: DemandKind.self)
        let own = try await call.read { () async throws(ReadFault) in
            try await call.parts.reader.demand(call.scope, id)
        }
        guard own.value != nil else { throw ServiceFault(.unknownDemand) }
        let found = try await call.inspect { exchange in exchange.exclusions(of: id) }
        guard let counts = found.value else { throw ServiceFault(.alreadyClosed) }
        return .json(ExclusionsResource(id, counts), sequence: found.sequence)
    }
}

extension ExclusionsResource {
    fileprivate init(_ demand: DemandID, _ counts: ExclusionCounts) {
        let dimensions = Dimension.allCases.filter { counts.failing($0) > 0 }.map {
            DimensionBody(
                dimension: Named($0).wire, failing: counts.failing($0), alone: counts.alone($0))
        }
        self.init(demand: demand, offers: counts.offers, open: counts.open, dimensions: dimensions)
    }
}
