import Domain
import Records

extension DemandHold {
    /// This hold, raised where it is less than what a fill takes: then free money, or a free part of a lot, pays.
    public func covering(_ fill: Fill) -> DemandHold {
        raised(own: max(own, fill.ownMoney), fill) { held, captured in max(held, captured) }
    }

    /// A hold that has this left when the fill was captured.
    public func adding(_ fill: Fill) -> DemandHold {
        raised(own: own + fill.ownMoney, fill) { held, captured in held + captured }
    }

    /// What is left of a hold that covers a fill after the fill was captured.
    public func less(_ fill: Fill) -> DemandHold {
        raised(own: own - fill.ownMoney, fill) { held, captured in held - captured }
    }

    /// Joins held and captured amounts lot by lot, funder by funder; lots the hold lacks come last.
    private func raised(own: Money, _ fill: Fill, _ join: (Money, Money) -> Money) -> DemandHold {
        let captured = fill.lotAmounts
        let added = captured.map(\.lot).filter { lot in !lots.contains { $0.lot == lot } }
        let joined = (lots.map(\.lot) + added).map { lot in
            let (held, taken) = (amounts(of: lot), captured.first { $0.lot == lot }?.amounts ?? [])
            let funders = 0..<Swift.max(held.count, taken.count)
            return LotHold(lot: lot, amounts: funders.map { join(held.entry($0), taken.entry($0)) })
        }
        return DemandHold(demand: demand, own: own, lots: joined)
    }
}

extension Fill {
    /// What the buyer pays with own money: its share of the capacity line, and the whole transfer line.
    public var ownMoney: Money {
        shares.reduce(transfer) { $1.source == .own ? $0 + $1.amount : $0 }
    }

    /// What lots pay, lot by lot in the order of the shares, by funder.
    public var lotAmounts: [LotHold] {
        var holds: [LotHold] = []
        for share in shares {
            guard case .lot(let lot, let funder) = share.source else { continue }
            var amounts: [Money] = []
            if holds.last?.lot == lot { amounts = holds.removeLast().amounts }
            while amounts.count <= Int(funder) { amounts.append(.zero) }
            amounts[Int(funder)] += share.amount
            holds.append(LotHold(lot: lot, amounts: amounts))
        }
        return holds
    }
}
