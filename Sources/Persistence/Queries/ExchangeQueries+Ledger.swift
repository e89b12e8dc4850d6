import Domain
import Postgres
import Records

/// An account and its balance: credits less debits.
public struct BalancedAccount: Sendable {
    public let id: AccountID
    public let account: Account
    public let balance: Int64
}

/// A row of the ledger and its number.
public struct NumberedTransfer: Sendable {
    public let sequence: Int64
    public let ordinal: Int64
    public let transfer: Transfer
}

extension ExchangeQueries {
    public func accounts(_ view: ReadView, _ range: ListRange) async throws(QueryError) -> ReadAt<[BalancedAccount]> {
        try await read(view) { connection in
            try connection.list(
                Self.accountSQL + "WHERE a.id > $1 ORDER BY a.id LIMIT $2", range.parameters, BalancedAccount.init)
        }
    }

    public func account(_ view: ReadView, _ id: AccountID) async throws(QueryError) -> ReadAt<BalancedAccount?> {
        try await read(view) { connection in
            try connection.one(Self.accountSQL + "WHERE a.id = $1", [.int8(id.number)], BalancedAccount.init)
        }
    }

    /// A party's accounts of money and vouchers, not those of quota, of which each lease has its own.
    public func wallet(_ party: PartyID) async throws(QueryError) -> ReadAt<[BalancedAccount]> {
        try await read(.tenant(party)) { connection in
            try connection.list(
                Self.accountSQL + "WHERE a.party = $1 AND a.asset_kind < 2 ORDER BY a.id", [.int8(party.number)],
                BalancedAccount.init)
        }
    }

    private static let accountSQL = """
        SELECT a.id, a.asset_kind, a.asset_number, a.funder, a.role, a.party, a.home, a.zone, b.balance
        FROM exchange.account AS a JOIN exchange.balance AS b ON b.account = a.id

        """

    /// What came into an account and went out of it, in order; nothing where the account itself is out of view.
    ///
    /// - Complexity: by index in partitions that are closed, else O(transfers of the partition).
    public func transfers(
        _ view: ReadView, of account: AccountID, _ range: ListRange
    ) async throws(QueryError) -> ReadAt<[NumberedTransfer]> {
        try await read(view) { connection in
            try connection.list(
                """
                SELECT seq, ordinal, debit, credit, amount, lot, cause, subject_kind, subject FROM exchange.transfer
                WHERE (debit = $1 OR credit = $1) AND (seq, ordinal) > ($2, $3)
                    AND EXISTS (SELECT FROM exchange.account AS own WHERE own.id = $1)
                ORDER BY seq, ordinal LIMIT $4
                """,
                [.int8(account.number), .int8(range.after), .int8(range.afterOrdinal), .int8(range.limit)]
            ) {
                NumberedTransfer(
                    sequence: try $0.int64(0), ordinal: Int64(try $0.int32(1)), transfer: try Transfer($0, from: 2))
            }
        }
    }
}

extension BalancedAccount {
    fileprivate init(_ row: Row) throws {
        guard
            let asset = Asset(kind: try row.int16(1), number: try row.int64(2), funder: try row.int16(3)),
            let owner = AccountOwner(
                party: try row.int64OrNull(5), home: try row.int64OrNull(6), zone: try row.int64OrNull(7))
        else { throw Unreadable.number(column: 1) }
        self.init(
            id: AccountID(try row.int64(0)), account: Account(asset: asset, role: try row.enumeration(4), owner: owner),
            balance: try row.int64(8))
    }
}
