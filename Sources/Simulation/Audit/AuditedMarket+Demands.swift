import Domain
import Records

extension AuditedMarket {
    /// The hold of a demand becomes this: more of it out of what is free, less of it back.
    mutating func set(_ hold: DemandHold) {
        guard var demand = demands[hold.demand] else { return faults.append(.unknownSubject(.holdSet)) }
        if !demand.isOpen, hold != .none(hold.demand) { faults.append(.demandNotOpen(hold.demand)) }
        let buyer = demand.buyer
        changeOwn(&demand, to: hold.own.wide)
        var wanted: [LotPartKey: Int128] = [:]
        for part in hold.lots {
            for (funder, amount) in part.amounts.enumerated() {
                wanted[LotPartKey(lot: part.lot, funder: Int64(funder))] = amount.wide
            }
        }
        for key in Set(wanted.keys).union(demand.lots.keys).sorted() {
            let change = (wanted[key] ?? 0) - (demand.lots[key] ?? 0)
            guard let lot = lots[key.lot] else { return faults.append(.unknownSubject(.holdSet)) }
            let asset = Asset.programme(lot.programme, funder: key.funder)
            book.move(change, from: .voucher(asset, .lotsFree, buyer), to: .voucher(asset, .lotsHeld, buyer))
            changeHeld(key, by: change)
        }
        demand.lots = wanted
        demands[hold.demand] = demand
    }

    private mutating func changeOwn(_ demand: inout AuditedDemand, to own: Int128) {
        let change = own - demand.own
        book.move(change, from: .money(.free, demand.buyer), to: .money(.held, demand.buyer))
        changeHeld(demand.buyer, by: change)
        demand.own = own
    }

    mutating func changeHeld(_ party: PartyID, by change: Int128) {
        heldByDemands[party, default: 0] += change
        touchedHolders.append(party)
    }

    mutating func changeHeld(_ key: LotPartKey, by change: Int128) {
        lotsHeldByDemands[key, default: 0] += change
        touchedLots.append(key)
    }

    /// A closed demand holds nothing: what it still held is out of the sum of the open ones.
    mutating func close(_ id: DemandID) {
        guard let demand = demands[id] else { return faults.append(.unknownSubject(.demandClosed)) }
        changeHeld(demand.buyer, by: -demand.own)
        for key in demand.lots.keys.sorted() { changeHeld(key, by: -(demand.lots[key] ?? 0)) }
        demands[id]?.isOpen = false
        bounds.close(demand.demand)
        endPromise(of: id)
    }
}
