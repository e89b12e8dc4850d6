import Accounting
import Domain
import Matching
import Programmes
import Records

extension Exchange {
    /// Lets an event happen. Deciding and recovery both come through here, and it asks no rule.
    mutating func fold(_ event: Event) {
        switch event {
        case .zoneDefined(let zone):
            catalogue.add(zone)
            market.define(zone: zone)
        case .networkPublished(let version, let links):
            catalogue.publish(links, version: version)
            market.publish(links: links, version: version)
        case .conversionPublished(let version, let chips):
            let table = ConversionTable(version: version, chips: chips)
            catalogue.publish(table)
            market.publish(conversion: table)
        case .policySet(let version, let policy): set(policy, version)
        case .instanceTypeDefined(let type):
            catalogue.add(type)
            market.define(instanceType: type)
        case .partyRegistered(let id, let registration):
            parties.add(id, registration)
            if registration.provides { blockSelf(id) }
        case .partyApproved(let id, let person): parties.approve(id, by: person)
        case .partyAdmitted(let id): parties.admit(id)
        case .ownershipRecorded(let ownership):
            parties.record(ownership)
            relationsChanged(around: ownership.owner)
            ownersChanged()
        case .relationRecorded(let kind, let first, let second):
            parties.record(kind, first, second)
            relationsChanged(around: first)
        case .accountOpened, .voucherEvaluated: break
        case .depositRecorded(let deposit): payouts.use(deposit.reference)
        case .payoutRequested(let id, let party, let amount, let person):
            payouts.add(PayoutEntry(id: id, party: party, amount: amount, requester: person))
        case .payoutApproved(let id, let reference, let person):
            payouts.approve(id, by: person, reference: reference)
        case .programmeProposed(let id, let version, let definition, let person):
            programmes.propose(id, version: version, definition, by: person)
        case .programmeApproved(let id, let version, let person):
            programmes.approve(id, version: version, by: person)
        case .poolAuthorised(let id, let amounts): certain { () throws(Reason) in try pools.add(amounts, to: id) }
        case .lotIssued(let lot): issued(lot)
        case .lotExpired(let lot, let amounts, let breakage): expired(lot, amounts, breakage)
        case .offerListed(let offer): listed(offer)
        case .offerClosed(let id, let reason):
            orders.close(id, reason)
            market.withdraw(id)
            asksChanged(orders.offer(id)!.offer)
        case .demandAccepted(let demand, let versions): accepted(demand, versions)
        case .holdSet(let hold): set(hold)
        case .filled(let fill): filled(fill)
        case .fillEvaluated(let evaluation): evaluated(evaluation)
        case .demandRested(let id, _): rested(id)
        case .demandClosed(let id, let reason): closed(id, reason)
        case .delivered(let delivery): delivered(delivery)
        case .earningMatured(let id, _):
            leases.update(id) { lease in
                _ = lease.account.mature(until: lease.account.nextMaturity ?? .epoch)
            }
            queueMaturity(of: id)
        case .leaseEnded(let id, let reason): leases.update(id) { $0.ended = reason }
        case .claimed(let id, let claims):
            certain { () throws(AccountingFault) in
                var account = leases.entry(id)!.account
                try account.claim(claims)
                leases.update(id) { $0.account = account }
            }
        case .clockAdvanced(let instant): marketTime = instant
        case .referencesPublished(let version, let prices): published(prices, version)
        case .demandAmended(let demand, let versions, _): amended(demand, versions)
        case .offerAmended(let offer): amended(offer)
        case .batchPolicySet(let version, let policy): set(policy, version)
        case .batchCalled(let batch): called(batch)
        case .batchClosed(let id, _): closed(id)
        case .batchRoundHeld(let round, let next): held(round: round, next: next)
        case .batchRoundAwaits(let round, let batches, let next): awaits(batches, round: round, next: next)
        case .halted(let halt): halted(halt)
        case .resumed(let halt): resumed(halt.scope)
        case .safetyPolicySet(let version, let policy): safety.set(policy, version: version)
        case .verified(let verification, _): verified(verification)
        case .verificationFailed(let subject, _, let person): set(.failed(by: person), of: subject)
        case .verificationLapsed(let subject): set(.lapsed, of: subject)
        case .quotePolicySet(let version, let policy): quotes.set(policy, version: version)
        case .demandQuoted(let quote): quoted(quote)
        case .quoteTaken(let demand, let open): taken(demand, open: open)
        case .bundleAccepted(let bundle): bundles.add(bundle)
        case .leaseCut(let cut): self.cut(cut)
        }
    }

    private mutating func set(_ policy: MarketPolicy, _ version: Int64) {
        if policy.priceRule != catalogue.policy.priceRule { market = emptyMarket(rule: policy.priceRule) }
        catalogue.set(policy, version: version)
    }

    /// The market without offers and demands: a price rule is set before there are any.
    private func emptyMarket(rule: PriceRule) -> MarketBook {
        var market = MarketBook(rule: rule, clock: .shanghai)
        for zone in catalogue.zones { market.define(zone: zone) }
        if catalogue.networkVersion > 0 {
            market.publish(links: catalogue.links, version: catalogue.networkVersion)
        }
        for table in catalogue.conversions.dropFirst() { market.publish(conversion: table) }
        for type in catalogue.types { market.define(instanceType: type) }
        market.use(pairs: pairs)
        market.setHalted(halts.isMarketHalted)
        return market
    }
}
