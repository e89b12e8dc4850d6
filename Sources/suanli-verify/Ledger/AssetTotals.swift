import Domain
import Records

/// The sums over an asset's accounts by role, and what its source should have given.
///
/// For CNY: bank, and free, held, escrow, earned, fees, network. For a funder's part of a programme: authority, and
/// available, reserved, lots free, lots held, escrow, earned, claimed, in payment, disbursed, lapsed. For a lease's
/// quota: duty, and undelivered, used, idle, missed.
struct AssetTotals {
    private var byRole = [Int128](repeating: 0, count: AccountRole.allCases.count)
    /// By events: deposits less payouts, money authorised, quota granted.
    var announced: Int128 = 0

    mutating func add(_ amount: Int128, to role: AccountRole) { byRole[Int(role.rawValue)] += amount }

    /// What the source has put in.
    func putIn(_ asset: Asset) -> Int128 { -byRole[Int(asset.sourceRole.rawValue)] }

    /// What stands in the roles that share out what was put in.
    func standing(_ asset: Asset) -> Int128 {
        asset.sharingRoles.reduce(0) { $0 + byRole[Int($1.rawValue)] }
    }
}

extension Asset {
    /// The only role whose balance may be below zero.
    var sourceRole: AccountRole {
        switch self {
        case .cny: .bank
        case .programme: .authority
        case .quota: .duty
        }
    }

    /// The roles of the asset's identity.
    var sharingRoles: [AccountRole] {
        switch self {
        case .cny: Asset.moneyRoles
        case .programme: Asset.programmeRoles
        case .quota: Asset.quotaRoles
        }
    }

    private static let moneyRoles: [AccountRole] = [.free, .held, .escrow, .earned, .fees, .network]
    private static let programmeRoles: [AccountRole] = [
        .available, .reserved, .lotsFree, .lotsHeld, .escrow, .earned, .claimed, .inPayment, .disbursed, .lapsed,
    ]
    private static let quotaRoles: [AccountRole] = [.undelivered, .used, .idle, .missed]
}
