/// The kind of an event: its number in canonical bytes and its name in tables.
///
/// The position of a case never changes; new ones go at the end.
public enum EventKind: UInt8, Sendable, CaseIterable {
    case zoneDefined
    case networkPublished
    case conversionPublished
    case policySet
    case instanceTypeDefined
    case partyRegistered
    case partyApproved
    case partyAdmitted
    case ownershipRecorded
    case relationRecorded
    case accountOpened
    case depositRecorded
    case payoutRequested
    case payoutApproved
    case programmeProposed
    case programmeApproved
    case poolAuthorised
    case voucherEvaluated
    case lotIssued
    case lotExpired
    case offerListed
    case offerClosed
    case demandAccepted
    case holdSet
    case filled
    case fillEvaluated
    case demandRested
    case demandClosed
    case delivered
    case earningMatured
    case leaseEnded
    case claimed
    case clockAdvanced
    case referencesPublished
    case demandAmended
    case offerAmended
    case batchPolicySet
    case batchCalled
    case batchClosed
    case batchRoundHeld
    case halted
    case resumed
    case safetyPolicySet
    case verified
    case verificationFailed
    case verificationLapsed
    case quotePolicySet
    case demandQuoted
    case quoteTaken
    case bundleAccepted
    case batchRoundAwaits
    case leaseCut
}

extension Event {
    public var kind: EventKind {
        switch self {
        case .zoneDefined: .zoneDefined
        case .networkPublished: .networkPublished
        case .conversionPublished: .conversionPublished
        case .policySet: .policySet
        case .instanceTypeDefined: .instanceTypeDefined
        case .partyRegistered: .partyRegistered
        case .partyApproved: .partyApproved
        case .partyAdmitted: .partyAdmitted
        case .ownershipRecorded: .ownershipRecorded
        case .relationRecorded: .relationRecorded
        case .accountOpened: .accountOpened
        case .depositRecorded: .depositRecorded
        case .payoutRequested: .payoutRequested
        case .payoutApproved: .payoutApproved
        case .programmeProposed: .programmeProposed
        case .programmeApproved: .programmeApproved
        case .poolAuthorised: .poolAuthorised
        case .voucherEvaluated: .voucherEvaluated
        case .lotIssued: .lotIssued
        case .lotExpired: .lotExpired
        case .offerListed: .offerListed
        case .offerClosed: .offerClosed
        case .demandAccepted: .demandAccepted
        case .holdSet: .holdSet
        case .filled: .filled
        case .fillEvaluated: .fillEvaluated
        case .demandRested: .demandRested
        case .demandClosed: .demandClosed
        case .delivered: .delivered
        case .earningMatured: .earningMatured
        case .leaseEnded: .leaseEnded
        case .claimed: .claimed
        case .clockAdvanced: .clockAdvanced
        case .referencesPublished: .referencesPublished
        case .demandAmended: .demandAmended
        case .offerAmended: .offerAmended
        case .batchPolicySet: .batchPolicySet
        case .batchCalled: .batchCalled
        case .batchClosed: .batchClosed
        case .batchRoundHeld: .batchRoundHeld
        case .halted: .halted
        case .resumed: .resumed
        case .safetyPolicySet: .safetyPolicySet
        case .verified: .verified
        case .verificationFailed: .verificationFailed
        case .verificationLapsed: .verificationLapsed
        case .quotePolicySet: .quotePolicySet
        case .demandQuoted: .demandQuoted
        case .quoteTaken: .quoteTaken
        case .bundleAccepted: .bundleAccepted
        case .batchRoundAwaits: .batchRoundAwaits
        case .leaseCut: .leaseCut
        }
    }
}
