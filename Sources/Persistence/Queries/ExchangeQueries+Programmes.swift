import Domain
import Postgres
import Records

/// A programme with its versions, in order.
public struct StoredProgramme: Sendable {
    public struct Version: Sendable {
        public let number: Int64
        public let definition: ProgrammeDefinition
        public let proposer: PersonID
        public let approver: PersonID?
    }

    public let id: ProgrammeID
    public let code: Symbol
    public let liveVersion: Int64?
    public let versions: [Version]
}

/// A lot and what is left of it.
public struct StandingLot: Sendable {
    public let lot: Lot
    public let free: Money
    public let held: Money
    /// What was left when it expired, and where that went.
    public let expired: Money?
    public let expiredTo: BreakageTo?
}

extension ExchangeQueries {
    public func programmes(_ range: ListRange) async throws(QueryError) -> ReadAt<[StoredProgramme]> {
        try await read(.anybody) { connection in
            try connection.programmes("id > $1 ORDER BY id LIMIT $2", range.parameters)
        }
    }

    public func programme(_ id: ProgrammeID) async throws(QueryError) -> ReadAt<StoredProgramme?> {
        try await read(.anybody) { connection in
            try connection.programmes("id = $1", [.int8(id.number)]).first
        }
    }

    public func lots(_ view: ReadView, _ range: ListRange) async throws(QueryError) -> ReadAt<[StandingLot]> {
        try await read(view) { connection in
            try connection.list(
                Self.lotSQL + "WHERE l.id > $1 ORDER BY l.id LIMIT $2", range.parameters, StandingLot.init)
        }
    }

    public func lot(_ view: ReadView, _ id: LotID) async throws(QueryError) -> ReadAt<StandingLot?> {
        try await read(view) { connection in
            try connection.one(Self.lotSQL + "WHERE l.id = $1", [.int8(id.number)], StandingLot.init)
        }
    }

    private static let lotSQL = """
        SELECT l.id, l.programme, l.programme_version, l.holder, l.issued_at, l.expires_at, b.free, b.held,
               CASE l.state WHEN 'expired' THEN l.expired_amount END, l.expired_to,
               ARRAY(SELECT f.amount FROM exchange.lot_face AS f WHERE f.lot = l.id ORDER BY f.funder)
        FROM exchange.lot AS l JOIN exchange.lot_balance AS b ON b.lot = l.id

        """
}

extension Connection {
    fileprivate func programmes(_ condition: String, _ parameters: [Parameter]) throws -> [StoredProgramme] {
        try list("SELECT id, code, live_version FROM exchange.programme WHERE \(condition)", parameters) { row in
            let id = try row.int64(0)
            return StoredProgramme(
                id: ProgrammeID(id), code: try Symbol(try row.text(1)), liveVersion: try row.int64OrNull(2),
                versions: try list(
                    """
                    SELECT version, body, proposer, approver FROM exchange.programme_version
                    WHERE programme = $1 ORDER BY version
                    """, [.int8(id)], StoredProgramme.Version.init))
        }
    }
}

extension StoredProgramme.Version {
    fileprivate init(_ row: Row) throws {
        self.init(
            number: try row.int64(0), definition: try ProgrammeDefinition(canonicalForm: try row.bytes(1)),
            proposer: PersonID(try row.int64(2)), approver: try row.int64OrNull(3).map { PersonID($0) })
    }
}

extension StandingLot {
    fileprivate init(_ row: Row) throws {
        self.init(
            lot: Lot(
                id: LotID(try row.int64(0)), programme: ProgrammeID(try row.int64(1)),
                programmeVersion: try row.int64(2), holder: PartyID(try row.int64(3)),
                faces: try row.value(10, as: [Int64].self).map { Money(fen: $0) },
                issuedAt: Stamp(microseconds: try row.int64(4)), expiresAt: Stamp(microseconds: try row.int64(5))),
            free: Money(fen: try row.int64(6)), held: Money(fen: try row.int64(7)),
            expired: try row.int64OrNull(8).map { Money(fen: $0) },
            expiredTo: try row.textOrNull(9).flatMap { text in BreakageTo.allCases.first { $0.text == text } })
    }
}
