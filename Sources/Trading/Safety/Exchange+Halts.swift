import Domain
import Matching
import Programmes
import Records

// Halts stop matching, never orders: everything can be submitted, amended and cancelled.
extension Exchange {
    /// Stops what a scope covers. One person does, since haste is safety. Demands rest on; less supply may let an
    /// all-or-none demand fill from others.
    ///
    /// Errors: `seatForbidden`, `unknownZone`, `unknownParty`, `unknownProgramme`, `nothingChanged` (it is halted).
    mutating func halt(_ scope: HaltScope, _ note: Commitment) throws(Reason) {
        try require(.operator)
        try checkNames(scope)
        guard halts.halt(of: scope) == nil else { throw .nothingChanged }
        let queue = RematchQueue(reducing: openOffers(in: scope).filter { !market.isSuspended($0) }, in: market)
        emit(.halted(Halt(scope: scope, note: note, person: draft.actor.person)))
        settle(queue)
        if case .programme(let programme) = scope { settle(RematchQueue(deciding: demands(ofHolders: programme))) }
    }

    /// Lets what a scope covers match again: another person than the one who stopped it. The demands at rest that this
    /// concerns are decided in order of place, so that no book rests crossed.
    ///
    /// Errors: `seatForbidden`, `unknownZone`, `unknownParty`, `unknownProgramme`, `nothingChanged` (it is not halted),
    /// `samePerson`.
    mutating func resume(_ scope: HaltScope, _ note: Commitment) throws(Reason) {
        try require(.operator)
        try checkNames(scope)
        guard let halt = halts.halt(of: scope) else { throw .nothingChanged }
        guard halt.person != draft.actor.person else { throw .samePerson }
        let offers = openOffers(in: scope)
        emit(.resumed(Halt(scope: scope, note: note, person: draft.actor.person)))
        settleAfter(resuming: scope, offers)
    }

    private mutating func settleAfter(resuming scope: HaltScope, _ offers: [OfferID]) {
        switch scope {
        case .market: settle(RematchQueue(deciding: market.restingDemands))
        case .region, .provider: settle(meeting: offers)
        case .programme(let programme): settle(RematchQueue(deciding: demands(ofHolders: programme)))
        }
    }

    /// Decides the demands at rest that meet any of these offers, in order of place.
    mutating func settle(meeting offers: [OfferID]) {
        let met = Set(offers.filter { !market.isSuspended($0) }.flatMap { market.restingDemands(meeting: $0) })
        settle(RematchQueue(deciding: inOrderOfPlace(Array(met))))
    }

    private func checkNames(_ scope: HaltScope) throws(Reason) {
        switch scope {
        case .market: break
        case .region(let zone): if catalogue.zone(zone) == nil { throw .unknownZone }
        case .provider(let party): if parties.entry(party)?.registration.provides != true { throw .unknownParty }
        case .programme(let programme): if programmes.entry(programme) == nil { throw .unknownProgramme }
        }
    }

    /// The open offers that a region or a provider covers, in order of number. Complexity: O(n log n) in open offers.
    private func openOffers(in scope: HaltScope) -> [OfferID] {
        switch scope {
        case .market, .programme: []
        case .region(let zone):
            orders.openOffers.filter { catalogue.contains(orders.offer($0)!.offer.terms.zone, within: zone) }
        case .provider(let party): orders.openOffers(of: party)
        }
    }

    /// The demands at rest of those who have a lot of a programme, in order of place. Complexity: O(lots).
    private func demands(ofHolders programme: ProgrammeID) -> [DemandID] {
        let holders = Set(lots.all.filter { $0.lot.programme == programme }.map(\.lot.holder))
        return inOrderOfPlace(holders.flatMap { orders.resting(of: $0) })
    }
}

extension Exchange {
    /// The halts in force, in order of their records.
    public var haltsInForce: [Halt] { halts.inForce }

    /// Whether a demand waits since it holds a lot of a halted programme: nobody is to pay in full what was to be
    /// subsidised because a programme stands still.
    func waits(_ demand: DemandEntry) -> Bool {
        !halts.inForce.isEmpty && demand.hold.lots.contains { halts.covers(lots[$0.lot]!.lot.programme) }
    }

    /// The halts that keep a demand from what it could have: of the market, and of programmes whose lots could pay.
    func halts(concerning demand: DemandEntry) -> [HaltScope] {
        guard !halts.inForce.isEmpty else { return [] }
        let (buyer, terms) = (demand.demand.buyer, demand.terms)
        let paying = lots.lots(of: buyer, funding: terms.funding, payingFor: terms.window, at: now).map(\.lot.programme)
        let held = demand.hold.lots.map { lots[$0.lot]!.lot.programme }
        return halts.inForce.map(\.scope).filter { scope in
            switch scope {
            case .market: true
            case .region, .provider: false
            case .programme(let programme): (paying + held).contains(programme)
            }
        }
    }
}

// How events change what is halted.
extension Exchange {
    mutating func halted(_ halt: Halt) {
        halts.add(halt)
        suspend(by: halt.scope)
    }

    mutating func resumed(_ scope: HaltScope) {
        halts.remove(scope)
        suspend(by: scope)
    }

    private mutating func suspend(by scope: HaltScope) {
        market.setHalted(halts.isMarketHalted)
        for offer in openOffers(in: scope) { setSuspension(of: offer) }
    }

    /// Takes an open offer out of the market's reach, or puts it back, as the facts stand.
    mutating func setSuspension(of id: OfferID) {
        if isSuspended(orders.offer(id)!.offer) { market.suspend(id) } else { market.resume(id) }
    }

    func isSuspended(_ offer: Offer) -> Bool {
        halts.covers(offer, catalogue) || verifications.suspends(offer)
    }
}
