import Domain
import Records

extension Asset {
    /// `cny`, `programme-3.0` (the funder's position after the point) or `quota-17` (the lease's number).
    public var path: String {
        switch self {
        case .cny: "cny"
        case .programme(let programme, let funder): "\(programme).\(funder)"
        case .quota(let lease): "quota-\(lease.number)"
        }
    }
}

extension AccountOwner {
    /// `exchange`, `party-4` or `zone-1+zone-2`.
    public var path: String {
        switch self {
        case .exchange: "exchange"
        case .party(let party): "\(party)"
        case .link(let home, let zone): "\(home)+\(zone)"
        }
    }
}

extension Account {
    /// How reports and faults write an account: `cny/free/party-4`.
    public var path: String { "\(asset.path)/\(role)/\(owner.path)" }
}
