import Domain
import Records

/// Rows of accounts and of their balances, which open at zero.
struct AccountRows: Sendable {
    private var accounts = TableRows(.account)
    private var balances = TableRows(.balance)

    var rows: [TableRows] { [accounts, balances] }

    mutating func open(_ id: AccountID, _ account: Account, _ sequence: Int64) {
        let asset = account.asset.columns
        let owner = account.owner.columns
        accounts.append(
            .int8(id.number), .int2(asset.kind), .int8(asset.number), .int2(asset.funder), .number(account.role),
            .int2(owner.kind), .optional(owner.party), .optional(owner.home), .optional(owner.zone), .int8(sequence))
        balances.append(
            .int8(id.number), .int2(asset.kind), .int8(asset.number), .int2(asset.funder), .number(account.role),
            .int8(0))
    }
}

/// Assets and owners as columns.
extension Asset {
    var columns: (kind: Int16, number: Int64, funder: Int16) {
        switch self {
        case .cny: (0, 0, 0)
        case .programme(let id, let funder): (1, id.number, Int16(funder))
        case .quota(let lease): (2, lease.number, 0)
        }
    }

    /// Nil where the columns name no asset.
    init?(kind: Int16, number: Int64, funder: Int16) {
        switch kind {
        case 0: self = .cny
        case 1: self = .programme(ProgrammeID(number), funder: Int64(funder))
        case 2: self = .quota(LeaseID(number))
        default: return nil
        }
    }
}

extension AccountOwner {
    var columns: (kind: Int16, party: Int64?, home: Int64?, zone: Int64?) {
        switch self {
        case .exchange: (0, nil, nil, nil)
        case .party(let id): (1, id.number, nil, nil)
        case .link(let home, let zone): (2, nil, home.number, zone.number)
        }
    }

    init?(party: Int64?, home: Int64?, zone: Int64?) {
        switch (party, home, zone) {
        case (nil, nil, nil): self = .exchange
        case (let party?, nil, nil): self = .party(PartyID(party))
        case (nil, let home?, let zone?): self = .link(ZoneID(home), ZoneID(zone))
        default: return nil
        }
    }
}

extension TransferSubject {
    var columns: (kind: Int16, number: Int64?) {
        switch self {
        case .none: (0, nil)
        case .party(let id): (1, id.number)
        case .programme(let id): (2, id.number)
        case .lot(let id): (3, id.number)
        case .demand(let id): (4, id.number)
        case .lease(let id): (5, id.number)
        case .payout(let id): (6, id.number)
        }
    }

    init?(kind: Int16, number: Int64?) {
        switch (kind, number) {
        case (0, nil): self = .none
        case (1, let number?): self = .party(PartyID(number))
        case (2, let number?): self = .programme(ProgrammeID(number))
        case (3, let number?): self = .lot(LotID(number))
        case (4, let number?): self = .demand(DemandID(number))
        case (5, let number?): self = .lease(LeaseID(number))
        case (6, let number?): self = .payout(PayoutID(number))
        default: return nil
        }
    }
}
