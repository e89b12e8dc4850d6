import Domain
import ExchangeAPI
import Identity
import Records
import Sequencer

/// Offers: an ask is meant to be seen, so everybody with a key sees all of them.
enum OfferEndpoints {
    static let all: [Endpoint] = [
        .post("/v1/offers", .listOffer, list),
        .list("/v1/offers", .listOffers, query: ["instance_type", "zone", "provider", "state"], offers),
        .get("/v1/offers/{id}", .getOffer) { call async throws(ServiceFault) in
            let id = try call.identifier(of: OfferKind.self)
            return try await call.one(ServiceFault(.unknownOffer)) { () async throws(ReadFault) in
                try await call.parts.reader.offer(id)
            }
        },
        .post("/v1/offers/{id}/amendments", .amendOffer, amend),
        .post("/v1/offers/{id}/planned-withdrawals", .planWithdrawal, planWithdrawal),
        .post("/v1/offers/{id}/withdrawal", .withdrawOffer, body: false) { call async throws(ServiceFault) in
            let id = try call.identifier(of: OfferKind.self)
            let receipt = try await call.submit(.withdrawOffer(id))
            return .json(receipt.plain("\(id)"), sequence: receipt.sequence)
        },
        .post("/v1/withdrawals", .withdrawOffers) { call async throws(ServiceFault) in
            let receipt = try await call.submit(.withdrawOffers(try call.value(ScopeBody.self).scope))
            return .json(receipt.ended, sequence: receipt.sequence)
        },
    ]

    @Sendable private static func list(_ call: Call) async throws(ServiceFault) -> Answer {
        let body = try call.value(OfferBody.self)
        let terms = try call.parsed { () throws(DoorFault) in try body.terms() }
        let receipt = try await call.submit(.listOffer(terms))
        let id = receipt.event { event in if case .offerListed(let offer) = event { offer.id } else { nil } }
        return .json(
            receipt.offerReceipt(id), status: 201, sequence: receipt.sequence, location: "/v1/offers/\(id)")
    }

    @Sendable private static func amend(_ call: Call) async throws(ServiceFault) -> Answer {
        let id = try call.identifier(of: OfferKind.self)
        let body = try call.value(OfferAmendmentBody.self)
        let change = try call.parsed { () throws(DoorFault) in try body.amendment() }
        let receipt = try await call.submit(.amendOffer(id, change))
        return .json(receipt.offerReceipt(id), sequence: receipt.sequence)
    }

    @Sendable private static func planWithdrawal(_ call: Call) async throws(ServiceFault) -> Answer {
        let id = try call.identifier(of: OfferKind.self)
        let body = try call.value(PlannedWithdrawalBody.self)
        let plan = try call.parsed { () throws(DoorFault) in try body.plan() }
        let receipt = try await call.submit(.planWithdrawal(id, plan))
        return .json(receipt.withdrawalReceipt(id), sequence: receipt.sequence)
    }

    @Sendable private static func offers(_ call: Call) async throws(ServiceFault) -> Answer {
        var filter = OfferFilter()
        filter.instanceType = try call.query.identifier("instance_type")
        filter.zone = try call.query.identifier("zone")
        filter.provider = try call.query.identifier("provider")
        filter.state = try call.query.named("state")
        let wanted = filter
        return try await call.page { page async throws(ReadFault) in try await call.parts.reader.offers(wanted, page) }
    }
}
