import Domain
import Records

/// All accounts and their balances: the fold of `accountOpened` events and transfers.
///
/// It knows no demand and no lease; what a transfer is for is the posting rules' matter. It never goes
/// below zero but in a source, and never mixes assets.
public struct Ledger: Sendable {
    /// In order of number: the account numbered n stands at n − 1.
    public internal(set) var rows: [LedgerRow] = []
    var positions: [AssetPosition] = []
    var lots = LotTable()
    /// The place in `positions` of each row's asset.
    var positionOfRow: [Int] = []
    var touched: [AccountID] = []
    var isTouched: [Bool] = []
    private var accounts = PositionIndex()
    private var assets = PositionIndex()

    public init() {}

    /// The number of an account; nil before its first use. Complexity: O(1).
    public func accountID(for account: Account) -> AccountID? {
        accounts.position(word: account.word) { rows[$0].account == account }.map { AccountID(Int64($0) + 1) }
    }

    /// The account with a number. Complexity: O(1).
    public subscript(id: AccountID) -> LedgerRow? {
        id.number >= 1 && id.number <= Int64(rows.count) ? rows[Int(id.number) - 1] : nil
    }

    /// Zero for a number that is not open.
    public func balance(of id: AccountID) -> Int64 { self[id]?.balance ?? 0 }

    /// Zero for an account that is not open.
    public func balance(of account: Account) -> Int64 { accountID(for: account).map(balance(of:)) ?? 0 }

    /// What of a lot is free and held; nil before its issue.
    public func lot(_ lot: LotID) -> LotRow? { lots[lot] }

    /// The lots that were ever issued, ascending.
    public var lotRows: [LotRow] { lots.rows.compactMap { $0 } }

    /// The number that the next account gets.
    public var nextAccount: AccountID { AccountID(Int64(rows.count) + 1) }

    /// Errors, in order: `accountNotNext`, `accountTwice`, `outsideChart`; the ledger is then unchanged.
    public mutating func open(_ id: AccountID, _ account: Account) throws(AccountingFault) {
        guard id == nextAccount else { throw .accountNotNext(id, expected: nextAccount) }
        guard accountID(for: account) == nil else { throw .accountTwice(account) }
        guard account.isInChart else { throw .outsideChart(account) }
        admit(LedgerRow(account: account), id)
        touch(Int(id.number) - 1)
    }

    /// Places a row without looking at it.
    mutating func admit(_ row: LedgerRow, _ id: AccountID) {
        rows.append(row)
        accounts.append(word: row.account.word)
        isTouched.append(false)
        let position = position(of: row.account.asset)
        positionOfRow.append(position)
        if !row.account.role.isSource { positions[position].standing += Int128(row.balance) }
    }

    /// The place of an asset, made on its first use.
    mutating func position(of asset: Asset) -> Int {
        if let known = knownPosition(of: asset) { return known }
        positions.append(AssetPosition(flow: AssetFlow(asset: asset)))
        assets.append(word: asset.word)
        return positions.count - 1
    }

    private func knownPosition(of asset: Asset) -> Int? {
        assets.position(word: asset.word) { positions[$0].flow.asset == asset }
    }

    /// The flow of an asset; nil before its first account. Complexity: O(1).
    public func flow(of asset: Asset) -> AssetFlow? { knownPosition(of: asset).map { positions[$0].flow } }

    /// Whether an asset is conserved by the sums carried on with each transfer. Complexity: O(1).
    public func isConserved(_ asset: Asset) -> Bool {
        knownPosition(of: asset).map { positions[$0].isConserved } ?? true
    }

    mutating func touch(_ index: Int) {
        guard !isTouched[index] else { return }
        isTouched[index] = true
        touched.append(AccountID(Int64(index) + 1))
    }
}

extension Ledger: Equatable {
    /// Equal content; what was drained when is no part of it.
    public static func == (left: Ledger, right: Ledger) -> Bool {
        left.rows == right.rows && left.positions == right.positions && left.lotRows == right.lotRows
    }
}
