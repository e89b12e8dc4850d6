import Domain
import Records

extension Event: Generated {
    static func generate(_ make: inout Generator) -> Self { make.event(make()) }
}

extension Generator {
    mutating func event(_ kind: EventKind) -> Event {
        switch kind {
        case .zoneDefined: .zoneDefined(self())
        case .networkPublished: .networkPublished(version: self(), self())
        case .conversionPublished: .conversionPublished(version: self(), self())
        case .policySet: .policySet(version: self(), self())
        case .instanceTypeDefined: .instanceTypeDefined(self())
        case .partyRegistered: .partyRegistered(self(), self())
        case .partyApproved: .partyApproved(self(), by: self())
        case .partyAdmitted: .partyAdmitted(self())
        case .ownershipRecorded: .ownershipRecorded(self())
        case .relationRecorded: .relationRecorded(self(), self(), self())
        case .accountOpened: .accountOpened(self(), self())
        case .depositRecorded: .depositRecorded(self())
        case .payoutRequested: .payoutRequested(self(), self(), self(), by: self())
        case .payoutApproved: .payoutApproved(self(), bankReference: self(), by: self())
        case .programmeProposed: .programmeProposed(self(), version: self(), self(), by: self())
        case .programmeApproved: .programmeApproved(self(), version: self(), by: self())
        case .poolAuthorised: .poolAuthorised(self(), self())
        case .voucherEvaluated: .voucherEvaluated(self())
        case .lotIssued: .lotIssued(self())
        case .lotExpired: .lotExpired(self(), self(), to: self())
        case .offerListed: .offerListed(self())
        case .offerClosed: .offerClosed(self(), self())
        case .demandAccepted: .demandAccepted(self(), self())
        case .holdSet: .holdSet(self())
        case .filled: .filled(self())
        case .fillEvaluated: .fillEvaluated(self())
        case .demandRested: .demandRested(self(), open: self())
        case .demandClosed: .demandClosed(self(), self())
        case .delivered: .delivered(self())
        case .earningMatured: .earningMatured(self(), self())
        case .leaseEnded: .leaseEnded(self(), self())
        case .claimed: .claimed(self(), self())
        case .clockAdvanced: .clockAdvanced(self())
        case .referencesPublished: .referencesPublished(version: self(), self())
        case .demandAmended: .demandAmended(self(), self(), open: self())
        case .offerAmended: .offerAmended(self())
        case .batchPolicySet: .batchPolicySet(version: self(), self())
        case .batchCalled: .batchCalled(self())
        case .batchClosed: .batchClosed(self(), self())
        case .batchRoundHeld: .batchRoundHeld(round: self(), next: self())
        case .halted: .halted(self())
        case .resumed: .resumed(self())
        case .safetyPolicySet: .safetyPolicySet(version: self(), self())
        case .verified: .verified(self(), by: self())
        case .verificationFailed: .verificationFailed(self(), evidence: self(), by: self())
        case .verificationLapsed: .verificationLapsed(self())
        case .quotePolicySet: .quotePolicySet(version: self(), self())
        case .demandQuoted: .demandQuoted(self())
        case .quoteTaken: .quoteTaken(self(), open: self())
        case .bundleAccepted: .bundleAccepted(self())
        case .batchRoundAwaits: .batchRoundAwaits(round: self(), self(), next: self())
        case .leaseCut: .leaseCut(self())
        }
    }
}
