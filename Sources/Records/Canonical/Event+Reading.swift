import Domain

extension Event {
    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        switch try reader.read(EventKind.self) {
        case .zoneDefined: self = .zoneDefined(try reader.read())
        case .networkPublished: self = .networkPublished(version: try reader.read(), try reader.read())
        case .conversionPublished: self = .conversionPublished(version: try reader.read(), try reader.read())
        case .policySet: self = .policySet(version: try reader.read(), try reader.read())
        case .instanceTypeDefined: self = .instanceTypeDefined(try reader.read())
        case .partyRegistered: self = .partyRegistered(try reader.read(), try reader.read())
        case .partyApproved: self = .partyApproved(try reader.read(), by: try reader.read())
        case .partyAdmitted: self = .partyAdmitted(try reader.read())
        case .ownershipRecorded: self = .ownershipRecorded(try reader.read())
        case .relationRecorded:
            self = .relationRecorded(try reader.read(), try reader.read(), try reader.read())
        case .accountOpened: self = .accountOpened(try reader.read(), try reader.read())
        case .depositRecorded: self = .depositRecorded(try reader.read())
        case .payoutRequested:
            self = .payoutRequested(try reader.read(), try reader.read(), try reader.read(), by: try reader.read())
        case .payoutApproved:
            self = .payoutApproved(try reader.read(), bankReference: try reader.read(), by: try reader.read())
        case .programmeProposed:
            self = .programmeProposed(
                try reader.read(), version: try reader.read(), try reader.read(), by: try reader.read())
        case .programmeApproved:
            self = .programmeApproved(try reader.read(), version: try reader.read(), by: try reader.read())
        case .poolAuthorised: self = .poolAuthorised(try reader.read(), try reader.read())
        case .voucherEvaluated: self = .voucherEvaluated(try reader.read())
        case .lotIssued: self = .lotIssued(try reader.read())
        case .lotExpired: self = .lotExpired(try reader.read(), try reader.read(), to: try reader.read())
        case .offerListed: self = .offerListed(try reader.read())
        case .offerClosed: self = .offerClosed(try reader.read(), try reader.read())
        case .demandAccepted: self = .demandAccepted(try reader.read(), try reader.read())
        case .holdSet: self = .holdSet(try reader.read())
        case .filled: self = .filled(try reader.read())
        case .fillEvaluated: self = .fillEvaluated(try reader.read())
        case .demandRested: self = .demandRested(try reader.read(), open: try reader.read())
        case .demandClosed: self = .demandClosed(try reader.read(), try reader.read())
        case .delivered: self = .delivered(try reader.read())
        case .earningMatured: self = .earningMatured(try reader.read(), try reader.read())
        case .leaseEnded: self = .leaseEnded(try reader.read(), try reader.read())
        case .claimed: self = .claimed(try reader.read(), try reader.read())
        case .clockAdvanced: self = .clockAdvanced(try reader.read())
        case .referencesPublished: self = .referencesPublished(version: try reader.read(), try reader.read())
        case .demandAmended: self = .demandAmended(try reader.read(), try reader.read(), open: try reader.read())
        case .offerAmended: self = .offerAmended(try reader.read())
        case .batchPolicySet: self = .batchPolicySet(version: try reader.read(), try reader.read())
        case .batchCalled: self = .batchCalled(try reader.read())
        case .batchClosed: self = .batchClosed(try reader.read(), try reader.read())
        case .batchRoundHeld: self = .batchRoundHeld(round: try reader.read(), next: try reader.read())
        case .halted: self = .halted(try reader.read())
        case .resumed: self = .resumed(try reader.read())
        case .safetyPolicySet: self = .safetyPolicySet(version: try reader.read(), try reader.read())
        case .verified: self = .verified(try reader.read(), by: try reader.read())
        case .verificationFailed:
            self = .verificationFailed(try reader.read(), evidence: try reader.read(), by: try reader.read())
        case .verificationLapsed: self = .verificationLapsed(try reader.read())
        case .quotePolicySet: self = .quotePolicySet(version: try reader.read(), try reader.read())
        case .demandQuoted: self = .demandQuoted(try reader.read())
        case .quoteTaken: self = .quoteTaken(try reader.read(), open: try reader.read())
        case .bundleAccepted: self = .bundleAccepted(try reader.read())
        case .batchRoundAwaits:
            self = .batchRoundAwaits(round: try reader.read(), try reader.read(), next: try reader.read())
        case .leaseCut: self = .leaseCut(try reader.read())
        }
    }
}
