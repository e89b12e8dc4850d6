import Accounting
import Domain
import Matching
import Programmes
import Records

// How events change offers, demands, lots and leases.
extension Exchange {
    mutating func listed(_ offer: Offer) {
        if orders.add(offer) {
            subsidies.see(offer)
            admitSubsidies()
        }
        market.list(offer, admissionClass: SubsidyClasses.admissionClass(of: offer.provider))
        setSuspension(of: offer.id)
        queueEnd(of: offer)
        asksChanged(offer)
    }

    mutating func accepted(_ demand: Demand, _ versions: PinnedVersions) {
        let subsidyClass = subsidyClass(of: demand)
        admitSubsidies()
        let bond = bundles.bundle(of: demand.id)?.bond
        orders.add(
            demand, versions, subsidyClass: subsidyClass, isNearOthers: bond?.latencyMicrosecondsMost != nil)
        admitToMarket(demand)
    }

    mutating func admitToMarket(_ demand: Demand) {
        // Lines of a bundle are decided together, apart from the market's queues.
        if !bundles.contains(demand.id) { market.admit(marketDemand(orders.demand(demand.id)!)) }
        due.insert(Due(at: Stamp(hour: demand.terms.latestStart), kind: .windowStart, number: demand.id.number))
        queueExpiry(of: demand)
    }

    mutating func set(_ hold: DemandHold) {
        let entry = orders.demand(hold.demand)!
        setLotHolds(of: entry.id, from: entry.hold, to: hold)
        queueCapPeriodEnd(of: entry, setCapHolds(of: entry, from: entry.hold, to: hold))
        orders.update(hold.demand) { $0.hold = hold }
    }

    mutating func setLotHolds(of demand: DemandID, from old: DemandHold, to new: DemandHold) {
        for part in old.lots where !new.lots.contains(where: { $0.lot == part.lot }) {
            lots.setHold(LotPart(lot: part.lot, amounts: part.amounts.map { _ in .zero }), demand: demand)
        }
        for part in new.parts { lots.setHold(part, demand: demand) }
    }

    mutating func filled(_ fill: Fill) {
        orders.countFill()
        let stamp = draft.stamp
        orders.update(fill.demand) { entry in
            entry.openHours -= fill.grainHours
            entry.fills += 1
            _ = try? entry.totals.add(FillMeasure(fill))
            entry.hold = entry.hold.covering(fill).less(fill)
            if !entry.contracts.contains(where: { $0.provider == fill.provider }) {
                entry.contracts.append(ContractEntry(provider: fill.provider, signedAt: stamp))
            }
        }
        for part in fill.lotAmounts {
            lots.capture(LotPart(lot: part.lot, amounts: part.amounts), demand: fill.demand)
        }
        countCaps(of: fill, at: stamp)
        // What a quote promised is taken already, and its demand comes to the market with the rest.
        if bundles.contains(fill.demand) {
            market.take([CapacityStep(window: fill.window, quantity: fill.quantity)], of: fill.offer)
        } else if !quotes.isOpen(fill.demand) {
            market.take(fill.quantity, of: fill.offer, over: fill.window, for: fill.demand)
        }
        leases.add(
            fill, certain { () throws(AccountingFault) in try LeaseAccount(fill, lots: { lotTerms($0) }) }, at: stamp)
        queueReport(of: fill.lease)
        sold(fill)
    }

    mutating func evaluated(_ evaluation: FillEvaluation) {
        let provider = leases.entry(LeaseID(evaluation.fill.number))!.fill.provider
        let demand = leases.entry(LeaseID(evaluation.fill.number))!.fill.demand
        orders.update(demand) { entry in
            let position = entry.contracts.firstIndex { $0.provider == provider }!
            entry.contracts[position].state.record(
                programme: evaluation.programme, version: evaluation.version, base: evaluation.contractBase,
                amount: evaluation.contractAmount, trace: evaluation.trace)
        }
    }

    mutating func rested(_ id: DemandID) {
        if !bundles.contains(id) { market.rest(id) }
        orders.rest(id, at: draft.stamp)
        if orders.watchingHours.contains(id) { queueHour() }
    }

    mutating func closed(_ id: DemandID, _ reason: Reason?) {
        if quotes.isOpen(id) {
            ended(quote: id)
        } else if bundles.contains(id) {
            bundles.end(line: id)
        } else {
            market.remove(id)
        }
        orders.close(id, reason, at: draft.stamp)
        if orders.watchingHours.isEmpty { hourDue = nil }
    }

    mutating func issued(_ lot: Lot) {
        programmes.countLot()
        let rules = rules(of: lot.programme, lot.programmeVersion)
        certain { () throws(Reason) in try pools.issue(lot.faces, from: lot.programme) }
        lots.issue(lot, definition: rules)
        let applicant = parties.entry(lot.holder)!.applicant
        caps.recordIssue(lot.face, rules, programme: lot.programme, applicant: applicant, at: draft.stamp)
        due.insert(Due(at: lot.expiresAt, kind: .lotExpiry, number: lot.id.number))
    }

    mutating func expired(_ id: LotID, _ amounts: [Money], _ breakage: BreakageTo) {
        let programme = lots[id]!.lot.programme
        _ = lots.expire(id)
        if breakage == .available { certain { () throws(Reason) in try pools.add(amounts, to: programme) } }
    }

    mutating func delivered(_ delivery: Delivery) {
        let lease = leases.entry(delivery.lease)!
        var account = lease.account
        let maturesAt = maturity(after: draft.stamp)
        let split = certain { () throws(AccountingFault) in
            try account.deliver(
                used: delivery.used, idle: delivery.idle, missed: delivery.missed, maturesAt: maturesAt)
        }
        let waited = lease.account.nextMaturity != nil
        leases.update(delivery.lease) { entry in
            entry.account = account
            entry.reportedUntil = delivery.untilSecond
        }
        for piece in split.pieces { refunded(piece, of: lease.fill, filledAt: lease.filledAt) }
        if !waited { queueMaturity(of: delivery.lease) }
        queueReport(of: delivery.lease)
    }

    /// A piece of a lot that was missed, or is no longer owed, goes back to the lot and to the cap it was taken from.
    mutating func refunded(_ piece: SourcePiece, of fill: Fill, filledAt: Stamp) {
        guard case .lot(let share) = piece.source, piece.missed > .zero else { return }
        let balance = lots[share.lot]!
        var amounts = balance.lot.faces.map { _ in Money.zero }
        amounts[Int(share.funder)] = piece.missed
        let outcome = lots.refund(LotPart(lot: share.lot, amounts: amounts), fault: .provider, at: draft.stamp)
        if case .renewed(let until) = outcome {
            due.insert(Due(at: until, kind: .lotExpiry, number: share.lot.number))
        }
        caps.recordRefund(
            piece.missed, rules(of: balance.lot.programme, balance.lot.programmeVersion),
            programme: balance.lot.programme, applicant: parties.entry(fill.buyer)!.applicant, window: fill.window,
            filledAt: filledAt)
    }

    mutating func queueEnd(of offer: Offer) {
        due.insert(Due(at: Stamp(hour: offer.terms.schedule.span.end), kind: .offerEnd, number: offer.id.number))
    }

    mutating func queueExpiry(of demand: Demand) {
        guard case .goodTill(let until) = demand.terms.policy.timeInForce else { return }
        due.insert(Due(at: until, kind: .demandExpiry, number: demand.id.number))
    }

    mutating func queueMaturity(of id: LeaseID) {
        guard let next = leases.entry(id)!.account.nextMaturity else { return }
        due.insert(Due(at: next, kind: .maturity, number: id.number))
    }

    mutating func queueReport(of id: LeaseID) {
        let lease = leases.entry(id)!
        guard !lease.isOver else { return }
        due.insert(Due(at: reportDeadline(of: lease), kind: .reportDeadline, number: id.number))
    }

    func rules(of programme: ProgrammeID, _ version: Int64) -> ProgrammeDefinition {
        programmes.entry(programme)!.version(version)!.definition
    }
}
