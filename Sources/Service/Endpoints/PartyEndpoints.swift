import Domain
import ExchangeAPI
import Identity
import Records
import Sequencer
import Trading

/// Parties: registration, admission, relations.
enum PartyEndpoints {
    static let all: [Endpoint] = [
        .post("/v1/parties", .registerParty, register),
        .list("/v1/parties", .listParties) { call async throws(ServiceFault) in
            try await call.page { page async throws(ReadFault) in try await call.parts.reader.parties(call.scope, page)
            }
        },
        .get("/v1/parties/{id}", .getParty) { call async throws(ServiceFault) in
            let id = try call.identifier(of: PartyKind.self)
            return try await call.one(ServiceFault(.unknownParty)) { () async throws(ReadFault) in
                try await call.parts.reader.party(call.scope, id)
            }
        },
        .post("/v1/parties/{id}/approvals", .admitParty, body: false) { call async throws(ServiceFault) in
            let id = try call.identifier(of: PartyKind.self)
            let receipt = try await call.submit(.admitParty(id))
            return .json(receipt.plain("\(id)"), sequence: receipt.sequence)
        },
        .post("/v1/ownerships", .recordOwnership) { call async throws(ServiceFault) in
            let body = try call.value(OwnershipRequest.self)
            let ownership = try call.parsed { () throws(DoorFault) in try body.ownership() }
            let receipt = try await call.submit(.recordOwnership(ownership))
            return .json(receipt.plain(), status: 201, sequence: receipt.sequence)
        },
        .post("/v1/relations", .recordRelation) { call async throws(ServiceFault) in
            let body = try call.value(RelationRequest.self)
            let receipt = try await call.submit(.recordRelation(body.kind.value, body.first, body.second))
            return .json(receipt.plain(), status: 201, sequence: receipt.sequence)
        },
    ]

    @Sendable private static func register(_ call: Call) async throws(ServiceFault) -> Answer {
        let body = try call.value(PartyRequest.self)
        let profile = try call.parsed { () throws(DoorFault) in try body.profile.profile() }
        let name = call.erasable(body.name.text, position: 0, of: .registerParty)
        let registration = PartyRegistration(
            identity: try identity(body, call), name: name.commitment, profile: profile, buys: body.buys,
            provides: body.provides)
        let receipt = try await call.submit(.registerParty(registration), texts: [name])
        let id = receipt.event { event in if case .partyRegistered(let id, _) = event { id } else { nil } }
        return .json(
            receipt.plain("\(id)"), status: 201, sequence: receipt.sequence, location: "/v1/parties/\(id)")
    }

    /// The identity number itself goes no further than here.
    private static func identity(_ body: PartyRequest, _ call: Call) throws(ServiceFault) -> PartyIdentity {
        switch try call.parsed({ () throws(DoorFault) in try body.identity() }) {
        case .firm(let code): .firm(code)
        case .individualBusiness(let code): .individualBusiness(code)
        case .person(let number):
            .person(
                commitment: Commitment(to: number.text, salt: call.draw(.salt(1), .registerParty)),
                equality: call.parts.secret.equality(of: number))
        }
    }
}
