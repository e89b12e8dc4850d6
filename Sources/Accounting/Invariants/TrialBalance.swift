import Domain
import Records

/// The balances of one asset's accounts, summed by side: they are equal in a sound ledger.
public struct TrialBalance: Hashable, Sendable {
    public let asset: Asset
    /// Sum of the balances below zero, without their sign.
    public internal(set) var debits: Int128 = 0
    /// Sum of the balances above zero.
    public internal(set) var credits: Int128 = 0

    init(asset: Asset) { self.asset = asset }

    public var isBalanced: Bool { debits == credits }

    mutating func add(_ balance: Int64) {
        if balance < 0 { debits -= Int128(balance) } else { credits += Int128(balance) }
    }
}

extension Ledger {
    /// For each asset in order of first use. Complexity: O(accounts).
    public func trialBalances() -> [TrialBalance] {
        var balances = positions.map { TrialBalance(asset: $0.flow.asset) }
        for (row, position) in zip(rows, positionOfRow) { balances[position].add(row.balance) }
        return balances
    }

    /// One asset's. Complexity: O(accounts).
    public func trialBalance(of asset: Asset) -> TrialBalance {
        rows.reduce(into: TrialBalance(asset: asset)) { if $1.account.asset == asset { $0.add($1.balance) } }
    }
}
