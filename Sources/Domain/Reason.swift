/// Why something was refused, excluded, cancelled or forfeited: the closed list of stable codes.
///
/// The order of the cases is the order of precedence where several hold at once:
/// what the door finds comes before what the sequencer finds, form before facts,
/// facts before funds. `Wording` has a sentence for each, in Chinese and English.
public enum Reason: String, Error, CaseIterable, Sendable {
    // Form: one value by itself.
    case overflow
    case amountNotPositive
    case amountTooLarge
    case priceNotPositive
    case priceTooHigh
    case quantityNotPositive
    case quantityTooLarge
    case rateOutOfRange
    case windowInverted
    case windowTooLong
    case windowOutOfRange
    case dateInvalid
    case timeZoneInvalid
    case identifierInvalid
    case symbolInvalid
    case labelInvalid
    case commitmentInvalid
    case creditCodeInvalid
    case creditCodeCheckDigit
    case identityNumberInvalid
    case identityNumberCheckDigit
    // Form: values against each other.
    case scheduleEmpty
    case scheduleDisordered
    case scheduleTooLong
    case lotSizeMismatch
    case lotSizeNotWhole
    case termTooLong
    case fillPolicyContradictory
    case minimumFillTooLarge
    case requirementsTooMany
    case programmeInvalid
    case laneUnsupported
    case hoursOutsideWindow
    case leastPieceUnfit
    case hoursNotFixed
    case batchPolicyInvalid
    case safetyPolicyInvalid
    case scuNotInBatches
    case bundleInvalid
    case startsDiffer
    // Who is asking.
    case seatForbidden
    case foreignObject
    case samePerson
    // What it names.
    case unknownParty
    case unknownZone
    case unknownInstanceType
    case unknownChip
    case unknownOffer
    case unknownDemand
    case unknownLease
    case unknownFill
    case unknownProgramme
    case unknownLot
    case unknownPayout
    case unknownBatch
    case alreadyExists
    case bankReferenceUsed
    // The state it meets.
    case notAdmitted
    case notProvider
    case rateAboveDense
    case ordersTooMany
    case windowPast
    case expiryPast
    case alreadyClosed
    case quantityBelowFilled
    case capacitySold
    case nothingChanged
    case quoted
    case notQuoted
    case quoteExpired
    case quoteDiffers
    case quotesTooMany
    case quotedTooMuch
    case nothingToQuote
    case bundled
    case alreadyApproved
    case notApproved
    case programmeNotLive
    case programmeExpired
    case notEligible
    case poolInsufficient
    case usageOutsideLease
    case usageExceedsQuota
    case usageAlreadyReported
    case usageNotYetDue
    case leaseStillOwed
    case nothingToClaim
    case nothingToClear
    case allocationInfeasible
    case proofWrong
    case openOrdersTooMany
    case priceOutsideCollar
    case clockBackwards
    case clockNotManual
    case fundsInsufficient
    // Why a match, a residual or a hold ended, or was passed by.
    case unfilled
    case notAllFillable
    case bundleUnfilled
    case minimumNotMet
    case related
    case sameBeneficialOwner
    case wouldCrossBlock
    case ownMoney
    case frozen
    case halted
    case withdrawn
    case windowBegun
    case demandExpired
    case lotExpired
    case reserveEnded
    case cancelledByOwner
    case endedForMissedHours
    case unreported
    case solverFailed
    case batchOverdue
    // Eligibility clauses and evaluation.
    case regionNotCovered
    case sizeNotCovered
    case sectorNotCovered
    case kindNotCovered
    case foundingDateNotCovered
    case attributeMissing
    case providerNotListed
    case useNotCovered
    case contractTooEarly
    case contractTooLong
    case alreadyClaimed
    case belowMinimum
    case capReached
    case aboveReference
    // Faults that are not the asker's.
    case busy
    case unavailable
    case intakeStopped
    case internalFault
    case noCancelPhase
}

extension Reason {
    /// The stable code on the wire: the case's name in snake case, as `window_inverted`.
    public var code: String {
        var text = ""
        for scalar in rawValue.unicodeScalars {
            if (0x41...0x5A).contains(scalar.value) { text += "_" }
            text += String(scalar).lowercased()
        }
        return text
    }

    /// The reason with this stable code.
    public init?(code: String) {
        guard let match = Reason.byCode[code] else { return nil }
        self = match
    }

    private static let byCode = Dictionary(uniqueKeysWithValues: allCases.map { ($0.code, $0) })
}
