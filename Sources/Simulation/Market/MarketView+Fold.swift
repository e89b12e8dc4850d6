import Domain
import Records

extension MarketView {
    mutating func fold(_ record: Record) {
        time = max(time, record.header.stamp)
        for event in record.events { fold(event) }
    }

    private mutating func fold(_ event: Event) {
        switch event {
        case .zoneDefined(let zone): zones.append(zone)
        case .conversionPublished(_, let table): chips = table
        case .policySet(_, let set): policy = set
        case .instanceTypeDefined(let type): types.append(type)
        case .partyRegistered(let id, let registration): register(id, registration)
        case .partyAdmitted(let id): admit(id)
        case .depositRecorded(let deposit): references.append(deposit.reference)
        case .payoutRequested(let id, _, _, _):
            payouts.append(id)
            payoutCount += 1
        case .payoutApproved(let id, let reference, _):
            payouts.removeAll { $0 == id }
            references.append(reference)
        case .programmeProposed(let id, let version, let definition, let person):
            propose(id, version, definition, person)
        case .programmeApproved(let id, let version, _):
            proposals.removeAll { $0.programme == id && $0.version == version }
            if !live.contains(id) { live.append(id) }
        case .lotIssued(let lot):
            let key = ProgrammeVersionKey(programme: lot.programme, version: lot.programmeVersion)
            lotModes[lot.id] = modes[key]
        case .offerListed(let offer):
            offers.insert(offer.id)
            offerOwners[offer.id] = offer.provider
            offerTerms[offer.id] = offer.terms
        case .offerAmended(let offer): offerTerms[offer.id] = offer.terms
        case .offerClosed(let id, _):
            offers.remove(id)
            offerTerms[id] = nil
        case .demandAccepted(let demand, _):
            demandOwners[demand.id] = demand.buyer
            demandTerms[demand.id] = demand.terms
        case .demandAmended(let demand, _, _): demandTerms[demand.id] = demand.terms
        case .batchCalled(let batch): batches.append(batch)
        case .batchClosed(let id, _): batches.removeAll { $0.id == id }
        case .halted(let halt): halts.append(halt)
        case .verified(let verification, _): failedVerifications.removeAll { $0 == verification.subject }
        case .verificationFailed(let subject, _, _), .verificationLapsed(let subject):
            if !failedVerifications.contains(subject) { failedVerifications.append(subject) }
        case .resumed(let halt): halts.removeAll { $0.scope == halt.scope }
        case .demandQuoted(let quote):
            quotes.append(quote)
            demandOwners[quote.id] = quote.demand.buyer
        case .quoteTaken(let demand, _):
            quotes.removeAll { $0.id == demand.id }
            demandTerms[demand.id] = demand.terms
        case .bundleAccepted(let bundle): bundleLines.formUnion(bundle.lines)
        case .demandRested(let id, _): demands.insert(id)
        case .demandClosed(let id, _):
            demands.remove(id)
            bundleLines.remove(id)
            demandTerms[id] = nil
            quotes.removeAll { $0.id == id }
        case .filled(let fill): begin(fill)
        case .delivered(let delivery): deliver(delivery)
        case .leaseCut(let cut): self.cut(cut)
        case .earningMatured(let id, _): if leases[id]?.mode != nil { claimable.insert(id) }
        case .claimed(let id, _): claimable.remove(id)
        case .clockAdvanced(let instant): time = max(time, instant)
        case .networkPublished, .partyApproved, .ownershipRecorded, .relationRecorded, .accountOpened, .poolAuthorised,
            .voucherEvaluated, .lotExpired, .holdSet, .fillEvaluated, .leaseEnded, .referencesPublished,
            .batchPolicySet, .batchRoundHeld, .batchRoundAwaits, .safetyPolicySet, .quotePolicySet:
            break
        }
    }

    private mutating func register(_ id: PartyID, _ registration: PartyRegistration) {
        registered.append(id)
        unadmitted.insert(id)
        if registration.buys { buys.insert(id) }
        if registration.provides { provides.insert(id) }
        codes[id] = registration.creditCode
    }

    private mutating func admit(_ id: PartyID) {
        unadmitted.remove(id)
        if buys.contains(id) { buyers.append(id) }
        if provides.contains(id) { providers.append(id) }
    }

    private mutating func propose(
        _ id: ProgrammeID, _ version: Int64, _ definition: ProgrammeDefinition, _ person: PersonID
    ) {
        if version == 1 { definitions.append(definition) }
        proposals.append(Proposal(programme: id, version: version, proposer: person))
        modes[ProgrammeVersionKey(programme: id, version: version)] = definition.mode
    }

    private mutating func begin(_ fill: Fill) {
        let lots = fill.shares.compactMap { share -> LotID? in
            if case .lot(let lot, _) = share.source { lot } else { nil }
        }
        leases[fill.lease] = ObservedLease(
            buyer: fill.buyer, provider: fill.provider, offer: fill.offer, quantity: fill.quantity,
            endSecond: fill.window.end * 3600,
            mode: lots.first.flatMap { lotModes[$0] }, reportedUntil: fill.window.start * 3600)
        running.insert(fill.lease)
    }

    private mutating func cut(_ cut: LeaseCut) {
        leases[cut.lease]?.endSecond = cut.from * 3600
        guard let lease = leases[cut.lease], lease.reportedUntil >= lease.endSecond else { return }
        running.remove(cut.lease)
        failing.remove(cut.lease)
    }

    private mutating func deliver(_ delivery: Delivery) {
        guard var lease = leases[delivery.lease] else { return }
        lease.reportedUntil = delivery.untilSecond
        lease.missed += delivery.missed
        leases[delivery.lease] = lease
        if lease.reportedUntil >= lease.endSecond {
            running.remove(delivery.lease)
            failing.remove(delivery.lease)
        } else if lease.missed >= policy.missedHoursToEnd * 3600 * lease.quantity.milli {
            failing.insert(delivery.lease)
        }
    }
}
