import Domain
import Records

/// Whose an account of a role is.
private enum Ownership {
    case exchange
    case party
    case link
}

extension Account {
    /// Whether the chart has this account: the role belongs to the asset, and the owner to the role.
    public var isInChart: Bool {
        guard let ownership = Account.ownership(of: role, in: asset) else { return false }
        return switch (ownership, owner) {
        case (.exchange, .exchange), (.party, .party), (.link, .link): true
        case (.exchange, _), (.party, _), (.link, _): false
        }
    }

    /// A party's public money: each transfer that touches it names its lot.
    var isVoucher: Bool {
        guard case .programme = asset, case .party = owner else { return false }
        return true
    }

    private static func ownership(of role: AccountRole, in asset: Asset) -> Ownership? {
        switch asset {
        case .cny: moneyOwnership(of: role)
        case .programme: programmeOwnership(of: role)
        case .quota: quotaOwnership(of: role)
        }
    }

    private static func moneyOwnership(of role: AccountRole) -> Ownership? {
        switch role {
        case .bank, .fees: .exchange
        case .free, .held, .escrow, .earned: .party
        case .network: .link
        case .authority, .duty, .available, .reserved, .lotsFree, .lotsHeld, .claimed, .inPayment, .disbursed, .lapsed,
            .undelivered, .used, .idle, .missed:
            nil
        }
    }

    private static func programmeOwnership(of role: AccountRole) -> Ownership? {
        switch role {
        case .authority, .available, .reserved, .lapsed: .exchange
        case .lotsFree, .lotsHeld, .escrow, .earned, .claimed, .inPayment, .disbursed: .party
        case .bank, .duty, .free, .held, .fees, .network, .undelivered, .used, .idle, .missed: nil
        }
    }

    private static func quotaOwnership(of role: AccountRole) -> Ownership? {
        switch role {
        case .duty, .undelivered, .used, .idle, .missed: .party
        case .bank, .authority, .free, .held, .escrow, .earned, .fees, .network, .available, .reserved, .lotsFree,
            .lotsHeld, .claimed, .inPayment, .disbursed, .lapsed:
            nil
        }
    }
}
