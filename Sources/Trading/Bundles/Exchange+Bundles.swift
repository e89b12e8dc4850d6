import Accounting
import Domain
import Matching
import Records

extension Exchange {
    /// Accepts the lines of a bundle, each as a demand, and fills all of them or none; one that may rest rests whole.
    ///
    /// Errors: `seatForbidden`, `notAdmitted`, those of `submitDemand` for its lines in their order, `openOrdersTooMany`,
    /// `overflow`, `fundsInsufficient` (for all lines together).
    mutating func submitBundle(_ terms: BundleTerms) throws(Reason) {
        let buyer = try actingParty(.buyer)
        let (bundle, entries) = try lines(of: terms, for: buyer.id)
        let holds = try holds(accepting: entries)
        emit(.bundleAccepted(bundle))
        for (entry, hold) in zip(entries, holds) {
            emit(.demandAccepted(entry.demand, entry.versions))
            change(hold: hold)
        }
        var queue = RematchQueue()
        decide(bundle, &queue)
        settle(queue)
    }

    /// The lines that a bundle would have in this record, holding nothing yet. Errors: those of `submitDemand` for its lines
    /// in their order but seat and money, `openOrdersTooMany`.
    func lines(of terms: BundleTerms, for buyer: PartyID) throws(Reason) -> (Bundle, [DemandEntry]) {
        for line in terms.lines { try check(line) }
        try checkRoom(for: terms.lines, of: buyer)
        let bundle = Bundle(id: nextDemand, count: Int64(terms.lines.count), bond: terms.bond)
        let entries = zip(bundle.lines, terms.lines).enumerated().map { position, line in
            let place = Place(sequence: draft.sequence, position: Int64(position))
            return DemandEntry(Demand(id: line.0, buyer: buyer, terms: line.1, place: place), versions)
        }
        return (bundle, entries)
    }

    /// Fills all lines of a bundle, or decides what becomes of it. Whom its fills concern joins the queue, as after those
    /// of any demand. Returns whether it ended.
    @discardableResult
    private mutating func decide(_ bundle: Bundle, _ queue: inout RematchQueue) -> Bool {
        switch attempt(bundle) {
        case .fills(let lines):
            for line in lines {
                for (fill, funded) in zip(line.decision.fills, line.funding) { make(fill, funded, of: line.id) }
                close(demand: line.id, nil)
                queue.append(line.decision, in: market)
            }
            return true
        case .short(let line):
            return leave(bundle, short: line.id, line.decision.residual)
        }
    }

    /// What becomes of a bundle of which a line is short. Returns whether it ended.
    private mutating func leave(_ bundle: Bundle, short: DemandID, _ residual: Residual) -> Bool {
        let entry = orders.demand(bundle.id)!
        if entry.terms.policy.immediate {
            guard case .cancel(let reason) = residual else { preconditionFailure("what is immediate does not rest") }
            for line in bundle.lines { end(demand: line, line == short ? reason : .bundleUnfilled) }
            return true
        }
        if pairs.concerns(buyer(of: bundle)), case .fills = attempt(bundle, liftingBlocks: true) {
            close(demand: bundle.id, .wouldCrossBlock)
            return true
        }
        guard !entry.rests else { return false }
        for line in bundle.lines { emit(.demandRested(line, open: orders.demand(line)!.open)) }
        return false
    }
}

/// How much of a record was known when a bundle was decided.
struct SeenByBundle: Equatable {
    var touched = 0
    var changes = 0
    var transfers = 0
}

// Bundles at rest are decided again when something happened that may let all of their lines be filled.
extension Exchange {
    /// Notes which offers an event makes more or less of, and whether it may concern any bundle.
    mutating func noteForBundles(_ event: Event) {
        switch event {
        case .offerListed(let offer), .offerAmended(let offer): draft.touched.append(offer.id)
        case .offerClosed(let offer, _): draft.touched.append(offer)
        case .filled(let fill): draft.touched.append(fill.offer)
        case .leaseCut(let cut): draft.touched.append(leases.entry(cut.lease)!.fill.offer)
        case .demandQuoted(let quote): draft.touched += quote.fills.map(\.offer)
        case .batchCalled, .batchClosed, .halted, .resumed, .verified, .verificationFailed, .verificationLapsed,
            .ownershipRecorded, .relationRecorded, .lotIssued, .lotExpired, .programmeApproved:
            draft.changes += 1
        default: break
        }
    }

    /// Decides the bundles at rest that what has happened in this record concerns, in order of place, and after each that
    /// is filled the demands that its fills concern.
    ///
    /// - Returns: whether one of them was filled, or ended.
    /// - Complexity: O(bundles at rest × what happened) beside their attempts.
    mutating func settleBundles() -> Bool {
        var (queue, hasEnded) = (RematchQueue(), false)
        while endBundle(before: nil, &queue) {
            hasEnded = true
            settle(queue)
            queue = RematchQueue()
        }
        return hasEnded
    }

    /// Decides such bundles, in order of place, until one of them is filled or ends.
    ///
    /// - Parameter place: only those of earlier places; nil for all.
    /// - Returns: whether one was or did.
    mutating func endBundle(before place: Place?, _ queue: inout RematchQueue) -> Bool {
        guard !bundles.isEmpty else { return false }
        while let bundle = nextBundle(before: place) {
            draft.bundlesSeen[bundle.id] = seenNow
            if decide(bundle, &queue) { return true }
        }
        return false
    }

    private var seenNow: SeenByBundle {
        SeenByBundle(touched: draft.touched.count, changes: draft.changes, transfers: draft.transfers.count)
    }

    private mutating func nextBundle(before place: Place?) -> Bundle? {
        for bundle in bundles.open {
            let first = orders.demand(bundle.id)!
            if let place, first.demand.place >= place { return nil }
            guard first.rests, draft.bundlesSeen[bundle.id] != seenNow else { continue }
            if isConcerned(bundle) { return bundle }
            draft.bundlesSeen[bundle.id] = seenNow
        }
        return nil
    }

    /// Where a clock has jumped beyond the last hour that a line could start with, it gets nothing more.
    private func isConcerned(_ bundle: Bundle) -> Bool {
        let seen = draft.bundlesSeen[bundle.id]
        let (since, terms) = (seen ?? SeenByBundle(), bundle.lines.map { orders.demand($0)!.terms })
        guard terms.allSatisfy({ $0.latestStart >= draft.stamp.nextHour }) else { return false }
        if draft.changes > since.changes { return true }
        if seen == nil, draft.stamp.nextHour > lastStamp.nextHour, terms.contains(where: { $0.chosenHours != nil }) {
            return true
        }
        let buyer = buyer(of: bundle)
        let freed = draft.transfers[since.transfers...].contains { transfer in
            let account = ledger[transfer.credit]!.account
            return account.role == .free && account.owner == .party(buyer)
        }
        return freed || draft.touched[since.touched...].contains { id in terms.contains { mayServe($0, id) } }
    }

    /// Whether an offer has the type, zone and hours that a line asks for.
    private func mayServe(_ terms: DemandTerms, _ id: OfferID) -> Bool {
        let offer = orders.offer(id)!.offer.terms
        let span = offer.schedule.span
        return span.start < terms.window.end && terms.window.start < span.end
            && terms.requirements.admits(catalogue.type(offer.instanceType)!)
            && catalogue.contains(offer.zone, home: terms.home, level: terms.reach.level)
    }
}
