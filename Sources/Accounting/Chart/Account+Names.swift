import Domain
import Records

// The accounts of the chart by name: `rules.md`, "Money, step by step".
extension Account {
    // Money.
    public static let bank = Account(asset: .cny, role: .bank)
    public static let fees = Account(asset: .cny, role: .fees)
    public static func free(_ party: PartyID) -> Account { Account(asset: .cny, role: .free, owner: .party(party)) }
    public static func held(_ party: PartyID) -> Account { Account(asset: .cny, role: .held, owner: .party(party)) }
    /// What a buyer has paid for and not yet received.
    public static func escrow(_ buyer: PartyID) -> Account {
        Account(asset: .cny, role: .escrow, owner: .party(buyer))
    }
    /// What a provider has earned and may not yet take out.
    public static func earned(_ provider: PartyID) -> Account {
        Account(asset: .cny, role: .earned, owner: .party(provider))
    }
    /// What the link from `home` to the offer's `zone` has earned.
    public static func network(home: ZoneID, zone: ZoneID) -> Account {
        Account(asset: .cny, role: .network, owner: .link(home, zone))
    }

    // Public money: one funder's part of a programme.
    public static func authority(_ asset: Asset) -> Account { Account(asset: asset, role: .authority) }
    public static func available(_ asset: Asset) -> Account { Account(asset: asset, role: .available) }
    public static func lapsed(_ asset: Asset) -> Account { Account(asset: asset, role: .lapsed) }
    /// A party's account in public money: the wallet, escrow, earned and claimed.
    public static func voucher(_ asset: Asset, _ role: AccountRole, _ party: PartyID) -> Account {
        Account(asset: asset, role: role, owner: .party(party))
    }

    // Quota of a lease.
    public static func duty(_ lease: LeaseID, provider: PartyID) -> Account {
        Account(asset: .quota(lease), role: .duty, owner: .party(provider))
    }
    public static func undelivered(_ lease: LeaseID, buyer: PartyID) -> Account {
        Account(asset: .quota(lease), role: .undelivered, owner: .party(buyer))
    }
    public static func delivered(_ lease: LeaseID, _ outcome: DeliveryOutcome, buyer: PartyID) -> Account {
        Account(asset: .quota(lease), role: outcome.role, owner: .party(buyer))
    }
}

extension DeliveryOutcome {
    /// The account role in which seconds with this outcome end.
    public var role: AccountRole {
        switch self {
        case .used: .used
        case .idle: .idle
        case .missed: .missed
        }
    }
}
