import Domain
import ExchangeAPI
import Identity
import Records
import Sequencer
import Trading

/// Demands: a buyer sees its own and no other's.
enum DemandEndpoints {
    static let all: [Endpoint] = [
        .post("/v1/demands", .submitDemand, submit),
        .post("/v1/bundles", .submitBundle, submitBundle),
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
        .get("/v1/demands/{id}/explanation", .explainDemand, explain),
        .post("/v1/demands/preview", .previewDemand, key: false, preview),
        .post("/v1/bundles/preview", .previewBundle, key: false, previewBundle),
    ]

    @Sendable private static func submit(_ call: Call) async throws(ServiceFault) -> Answer {
        let body = try call.value(DemandBody.self)
        let terms = try call.parsed { () throws(DoorFault) in try body.terms() }
        let receipt = try await call.submit(body.quote.map { .takeQuote($0, terms) } ?? .submitDemand(terms))
        let answer = receipt.demandReceipt
        return .json(answer, status: 201, sequence: receipt.sequence, location: "/v1/demands/\(answer.id)")
    }

    @Sendable private static func submitBundle(_ call: Call) async throws(ServiceFault) -> Answer {
        let body = try call.value(BundleBody.self)
        let terms = try call.parsed { () throws(DoorFault) in try body.terms() }
        let receipt = try await call.submit(.submitBundle(terms))
        let answer = receipt.bundleReceipt
        return .json(answer, status: 201, sequence: receipt.sequence, location: "/v1/demands/\(answer.id)")
    }

    @Sendable private static func amend(_ call: Call) async throws(ServiceFault) -> Answer {
        let id = try call.identifier(of: DemandKind.self)
        let body = try call.value(DemandAmendmentBody.self)
        let change = try call.parsed { () throws(DoorFault) in try body.amendment() }
        let receipt = try await call.submit(.amendDemand(id, change))
        return .json(receipt.demandReceipt, sequence: receipt.sequence)
    }

    /// What would become of a demand, at a named record. Nothing is written.
    @Sendable private static func preview(_ call: Call) async throws(ServiceFault) -> Answer {
        let body = try call.value(DemandBody.self)
        let terms = try call.parsed { () throws(DoorFault) in try body.unquotedTerms() }
        guard let buyer = call.actor.organisation else { throw ServiceFault(.unknownParty) }
        try call.countAsking()
        let found = try await call.inspect { exchange in preview(terms, buyer, exchange) }
        switch found.value {
        case .success(let explanation):
            return .json(ExplanationResource(explanation, call.language), sequence: found.sequence)
        case .failure(let reason): throw try await call.fault(reason, nil, .submitDemand(terms))
        }
    }

    private static func preview(
        _ terms: DemandTerms, _ buyer: PartyID, _ exchange: borrowing Exchange
    ) -> Result<DemandExplanation, Reason> {
        Result { () throws(Reason) in try exchange.preview(terms, for: buyer) }
    }

    /// What would become of a bundle, at a named record. Nothing is written.
    @Sendable private static func previewBundle(_ call: Call) async throws(ServiceFault) -> Answer {
        let body = try call.value(BundleBody.self)
        let terms = try call.parsed { () throws(DoorFault) in try body.terms() }
        guard let buyer = call.actor.organisation else { throw ServiceFault(.unknownParty) }
        try call.countAsking(times: terms.lines.count)
        let found = try await call.rehearse { exchange in preview(terms, buyer, &exchange) }
        switch found.value {
        case .success(let preview):
            return .json(BundlePreviewResource(preview, call.language), sequence: found.sequence)
        case .failure(let reason): throw try await call.fault(reason, nil, .submitBundle(terms))
        }
    }

    private static func preview(
        _ terms: BundleTerms, _ buyer: PartyID, _ exchange: inout Exchange
    ) -> Result<BundlePreview, Reason> {
        do throws(Reason) { return .success(try exchange.preview(terms, for: buyer)) } catch { return .failure(error) }
    }

    /// Why not, and what would: of a demand that is open, at a named record.
    @Sendable private static func explain(_ call: Call) async throws(ServiceFault) -> Answer {
        let id = try call.identifier(of: DemandKind.self)
        let own = try await call.read { () async throws(ReadFault) in
            try await call.parts.reader.demand(call.scope, id)
        }
        guard own.value != nil else { throw ServiceFault(.unknownDemand) }
        try call.countAsking()
        let found = try await call.inspect { exchange in exchange.explanation(of: id) }
        guard let explanation = found.value else { throw ServiceFault(.alreadyClosed) }
        return .json(ExplanationResource(explanation, call.language), sequence: found.sequence)
    }
}
