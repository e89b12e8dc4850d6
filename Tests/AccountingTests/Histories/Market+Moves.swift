import Accounting
import Domain
import Records
import Simulation

extension Market {
    /// One random record; a move that finds nothing to do records nothing.
    mutating func move(_ chance: inout SeededGenerator) throws {
        now = Stamp(seconds: now.seconds + chance.number(0...20))
        switch chance.number(0...15) {
        case 0, 1: try deposit(&chance)
        case 2: try payOut(&chance)
        case 3: try authorise(&chance)
        case 4, 5: try issue(&chance)
        case 6, 7: try accept(&chance)
        case 8, 9: try match(&chance)
        case 10, 11, 12: try deliver(&chance)
        case 13: try mature()
        case 14: try claim(&chance)
        default: try chance.oneIn(2) ? close(&chance) : expire(&chance)
        }
    }

    private mutating func deposit(_ chance: inout SeededGenerator) throws {
        let (party, amount) = (chance.element(Market.parties), chance.number(1...100_000))
        let line = BankDeposit(party: party, amount: yuan(amount), reference: try Label("line"))
        deposited += Int128(amount)
        try record(.deposit(line))
    }

    private mutating func payOut(_ chance: inout SeededGenerator) throws {
        let party = chance.element(Market.parties)
        let amount = chance.number(0...free(party) / 2)
        paidOut += Int128(amount)
        try record(.payout(PayoutID(1), yuan(amount), of: party))
    }

    private mutating func authorise(_ chance: inout SeededGenerator) throws {
        let programme = ProgrammeID(chance.number(1...2))
        let amounts = (0..<(programme.number == 1 ? 2 : 1)).map { _ in yuan(chance.number(0...50_000)) }
        for (funder, amount) in amounts.enumerated() {
            authorised[.programme(programme, funder: Int64(funder)), default: 0] += Int128(amount.fen)
        }
        try record(.authorisation(programme, amounts))
    }

    private mutating func issue(_ chance: inout SeededGenerator) throws {
        let number = Int64(lots.count) / 2 * 3 + Int64(lots.count) % 2 + 1
        let programme = termsByThrees(LotID(number)).programme
        let faces = (0..<(programme.number == 1 ? 2 : 1)).map { funder in
            chance.number(0...ledger.balance(of: .available(.programme(programme, funder: Int64(funder)))) / 3)
        }
        let issued = lot(number, holder: chance.element(Market.parties), faces)
        lots.append(issued)
        try record(.issue(issued))
    }

    private mutating func accept(_ chance: inout SeededGenerator) throws {
        let (party, demand) = (chance.element(Market.parties), DemandID(Int64(buyers.count) + 1))
        buyers[demand] = party
        let parts = wallet(of: party).map { row in
            LotHold(lot: row.lot, amounts: row.free.map { yuan(chance.number(0...$0)) })
        }
        let hold = DemandHold(demand: demand, own: yuan(chance.number(0...free(party))), lots: parts)
        holds.append(hold)
        try record(.hold(from: .none(demand), to: hold, buyer: party, lots: termsByThrees))
    }

    private mutating func match(_ chance: inout SeededGenerator) throws {
        guard let index = holds.indices.randomElement(using: &chance) else { return }
        let (hold, party) = (holds[index], buyer(holds[index]))
        let match = randomFill(hold, party, &chance)
        let left = hold.covering(match).less(match)
        let residual = chance.oneIn(3) ? DemandHold.none(hold.demand) : left.part(&chance)
        holds[index] = residual
        leases.append(try LeaseAccount(match, lots: termsByThrees))
        try record(.fill(match, holding: hold, residual: residual, lots: termsByThrees))
    }

    /// A fill that the hold, now and then with free money beside it, can pay.
    private func randomFill(_ hold: DemandHold, _ party: PartyID, _ chance: inout SeededGenerator) -> Fill {
        let most = hold.own.fen + (chance.oneIn(4) ? free(party) / 4 : 0)
        let transfer = chance.number(0...most / 8)
        var shares = [own(chance.number(0...most - transfer))]
        for part in hold.lots {
            for (funder, amount) in part.amounts.enumerated() {
                shares.append(share(part.lot.number, Int64(funder), chance.number(0...amount.fen)))
            }
        }
        return fill(
            Int64(leases.count) + 1, demand: hold.demand.number, buyer: party,
            provider: chance.element(Market.parties.filter { $0 != party }), milli: chance.number(1...4) * 250,
            hours: chance.number(1...3), shares: shares, transfer: transfer, fee: chance.number(0...3) * 333)
    }

    private mutating func deliver(_ chance: inout SeededGenerator) throws {
        let running = leases.indices.filter { leases[$0].undelivered > 0 }
        guard let index = running.randomElement(using: &chance) else { return }
        let part = chance.oneIn(3) ? leases[index].undelivered : chance.number(1...leases[index].undelivered)
        let used = chance.number(0...part)
        let idle = chance.number(0...part - used)
        let split = try leases[index].deliver(
            used: used, idle: idle, missed: part - used - idle, maturesAt: Stamp(seconds: now.seconds + 72))
        let (expired, breakage) = (expired, chance.oneIn(2) ? BreakageTo.available : .lapsed)
        try record(
            .delivery(of: leases[index], split) { expired.contains($0) ? .forfeited(breakage) : .lot })
    }

    private mutating func mature() throws {
        for index in leases.indices {
            guard let matured = leases[index].mature(until: now) else { continue }
            try record(.maturity(matured.own, of: leases[index]))
        }
    }

    private mutating func claim(_ chance: inout SeededGenerator) throws {
        guard let index = leases.indices.randomElement(using: &chance) else { return }
        for party in [leases[index].provider, leases[index].buyer] {
            let claims = leases[index].claimable(by: party)
            let postings = try [Posting].claim(claims, by: party, of: leases[index])
            try leases[index].claim(claims)
            try record(postings)
        }
    }

    private mutating func close(_ chance: inout SeededGenerator) throws {
        guard let index = holds.indices.randomElement(using: &chance) else { return }
        let hold = holds.remove(at: index)
        try record(.hold(from: hold, to: .none(hold.demand), buyer: buyer(hold), lots: termsByThrees))
    }

    private mutating func expire(_ chance: inout SeededGenerator) throws {
        guard let lot = ledger.lotRows.randomElement(using: &chance)?.lot else { return }
        for (index, hold) in holds.enumerated() where hold.lots.contains(where: { $0.lot == lot }) {
            let rest = DemandHold(demand: hold.demand, own: hold.own, lots: hold.lots.filter { $0.lot != lot })
            holds[index] = rest
            try record(.hold(from: hold, to: rest, buyer: buyer(hold), lots: termsByThrees))
        }
        expired.insert(lot)
        guard let row = ledger.lot(lot) else { return }
        try record(.expiry(of: row, to: chance.oneIn(2) ? .available : .lapsed))
    }
}

extension DemandHold {
    /// A random part of this hold.
    fileprivate func part(_ chance: inout SeededGenerator) -> DemandHold {
        let parts = lots.map { hold in
            LotHold(lot: hold.lot, amounts: hold.amounts.map { yuan(chance.number(0...$0.fen)) })
        }
        return DemandHold(demand: demand, own: yuan(chance.number(0...own.fen)), lots: parts)
    }
}

extension SeededGenerator {
    /// One of a list that is not empty.
    mutating func element<Element>(_ list: [Element]) -> Element {
        list[Int(number(0...Int64(list.count) - 1))]
    }
}
