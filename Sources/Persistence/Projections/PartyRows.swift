import Domain
import Postgres
import Records

/// Rows of parties, what they are to each other, and what the bank moved for them.
struct PartyRows: Sendable {
    private var parties = ProjectedRows<Admission>()
    private var approvals = TableRows(.partyApproval)
    private var ownerships = TableRows(.ownership)
    private var relations = TableRows(.relation)
    private var references = TableRows(.bankReference)
    private var deposits = TableRows(.deposit)
    private var payouts = ProjectedRows<PayoutApproval>()

    mutating func add(_ event: Event, _ sequence: Int64) {
        switch event {
        case .partyRegistered(let id, let registration):
            parties.make(id.number, PartyRow(registration: registration, admitted: false, sequence: sequence))
        case .partyApproved(let id, let person):
            approvals.append(.int8(id.number), .int8(person.number), .int8(sequence))
        case .partyAdmitted(let id): parties.change(id.number, Admission())
        case .ownershipRecorded(let ownership): add(ownership, sequence)
        case .relationRecorded(let kind, let first, let second):
            relations.append(.int8(sequence), .number(kind), .int8(first.number), .int8(second.number))
        case .depositRecorded(let deposit): add(deposit, sequence)
        case .payoutRequested(let id, let party, let amount, let person):
            let row = PayoutRow(party: party, amount: amount, requester: person, approval: nil, sequence: sequence)
            payouts.make(id.number, row)
        case .payoutApproved(let id, let reference, let person):
            references.append(.text(reference.text), .int8(sequence))
            let approval = Approval(person: person, reference: reference, sequence: sequence)
            payouts.change(id.number, PayoutApproval(approval: approval))
        default: preconditionFailure("not an event of parties")
        }
    }

    private mutating func add(_ ownership: Ownership, _ sequence: Int64) {
        ownerships.append(
            .int8(sequence), .int8(ownership.owner.number), .int8(ownership.owned.number),
            .small(ownership.share.value))
    }

    private mutating func add(_ deposit: BankDeposit, _ sequence: Int64) {
        references.append(.text(deposit.reference.text), .int8(sequence))
        deposits.append(
            .int8(sequence), .int8(deposit.party.number), .int8(deposit.amount.fen), .text(deposit.reference.text))
    }

    var rows: [TableRows] {
        [partyRows, approvals, ownerships, relations, references, deposits, payoutRows]
    }

    private var partyRows: TableRows {
        parties.madeInOrder.reduce(into: TableRows(.party)) { rows, party in
            let registration = party.row.registration
            rows.append(
                .int8(party.id), .optional(registration.creditCode?.text), .bytea(registration.name.bytes),
                .text(registration.profile.region.text), .number(registration.profile.sector),
                .bool(registration.buys), .bool(registration.provides), .bool(party.row.admitted),
                .bytea(registration.canonicalForm), .int8(party.row.sequence))
        }
    }

    private var payoutRows: TableRows {
        payouts.madeInOrder.reduce(into: TableRows(.payout)) { rows, payout in
            let approval = payout.row.approval
            rows.append(
                .int8(payout.id), .int8(payout.row.party.number), .int8(payout.row.amount.fen),
                .int8(payout.row.requester.number), .optional(approval?.person.number),
                .optional(approval?.reference.text), .int8(payout.row.sequence), .optional(approval?.sequence))
        }
    }

    var updates: [RowUpdate] {
        let admitted = parties.changesInOrder.map(\.id)
        let approved = payouts.changesInOrder.compactMap { payout in
            payout.change.approval.map { (id: payout.id, approval: $0) }
        }
        return [
            RowUpdate(statement: .partyAdmitted, parameters: [.int8Array(admitted)], rowCount: admitted.count),
            RowUpdate(
                statement: .payoutApproved,
                parameters: [
                    .int8Array(approved.map(\.id)), .int8Array(approved.map(\.approval.person.number)),
                    .textArray(approved.map(\.approval.reference.text)),
                    .int8Array(approved.map(\.approval.sequence)),
                ], rowCount: approved.count),
        ]
    }
}

struct PartyRow: Sendable {
    let registration: PartyRegistration
    var admitted: Bool
    let sequence: Int64
}

/// A party is admitted once.
struct Admission: RowChange {
    func apply(to row: inout PartyRow) { row.admitted = true }
    mutating func merge(_ later: Admission) {}
}

struct Approval: Sendable {
    let person: PersonID
    let reference: Label
    let sequence: Int64
}

struct PayoutRow: Sendable {
    let party: PartyID
    let amount: Money
    let requester: PersonID
    var approval: Approval?
    let sequence: Int64
}

struct PayoutApproval: RowChange {
    var approval: Approval?
    init() {}
    init(approval: Approval) { self.approval = approval }
    func apply(to row: inout PayoutRow) { row.approval = approval }
    mutating func merge(_ later: PayoutApproval) { approval = later.approval }
}
