import Domain
import Records

extension Ledger {
    /// Adds the ledger's content to a hash: accounts in order with their balances, flows, lots.
    ///
    /// Complexity: O(accounts + lots).
    public func combine(into hash: inout ContentHash) {
        hash.combine(Int64(rows.count))
        for row in rows {
            row.account.combine(into: &hash)
            hash.combine(row.balance)
        }
        for flow in flows {
            hash.combine(flow.putIn)
            hash.combine(flow.returned)
        }
        for row in lotRows { row.combine(into: &hash) }
    }
}

extension Account {
    func combine(into hash: inout ContentHash) {
        asset.combine(into: &hash)
        hash.combine(UInt64(role.rawValue))
        switch owner {
        case .exchange: hash.combine(UInt64(0))
        case .party(let party):
            hash.combine(UInt64(1))
            hash.combine(party.number)
        case .link(let home, let zone):
            hash.combine(UInt64(2))
            hash.combine(home.number)
            hash.combine(zone.number)
        }
    }
}

extension Asset {
    func combine(into hash: inout ContentHash) {
        switch self {
        case .cny: hash.combine(UInt64(0))
        case .programme(let programme, let funder):
            hash.combine(UInt64(1))
            hash.combine(programme.number)
            hash.combine(funder)
        case .quota(let lease):
            hash.combine(UInt64(2))
            hash.combine(lease.number)
        }
    }
}

extension LotRow {
    func combine(into hash: inout ContentHash) {
        hash.combine(lot.number)
        hash.combine(programme.number)
        hash.combine(holder.number)
        hash.combine(Int64(free.count))
        for amount in free + held { hash.combine(amount) }
    }
}
