import Domain
import Records

/// What was put into an asset, against where it is: `rules.md`, "Conservation".
public struct Conservation: Hashable, Sendable {
    public let flow: AssetFlow
    /// The sum of each role that the chart gives the asset, sources left out, in the order of `AccountRole`.
    public let standing: [RoleSum]

    /// put in = standing + returned.
    public var holds: Bool { flow.putIn == standing.reduce(flow.returned) { $0 + $1.sum } }

    /// The sum of a role; zero where the asset has no such account.
    public func sum(of role: AccountRole) -> Int128 { standing.first { $0.role == role }?.sum ?? 0 }
}

/// The balances of one role of an asset.
public struct RoleSum: Hashable, Sendable {
    public let role: AccountRole
    public let sum: Int128
}

extension Ledger {
    /// One asset's; every role with an account is named. Complexity: O(accounts).
    public func conservation(of asset: Asset) -> Conservation {
        Conservation(flow: flow(of: asset) ?? AssetFlow(asset: asset), standing: roleSums(of: asset))
    }

    /// The sums of an asset's roles in the chart, sources left out, in the order of `AccountRole`.
    func roleSums(of asset: Asset) -> [RoleSum] {
        var sums = [Int128?](repeating: nil, count: AccountRole.allCases.count)
        for row in rows where row.account.asset == asset && row.account.isInChart && !row.account.role.isSource {
            sums[Int(row.account.role.rawValue), default: 0] += Int128(row.balance)
        }
        return AccountRole.allCases.compactMap { role in
            sums[Int(role.rawValue)].map { RoleSum(role: role, sum: $0) }
        }
    }
}

extension Array {
    /// An optional entry with a stand-in for nil.
    fileprivate subscript<Wrapped>(position: Int, default standIn: Wrapped) -> Wrapped where Element == Wrapped? {
        get { self[position] ?? standIn }
        set { self[position] = newValue }
    }
}
