import Domain
import Postgres
import Records

/// A party as the database has it.
public struct StoredParty: Sendable {
    public let id: PartyID
    public let registration: PartyRegistration
    /// nil once erased.
    public let name: String?
    public let admitted: Bool
    /// In order of their records. Under row security, of the party itself only.
    public let approvals: [PersonID]
}

/// A line of the bank's statement that was booked.
public struct BookedDeposit: Sendable {
    public let sequence: Int64
    public let deposit: BankDeposit
}

/// A payout and its approval.
public struct StoredPayout: Sendable {
    public let id: PayoutID
    public let party: PartyID
    public let amount: Money
    public let requester: PersonID
    public let approver: PersonID?
    public let reference: Label?
}

extension ExchangeQueries {
    public func parties(_ view: ReadView, _ range: ListRange) async throws(QueryError) -> ReadAt<[StoredParty]> {
        try await read(view) { connection in
            try connection.list(
                Self.partySQL + "WHERE p.id > $1 ORDER BY p.id LIMIT $2", range.parameters, StoredParty.init)
        }
    }

    public func party(_ view: ReadView, _ id: PartyID) async throws(QueryError) -> ReadAt<StoredParty?> {
        try await read(view) { connection in
            try connection.one(Self.partySQL + "WHERE p.id = $1", [.int8(id.number)], StoredParty.init)
        }
    }

    private static let partySQL = """
        SELECT p.id, p.body, t.text, p.admitted,
               ARRAY(SELECT a.person FROM exchange.party_approval AS a WHERE a.party = p.id ORDER BY a.seq)
        FROM exchange.party AS p LEFT JOIN exchange.erasable_text AS t ON t.commitment = p.name

        """

    public func deposits(_ view: ReadView, _ range: ListRange) async throws(QueryError) -> ReadAt<[BookedDeposit]> {
        try await read(view) { connection in
            try connection.list(
                "SELECT seq, party, amount, reference FROM exchange.deposit WHERE seq > $1 ORDER BY seq LIMIT $2",
                range.parameters, BookedDeposit.init)
        }
    }

    public func payouts(_ view: ReadView, _ range: ListRange) async throws(QueryError) -> ReadAt<[StoredPayout]> {
        try await read(view) { connection in
            try connection.list(
                Self.payoutSQL + "WHERE id > $1 ORDER BY id LIMIT $2", range.parameters, StoredPayout.init)
        }
    }

    public func payout(_ view: ReadView, _ id: PayoutID) async throws(QueryError) -> ReadAt<StoredPayout?> {
        try await read(view) { connection in
            try connection.one(Self.payoutSQL + "WHERE id = $1", [.int8(id.number)], StoredPayout.init)
        }
    }

    private static let payoutSQL = "SELECT id, party, amount, requester, approver, reference FROM exchange.payout "
}

extension StoredParty {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: PartyID(try row.int64(0)), registration: try PartyRegistration(canonicalForm: try row.bytes(1)),
            name: try row.textOrNull(2), admitted: try row.bool(3),
            approvals: try row.value(4, as: [Int64].self).map { PersonID($0) })
    }
}

extension BookedDeposit {
    fileprivate init(_ row: Row) throws {
        self.init(
            sequence: try row.int64(0),
            deposit: BankDeposit(
                party: PartyID(try row.int64(1)), amount: Money(fen: try row.int64(2)),
                reference: try Label(try row.text(3))))
    }
}

extension StoredPayout {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: PayoutID(try row.int64(0)), party: PartyID(try row.int64(1)), amount: Money(fen: try row.int64(2)),
            requester: PersonID(try row.int64(3)), approver: try row.int64OrNull(4).map { PersonID($0) },
            reference: try row.textOrNull(5).map { try Label($0) })
    }
}
