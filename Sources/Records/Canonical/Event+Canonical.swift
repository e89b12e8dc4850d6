import Domain

extension EventKind: Canonical {}

extension Event: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.append(byte: kind.rawValue)
        switch self {
        case .zoneDefined(let zone): writer.write(zone)
        case .networkPublished(let version, let links): writer.write(version, links)
        case .conversionPublished(let version, let chips): writer.write(version, chips)
        case .policySet(let version, let policy): writer.write(version, policy)
        case .instanceTypeDefined(let type): writer.write(type)
        case .partyRegistered(let party, let registration): writer.write(party, registration)
        case .partyApproved(let party, let person): writer.write(party, person)
        case .partyAdmitted(let party): writer.write(party)
        case .ownershipRecorded(let ownership): writer.write(ownership)
        case .relationRecorded(let kind, let one, let other): writer.write(kind, one, other)
        case .accountOpened(let id, let account): writer.write(id, account)
        case .depositRecorded(let deposit): writer.write(deposit)
        case .payoutRequested(let payout, let party, let amount, let person):
            writer.write(payout, party, amount, person)
        case .payoutApproved(let payout, let reference, let person): writer.write(payout, reference, person)
        case .programmeProposed(let programme, let version, let definition, let person):
            writer.write(programme, version, definition, person)
        case .programmeApproved(let programme, let version, let person): writer.write(programme, version, person)
        case .poolAuthorised(let programme, let amounts): writer.write(programme, amounts)
        case .voucherEvaluated(let decision): writer.write(decision)
        case .lotIssued(let lot): writer.write(lot)
        case .lotExpired(let lot, let amounts, let destination): writer.write(lot, amounts, destination)
        case .offerListed(let offer): writer.write(offer)
        case .offerClosed(let offer, let reason): writer.write(offer, reason)
        case .demandAccepted(let demand, let versions): writer.write(demand, versions)
        case .holdSet(let hold): writer.write(hold)
        case .filled(let fill): writer.write(fill)
        case .fillEvaluated(let evaluation): writer.write(evaluation)
        case .demandRested(let demand, let open): writer.write(demand, open)
        case .demandClosed(let demand, let reason): writer.write(demand, reason)
        case .delivered(let delivery): writer.write(delivery)
        case .earningMatured(let lease, let amount): writer.write(lease, amount)
        case .leaseEnded(let lease, let reason): writer.write(lease, reason)
        case .claimed(let lease, let claims): writer.write(lease, claims)
        case .clockAdvanced(let stamp): writer.write(stamp)
        case .referencesPublished(let version, let prices): writer.write(version, prices)
        case .demandAmended(let demand, let versions, let open): writer.write(demand, versions, open)
        case .offerAmended(let offer): writer.write(offer)
        case .batchPolicySet(let version, let policy): writer.write(version, policy)
        case .batchCalled(let batch): writer.write(batch)
        case .batchClosed(let batch, let outcome): writer.write(batch, outcome)
        case .batchRoundHeld(let round, let next): writer.write(round, next)
        case .halted(let halt), .resumed(let halt): writer.write(halt)
        case .safetyPolicySet(let version, let policy): writer.write(version, policy)
        case .verified(let verification, let person): writer.write(verification, person)
        case .verificationFailed(let subject, let evidence, let person): writer.write(subject, evidence, person)
        case .verificationLapsed(let subject): writer.write(subject)
        case .quotePolicySet(let version, let policy): writer.write(version, policy)
        case .demandQuoted(let quote): writer.write(quote)
        case .quoteTaken(let demand, let open): writer.write(demand, open)
        case .bundleAccepted(let bundle): writer.write(bundle)
        case .batchRoundAwaits(let round, let batches, let next): writer.write(round, batches, next)
        case .leaseCut(let cut): writer.write(cut)
        }
    }
}
