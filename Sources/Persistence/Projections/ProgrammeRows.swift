import Domain
import Postgres
import Records

/// Rows of programmes, their versions and pools, of decisions on applications, and of lots.
struct ProgrammeRows: Sendable {
    private var programmes = TableRows(.programme)
    private var versions = TableRows(.programmeVersion)
    private var pools = TableRows(.poolAuthorisation)
    private var decisions = TableRows(.voucherDecision)
    private var lots = ProjectedRows<LotExpiry>()
    private var faces = TableRows(.lotFace)
    /// In order of the records; approvals are few, and an update meets rows made in this batch too.
    private var approved: [VersionApproval] = []

    private struct VersionApproval: Sendable {
        let programme: Int64
        let version: Int64
        let person: Int64
        let sequence: Int64
    }

    mutating func add(_ event: Event, _ sequence: Int64) {
        switch event {
        case .programmeProposed(let id, let version, let definition, let person):
            propose(id, version, definition, person, sequence)
        case .programmeApproved(let id, let version, let person):
            approved.append(
                VersionApproval(programme: id.number, version: version, person: person.number, sequence: sequence))
        case .poolAuthorised(let id, let amounts):
            for (funder, amount) in amounts.enumerated() {
                pools.append(.int8(sequence), .int8(id.number), .small(Int64(funder)), .int8(amount.fen))
            }
        case .voucherEvaluated(let decision): add(decision, sequence)
        case .lotIssued(let lot): add(lot, sequence)
        case .lotExpired(let id, let amounts, let destination):
            let amount = amounts.reduce(Money.zero, +)
            lots.change(id.number, LotExpiry(expiry: Expiry(amount: amount, destination: destination)))
        default: preconditionFailure("not an event of programmes")
        }
    }

    private mutating func propose(
        _ id: ProgrammeID, _ version: Int64, _ definition: ProgrammeDefinition, _ person: PersonID, _ sequence: Int64
    ) {
        if version == 1 {
            programmes.append(.int8(id.number), .text(definition.code.text), .null, .int8(sequence))
        }
        versions.append(
            .int8(id.number), .int8(version), .number(definition.mode), .bytea(definition.canonicalForm),
            .int8(person.number), .int8(sequence))
    }

    private mutating func add(_ decision: VoucherDecision, _ sequence: Int64) {
        decisions.append(
            .int8(sequence), .int8(decision.programme.number), .int8(decision.version), .int8(decision.party.number),
            .int8(decision.plannedSpend.fen), .int8(decision.granted.fen), .bytea(decision.canonicalForm))
    }

    private mutating func add(_ lot: Lot, _ sequence: Int64) {
        lots.make(lot.id.number, LotRow(lot: lot, expiry: nil, sequence: sequence))
        for (funder, amount) in lot.faces.enumerated() {
            faces.append(.int8(lot.id.number), .small(Int64(funder)), .int8(amount.fen))
        }
    }

    var rows: [TableRows] { [programmes, versions, pools, decisions, lotRows, faces] }

    private var lotRows: TableRows {
        lots.madeInOrder.reduce(into: TableRows(.lot)) { rows, made in
            let (lot, expiry) = (made.row.lot, made.row.expiry)
            rows.append(
                .int8(made.id), .int8(lot.programme.number), .int8(lot.programmeVersion), .int8(lot.holder.number),
                .int8(lot.face.fen), .int8(lot.issuedAt.microseconds), .int8(lot.expiresAt.microseconds),
                .text(expiry == nil ? "live" : "expired"), .int8(expiry?.amount.fen ?? 0),
                .optional(expiry?.destination.text), .int8(made.row.sequence))
        }
    }

    var updates: [RowUpdate] {
        let expired = lots.changesInOrder.compactMap { lot in lot.change.expiry.map { (id: lot.id, expiry: $0) } }
        return [
            RowUpdate(
                statement: .versionApproved,
                parameters: [
                    .int8Array(approved.map(\.programme)), .int8Array(approved.map(\.version)),
                    .int8Array(approved.map(\.person)), .int8Array(approved.map(\.sequence)),
                ], rowCount: approved.count),
            liveVersions,
            RowUpdate(
                statement: .lotExpired,
                parameters: [
                    .int8Array(expired.map(\.id)), .int8Array(expired.map(\.expiry.amount.fen)),
                    .textArray(expired.map(\.expiry.destination.text)),
                ], rowCount: expired.count),
        ]
    }

    /// The last version approved of each programme.
    private var liveVersions: RowUpdate {
        let last = approved.reduce(into: [:]) { $0[$1.programme] = $1.version }.sorted { $0.key < $1.key }
        return RowUpdate(
            statement: .programmeLive, parameters: [.int8Array(last.map(\.key)), .int8Array(last.map(\.value))],
            rowCount: last.count)
    }
}

struct Expiry: Sendable {
    let amount: Money
    let destination: BreakageTo
}

extension BreakageTo {
    var text: String {
        switch self {
        case .available: "available"
        case .lapsed: "lapsed"
        }
    }
}

struct LotRow: Sendable {
    let lot: Lot
    var expiry: Expiry?
    let sequence: Int64
}

struct LotExpiry: RowChange {
    var expiry: Expiry?
    init() {}
    init(expiry: Expiry) { self.expiry = expiry }
    func apply(to row: inout LotRow) { row.expiry = expiry }
    mutating func merge(_ later: LotExpiry) { expiry = later.expiry }
}
