import Domain
import Records

/// Where one funder's part of a programme is: `rules.md`, "Pool identity".
///
/// authorised = available + reserved + lots free + lots held + escrow + earned + claimed + in payment +
/// disbursed + lapsed.
public struct PoolIdentity: Hashable, Sendable {
    public let programme: ProgrammeID
    public let funder: Int64
    /// What the authority stands below zero.
    public let authorised: Int128
    let standing: [RoleSum]

    /// The roles of the identity in its order.
    public static let roles: [AccountRole] = [
        .available, .reserved, .lotsFree, .lotsHeld, .escrow, .earned, .claimed, .inPayment, .disbursed, .lapsed,
    ]

    /// The sum of one of the roles.
    public func sum(of role: AccountRole) -> Int128 { standing.first { $0.role == role }?.sum ?? 0 }

    public var holds: Bool { authorised == PoolIdentity.roles.reduce(Int128(0)) { $0 + sum(of: $1) } }
}

extension Ledger {
    /// Complexity: O(accounts).
    public func poolIdentity(_ programme: ProgrammeID, funder: Int64) -> PoolIdentity {
        let asset = Asset.programme(programme, funder: funder)
        let authority = balance(of: .authority(asset))
        return PoolIdentity(
            programme: programme, funder: funder, authorised: -Int128(authority), standing: roleSums(of: asset))
    }

    /// Of all programmes and funders, ascending. Complexity: O(pools × accounts).
    public func poolIdentities() -> [PoolIdentity] {
        let pools = positions.compactMap { position -> (programme: ProgrammeID, funder: Int64)? in
            guard case .programme(let programme, let funder) = position.flow.asset else { return nil }
            return (programme, funder)
        }
        return pools.sorted { $0 < $1 }.map { poolIdentity($0.programme, funder: $0.funder) }
    }
}
