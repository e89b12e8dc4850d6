import Accounting
import Domain
import Matching
import Programmes
import Records

// Capacity that its provider announces will not be there.
extension Exchange {
    /// From one hour to another no more than so much of an offer will be there.
    ///
    /// Its unsold capacity of these hours ends. Quotes, then leases, of what is too much end likewise, the latest first:
    /// a lease is cut at the first of the hours, or where it begins if that is later, and what it had from there on goes
    /// back to its sources as it was paid. The hours are looked for elsewhere as a demand of their own, all or none, at no
    /// worse price and with the money that came back; the demand of the earliest place first. Then others are decided
    /// whom more or less of the offer concerns.
    ///
    /// Errors: `seatForbidden`, `notAdmitted`, `unknownOffer`, `foreignObject`, `frozen` (some of it is in an open
    /// batch), `noCancelPhase` (a round that is near keeps it), `windowPast` (an hour has begun), `scheduleTooLong`, `lotSizeNotWhole` (what is left), `nothingChanged`
    /// (nothing of these hours was more).
    /// Complexity: O(leases × hours) where more was sold, and that of a submission for each lease that is cut.
    mutating func planWithdrawal(_ id: OfferID, _ plan: PlannedWithdrawal) throws(Reason) {
        let provider = try actingParty(.provider)
        guard let entry = orders.offer(id) else { throw .unknownOffer }
        guard entry.offer.provider == provider.id else { throw .foreignObject }
        guard !batches.isFrozen(id) else { throw .frozen }
        guard !entry.isOpen || !isKept(entry.offer.terms) else { throw .noCancelPhase }
        guard plan.window.start >= draft.stamp.nextHour else { throw .windowPast }
        let schedule = entry.isOpen ? try entry.offer.terms.schedule.limited(by: plan) : nil
        let terms = try schedule.map { left throws(Reason) in
            try entry.offer.terms.amended(by: OfferAmendment(schedule: left))
        }
        let excess = excess(of: id, beyond: plan)
        guard !excess.isEmpty || entry.isOpen && terms != entry.offer.terms else { throw .nothingChanged }
        let touched = entry.isOpen ? [id] : []
        var queue = RematchQueue(reducing: touched, in: market)
        let promised = excess.quotes.flatMap { quotes[$0]!.fills.map(\.offer) }
        for quote in excess.quotes { close(demand: quote, .withdrawn) }
        let sought = cut(excess.leases, from: plan.window.start)
        if entry.isOpen { change(entry.offer, to: terms) }
        for hours in sought { queue.append(seek(hours), in: market) }
        if orders.offer(id)!.isOpen, !excess.isEmpty { queue.arrive(id, in: market) }
        settle(queue)
        settleBesides(touched)
        if !promised.isEmpty { settle(RematchQueue(deciding: market.restingDemands(meetingAny: promised))) }
    }

    /// Gives an offer a smaller schedule at its place, or takes it out where nothing is left to sell.
    private mutating func change(_ offer: Offer, to terms: OfferTerms?) {
        guard let terms, terms.schedule.span.end > draft.stamp.nextHour else {
            return emit(.offerClosed(offer.id, .withdrawn))
        }
        if terms != offer.terms { emit(.offerAmended(offer.amended(terms, place: draft.place))) }
    }

    /// Cuts leases and gives back what they are no longer owed; what is to be looked for, earliest place first.
    private mutating func cut(_ cuts: [LeaseID], from start: Hour) -> [SoughtHours] {
        let cutLeases = cuts.map { leases.entry($0)! }.sorted {
            let (left, right) = (orders.demand($0.fill.demand)!.demand, orders.demand($1.fill.demand)!.demand)
            return left.place == right.place ? $0.fill.id < $1.fill.id : left.place < right.place
        }
        var sought: [SoughtHours] = []
        for lease in cutLeases {
            let hour = max(start, lease.fill.window.start)
            let terms = soughtTerms(of: lease, from: hour)
            let position = Int64(sought.count)
            let demand = terms.map { terms in
                Demand(
                    id: DemandID(nextDemand.number + position), buyer: lease.fill.buyer, terms: terms,
                    place: Place(sequence: draft.sequence, position: position))
            }
            let quota = lease.fill.quantity.milli * (lease.end - hour) * 3600
            var account = lease.account
            let pieces = certain { () throws(AccountingFault) in try account.cut(quota) }
            emit(
                .leaseCut(
                    LeaseCut(
                        lease: lease.fill.lease, from: hour, quota: quota, reason: .withdrawn, sought: demand?.id)))
            // The provider goes, so that a lot gets its refund back even after its expiry.
            post(.cut(quota, of: lease.account, pieces, refunds: { _ in .lot }))
            guard let demand else { continue }
            let returned = pieces.reduce(Money.zero) { $1.isOwnMoney ? $0 + $1.missed : $0 }
            sought.append(
                SoughtHours(demand: demand, versions: orders.demand(lease.fill.demand)!.versions, returned: returned))
        }
        return sought
    }

    /// The rest of a lease as a demand: the same needs, home, reach and use, all or none at no worse price, and no other
    /// public money than the programmes that paid the lease. nil where nothing else could stand in its place: a
    /// demand for a single provider that goes on with this one, a line that is near the others of its bundle, or terms that
    /// are refused now.
    private func soughtTerms(of lease: LeaseEntry, from hour: Hour) -> DemandTerms? {
        let (fill, entry) = (lease.fill, orders.demand(lease.fill.demand)!)
        let old = entry.terms
        guard !entry.isNearOthers, !old.singleProvider || entry.fills == 1 && !entry.isOpen else { return nil }
        let paid = UnitPrice(unchecked: fill.priceSum / fill.window.hours + fill.chargeTariff.microYuan)
        let milli = fill.milliScu.map { Rounding.up.quotient(Int128(fill.quantity.milli) * Int128($0), 1_000) }
        let programmes = Set(fill.lotAmounts.map { lots[$0.lot]!.lot.programme }).sorted()
        let terms = try? DemandTerms(
            requirements: old.requirements,
            quantity: Quantity(milli.map { Int64(clamping: $0) } ?? fill.quantity.milli),
            window: Window(hour, lease.end), home: old.home, reach: old.reach,
            limit: UnitPrice((fill.milliScu.map { paid.per($0, .down) } ?? paid).microYuan),
            policy: FillPolicy(.fillOrKill), singleProvider: old.singleProvider, use: old.use,
            funding: programmes.isEmpty ? .ownMoney : .programmes(programmes), acceptsRelated: old.acceptsRelated,
            scu: old.scu.map { scu throws(Reason) in try ScuMeasure(precision: scu.precision, tolerance: .zero) })
        guard let terms, (try? check(terms)) != nil else { return nil }
        return terms
    }

    /// Looks for the hours of a lease that was cut: filled whole at no more than came back, or closed with the reason.
    private mutating func seek(_ hours: SoughtHours) -> Decision {
        emit(.demandAccepted(hours.demand, hours.versions))
        let entry = orders.demand(hours.demand.id)!
        var funding = fundingWalk(entry, free: hours.returned, holdsOwn: false)
        // It costs no more than the lease did, which was within bounds.
        change(hold: certain { () throws(Reason) in try funding.accept() })
        return match(entry.id, paid: funding)
    }
}

/// A demand in place of what was cut of a lease, and the own money that came back for it.
private struct SoughtHours {
    let demand: Demand
    /// What the lease's demand was pinned to.
    let versions: PinnedVersions
    let returned: Money
}

/// What was promised of an offer beyond what will be there, the latest first.
private struct ExcessPromises {
    var quotes: [DemandID] = []
    var leases: [LeaseID] = []
    var isEmpty: Bool { quotes.isEmpty && leases.isEmpty }
}

extension Exchange {
    /// Which quotes and leases of an offer must end so that no more than what is left is promised at any of the hours.
    private func excess(of id: OfferID, beyond plan: PlannedWithdrawal) -> ExcessPromises {
        let owed = leases.entries.filter { $0.fill.offer == id && !$0.isOver && $0.end > plan.window.start }
        let quoted = quotes.quotes.filter { quote in quote.fills.contains { $0.offer == id } }
        var hours = PromisedByHour(plan)
        for lease in owed { hours.add(lease.fill.quantity, over: lease.owed) }
        for fill in quoted.flatMap(\.fills) where fill.offer == id { hours.add(fill.quantity, over: fill.window) }
        var excess = ExcessPromises()
        for quote in quoted.reversed() {
            let fills = quote.fills.filter { $0.offer == id }
            guard fills.contains(where: { hours.isTooMuch(over: $0.window) }) else { continue }
            for fill in fills { hours.add(.zero - fill.quantity, over: fill.window) }
            excess.quotes.append(quote.id)
        }
        for lease in owed.reversed() where hours.isTooMuch(over: lease.owed) {
            hours.add(.zero - lease.fill.quantity, over: lease.owed)
            excess.leases.append(lease.fill.lease)
        }
        return excess
    }
}

/// What is promised of an offer at each hour of a planned withdrawal.
private struct PromisedByHour {
    private let plan: PlannedWithdrawal
    private var milli: [Int64]

    init(_ plan: PlannedWithdrawal) {
        self.plan = plan
        milli = [Int64](repeating: 0, count: Int(plan.window.hours))
    }

    mutating func add(_ quantity: Quantity, over window: Window) {
        for position in positions(window) { milli[position] += quantity.milli }
    }

    func isTooMuch(over window: Window) -> Bool { positions(window).contains { milli[$0] > plan.left.milli } }

    private func positions(_ window: Window) -> Range<Int> {
        let first = min(max(window.start, plan.window.start), plan.window.end)
        let last = max(min(window.end, plan.window.end), first)
        return Int(first - plan.window.start)..<Int(last - plan.window.start)
    }
}

extension SourcePiece {
    fileprivate var isOwnMoney: Bool {
        switch source {
        case .own, .transfer: true
        case .lot: false
        }
    }
}

// How events change what was cut.
extension Exchange {
    mutating func cut(_ cut: LeaseCut) {
        let lease = leases.entry(cut.lease)!
        var account = lease.account
        let pieces = certain { () throws(AccountingFault) in try account.cut(cut.quota) }
        leases.update(cut.lease) { entry in
            (entry.account, entry.end, entry.ended, entry.sought) = (account, cut.from, cut.reason, cut.sought)
        }
        for piece in pieces { refunded(piece, of: lease.fill, filledAt: lease.filledAt) }
        if market.isListed(lease.fill.offer) {
            market.release(
                lease.fill.offer, over: Window(unchecked: cut.from, lease.end), quantity: lease.fill.quantity)
        }
        queueReport(of: cut.lease)
    }
}
