import Domain
import ExchangeAPI
import Persistence
import Records

extension PostgresReader {
    public func parties(_ scope: ReadScope, _ page: PageRequest) async throws(ReadFault) -> Snapshot<[PartyResource]> {
        try await read({ queries async throws(QueryError) in
            try await queries.parties(ReadView(scope), ListRange(page))
        }) { parties in parties.map { PartyResource($0, scope) } }
    }

    public func party(_ scope: ReadScope, _ id: PartyID) async throws(ReadFault) -> Snapshot<PartyResource?> {
        try await read({ queries async throws(QueryError) in try await queries.party(ReadView(scope), id) }) {
            party in party.map { PartyResource($0, scope) }
        }
    }

    public func deposits(
        _ scope: ReadScope, _ page: PageRequest
    ) async throws(ReadFault) -> Snapshot<[DepositResource]> {
        try await read({ queries async throws(QueryError) in
            try await queries.deposits(ReadView(scope), ListRange(page))
        }) { $0.map(DepositResource.init) }
    }

    public func payouts(_ scope: ReadScope, _ page: PageRequest) async throws(ReadFault) -> Snapshot<[PayoutResource]> {
        try await read({ queries async throws(QueryError) in
            try await queries.payouts(ReadView(scope), ListRange(page))
        }) { $0.map(PayoutResource.init) }
    }

    public func payout(_ scope: ReadScope, _ id: PayoutID) async throws(ReadFault) -> Snapshot<PayoutResource?> {
        try await read({ queries async throws(QueryError) in try await queries.payout(ReadView(scope), id) }) {
            $0.map(PayoutResource.init)
        }
    }
}

extension PartyResource {
    fileprivate init(_ party: StoredParty, _ scope: ReadScope) {
        self.init(
            id: party.id, registration: party.registration, name: party.name, admitted: party.admitted,
            approvals: party.approvals, isPublicView: scope != .everything && scope != .tenant(party.id))
    }
}

extension DepositResource {
    fileprivate init(_ booked: BookedDeposit) {
        self.init(
            sequence: booked.sequence, party: booked.deposit.party, amount: booked.deposit.amount,
            reference: booked.deposit.reference)
    }
}

extension PayoutResource {
    fileprivate init(_ payout: StoredPayout) {
        self.init(
            id: payout.id, party: payout.party, amount: payout.amount, requester: payout.requester,
            approver: payout.approver, reference: payout.reference)
    }
}
