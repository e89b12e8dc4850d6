import Domain

/// What an account counts. Each asset balances by itself.
public enum Asset: Hashable, Sendable {
    /// Chinese yuan in fen; mirrors one custody bank account.
    case cny
    /// One funder's part of a programme, in fen.
    case programme(ProgrammeID, funder: Int64)
    /// The quota of one lease, in milli-unit-seconds.
    case quota(LeaseID)
}

/// What an account is for. `rules.md`, "Money, step by step", names each.
public enum AccountRole: UInt8, Sendable, CaseIterable {
    // Sources: the only accounts whose balance may be negative.
    case bank
    case authority
    case duty
    // Money of a party.
    case free
    case held
    case escrow
    /// Earned and not yet free to pay out (CNY), or earned and not yet claimed (programme).
    case earned
    case fees
    case network
    // Public money.
    case available
    case reserved
    case lotsFree
    case lotsHeld
    case claimed
    case inPayment
    case disbursed
    case lapsed
    // Quota.
    case undelivered
    case used
    case idle
    case missed
}

extension AccountRole {
    /// A source stands on the other side of zero.
    public var isSource: Bool { self == .bank || self == .authority || self == .duty }
}

/// Whose account it is.
public enum AccountOwner: Hashable, Sendable {
    case exchange
    case party(PartyID)
    /// The link's network account: home zone and offer zone.
    case link(ZoneID, ZoneID)
}

/// An account holds one asset, for one owner, in one role.
public struct Account: Hashable, Sendable {
    public let asset: Asset
    public let role: AccountRole
    public let owner: AccountOwner

    public init(asset: Asset, role: AccountRole, owner: AccountOwner = .exchange) {
        self.asset = asset
        self.role = role
        self.owner = owner
    }
}

extension Account {
    /// The same for equal accounts and different for nearly all others. Numbers are given by the exchange, so that nobody
    /// can choose them to collide.
    public var word: UInt64 { asset.word &* 0xD1B5_4A32_D192_ED03 ^ owner.word << 5 ^ UInt64(role.rawValue) }

    public func hash(into hasher: inout Hasher) { hasher.combine(word) }
}

extension Asset {
    /// The same for equal assets and different for nearly all others.
    public var word: UInt64 {
        switch self {
        case .cny: 0
        case .programme(let programme, let funder): UInt64(bitPattern: programme.number << 16 ^ funder) << 2 | 1
        case .quota(let lease): UInt64(bitPattern: lease.number) << 2 | 2
        }
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(word) }
}

extension AccountOwner {
    fileprivate var word: UInt64 {
        switch self {
        case .exchange: 0
        case .party(let party): UInt64(bitPattern: party.number) << 2 | 1
        case .link(let home, let zone): UInt64(bitPattern: home.number << 24 ^ zone.number) << 2 | 2
        }
    }
}
