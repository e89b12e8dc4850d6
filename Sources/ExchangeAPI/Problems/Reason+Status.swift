import Domain

extension Reason {
    /// The one translation from refusal to HTTP. A refusal of the sequencer is in the journal, whatever its status.
    public var status: Int64 {
        switch self {
        // Form: the request cannot be right at any time.
        case .overflow, .amountNotPositive, .amountTooLarge, .priceNotPositive, .priceTooHigh, .quantityNotPositive,
            .quantityTooLarge, .rateOutOfRange, .windowInverted, .windowTooLong, .windowOutOfRange, .dateInvalid,
            .timeZoneInvalid, .identifierInvalid, .symbolInvalid, .labelInvalid, .commitmentInvalid,
            .creditCodeInvalid, .creditCodeCheckDigit, .identityNumberInvalid, .identityNumberCheckDigit,
            .scheduleEmpty, .scheduleDisordered, .scheduleTooLong, .lotSizeMismatch, .lotSizeNotWhole, .termTooLong,
            .fillPolicyContradictory, .minimumFillTooLarge, .requirementsTooMany, .programmeInvalid, .laneUnsupported,
            .batchPolicyInvalid, .safetyPolicyInvalid, .hoursOutsideWindow, .leastPieceUnfit, .hoursNotFixed,
            .scuNotInBatches, .bundleInvalid, .startsDiffer:
            422
        // Who is asking.
        case .seatForbidden, .foreignObject, .samePerson, .notAdmitted, .notProvider, .notEligible: 403
        // What it names.
        case .unknownParty, .unknownZone, .unknownInstanceType, .unknownChip, .unknownOffer, .unknownDemand,
            .unknownLease, .unknownFill, .unknownProgramme, .unknownLot, .unknownPayout,
            .unknownBatch:
            404
        // The state it meets.
        case .alreadyExists, .bankReferenceUsed, .rateAboveDense, .windowPast, .expiryPast, .alreadyClosed,
            .quantityBelowFilled, .capacitySold, .nothingChanged, .quoted, .notQuoted, .quoteExpired, .quoteDiffers,
            .quotesTooMany, .quotedTooMuch, .nothingToQuote, .bundled, .alreadyApproved, .notApproved,
            .programmeNotLive,
            .programmeExpired, .poolInsufficient,
            .usageOutsideLease, .usageExceedsQuota, .usageAlreadyReported, .usageNotYetDue, .leaseStillOwed,
            .openOrdersTooMany, .priceOutsideCollar, .nothingToClaim, .nothingToClear, .allocationInfeasible,
            .proofWrong, .noCancelPhase, .clockBackwards, .clockNotManual,
            .fundsInsufficient:
            409
        case .ordersTooMany: 429
        // Why a match, a residual or a hold ended: told within an answer, and a conflict if ever it is a refusal.
        case .unfilled, .notAllFillable, .bundleUnfilled, .minimumNotMet, .related, .sameBeneficialOwner,
            .wouldCrossBlock, .ownMoney,
            .frozen, .halted, .withdrawn, .windowBegun, .demandExpired, .lotExpired, .reserveEnded, .cancelledByOwner,
            .endedForMissedHours, .unreported, .solverFailed, .batchOverdue, .regionNotCovered, .sizeNotCovered,
            .sectorNotCovered,
            .kindNotCovered, .foundingDateNotCovered, .attributeMissing, .providerNotListed, .useNotCovered,
            .contractTooEarly, .contractTooLong, .alreadyClaimed, .belowMinimum, .capReached,
            .aboveReference:
            409
        // Faults that are not the asker's.
        case .busy, .unavailable, .intakeStopped: 503
        case .internalFault: 500
        }
    }
}
