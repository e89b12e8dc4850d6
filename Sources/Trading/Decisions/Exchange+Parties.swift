import Domain
import Matching
import Programmes
import Records

extension Exchange {
    /// Errors: `seatForbidden`, `alreadyExists`, `notProvider` (neither buys nor provides, or a person provides).
    mutating func registerParty(_ registration: PartyRegistration) throws(Reason) {
        try require(.operator)
        guard parties.party(identity: registration.identity) == nil else { throw .alreadyExists }
        guard registration.buys || registration.provides else { throw .notProvider }
        if registration.provides, registration.creditCode == nil { throw .notProvider }
        emit(.partyRegistered(PartyID(Int64(parties.entries.count) + 1), registration))
    }

    /// Admits a buyer by one person, a provider by two. Errors: `seatForbidden`, `unknownParty`, `alreadyApproved`,
    /// `samePerson`.
    mutating func admitParty(_ id: PartyID) throws(Reason) {
        try require(.operator)
        guard let entry = parties.entry(id) else { throw .unknownParty }
        guard !entry.admitted else { throw .alreadyApproved }
        guard !entry.approvals.contains(draft.actor.person) else { throw .samePerson }
        let needed = entry.registration.provides ? 2 : 1
        emit(.partyApproved(id, by: draft.actor.person))
        if entry.approvals.count + 1 >= needed { emit(.partyAdmitted(id)) }
    }

    /// Errors: `seatForbidden`, `unknownParty`, `foreignObject` (a party that owns itself).
    mutating func recordOwnership(_ ownership: Ownership) throws(Reason) {
        try require(.operator)
        try requireParties(ownership.owner, ownership.owned)
        emit(.ownershipRecorded(ownership))
        settleRelations(around: ownership.owner)
    }

    /// Errors: as `recordOwnership`.
    mutating func recordRelation(_ kind: RelationKind, _ first: PartyID, _ second: PartyID) throws(Reason) {
        try require(.operator)
        try requireParties(first, second)
        emit(.relationRecorded(kind, first, second))
        settleRelations(around: first)
    }

    /// A pair that was set free may trade now.
    private mutating func settleRelations(around party: PartyID) {
        let buyers = parties.relations.connected(to: party)
        settle(RematchQueue(deciding: inOrderOfPlace(buyers.flatMap { orders.resting(of: $0) })))
    }

    private func requireParties(_ first: PartyID, _ second: PartyID) throws(Reason) {
        guard parties.entry(first) != nil, parties.entry(second) != nil else { throw .unknownParty }
        guard first != second else { throw .foreignObject }
    }
}
