import Domain

/// What happened, in full: folding a journal's events and transfers gives the state without deciding again.
///
/// The position of a case is its number in canonical bytes and never changes; new ones go at the end.
public enum Event: Hashable, Sendable {
    // Catalogue.
    indirect case zoneDefined(Zone)
    case networkPublished(version: Int64, [Link])
    case conversionPublished(version: Int64, [Chip])
    indirect case policySet(version: Int64, MarketPolicy)
    indirect case instanceTypeDefined(InstanceType)
    // Parties.
    case partyRegistered(PartyID, PartyRegistration)
    /// One person's approval; a provider needs two.
    case partyApproved(PartyID, by: PersonID)
    case partyAdmitted(PartyID)
    case ownershipRecorded(Ownership)
    case relationRecorded(RelationKind, PartyID, PartyID)
    // Ledger.
    case accountOpened(AccountID, Account)
    case depositRecorded(BankDeposit)
    case payoutRequested(PayoutID, PartyID, Money, by: PersonID)
    case payoutApproved(PayoutID, bankReference: Label, by: PersonID)
    // Programmes.
    indirect case programmeProposed(ProgrammeID, version: Int64, ProgrammeDefinition, by: PersonID)
    case programmeApproved(ProgrammeID, version: Int64, by: PersonID)
    case poolAuthorised(ProgrammeID, [Money])
    case voucherEvaluated(VoucherDecision)
    indirect case lotIssued(Lot)
    case lotExpired(LotID, [Money], to: BreakageTo)
    // Market.
    case offerListed(Offer)
    case offerClosed(OfferID, Reason)
    case demandAccepted(Demand, PinnedVersions)
    case holdSet(DemandHold)
    indirect case filled(Fill)
    case fillEvaluated(FillEvaluation)
    /// The residual rests with this much open.
    case demandRested(DemandID, open: Quantity)
    /// nil: filled in full.
    case demandClosed(DemandID, Reason?)
    // Delivery.
    case delivered(Delivery)
    case earningMatured(LeaseID, Money)
    case leaseEnded(LeaseID, Reason)
    case claimed(LeaseID, [ProgrammeClaim])
    // Time.
    case clockAdvanced(Stamp)
    // Reference prices.
    /// The version now in force, and the classes whose price is another than before; the others keep theirs. Where
    /// there are none the version is the former one.
    case referencesPublished(version: Int64, [ReferencePrice])
    // Changes of what is open: the whole of it as it stands from now on.
    case demandAmended(Demand, PinnedVersions, open: Quantity)
    case offerAmended(Offer)
    // Batches.
    indirect case batchPolicySet(version: Int64, BatchPolicy)
    /// From now on its members and their capacity are frozen.
    indirect case batchCalled(Batch)
    /// Everything is free again; what was allocated is filled next.
    indirect case batchClosed(BatchID, BatchOutcome)
    /// A round of the policy was held, and waits for nothing any more; it is due again then.
    case batchRoundHeld(round: Int64, next: Stamp)
    // Safety.
    indirect case halted(Halt)
    /// With who let it go on, and why.
    indirect case resumed(Halt)
    indirect case safetyPolicySet(version: Int64, SafetyPolicy)
    indirect case verified(Verification, by: PersonID)
    case verificationFailed(VerificationSubject, evidence: Commitment, by: PersonID)
    case verificationLapsed(VerificationSubject)
    // Quotes.
    case quotePolicySet(version: Int64, QuotePolicy)
    /// From now on what it would fill is promised; what it holds is set next.
    indirect case demandQuoted(Quote)
    /// The quoted fills were made: the demand stands at its new place with this much open.
    case quoteTaken(Demand, open: Quantity)
    // Bundles.
    /// The demands that are accepted next are its lines: filled together or not at all.
    indirect case bundleAccepted(Bundle)
    // Rounds for residuals.
    /// A round of the policy is due and waits for these batches, in order of their calls; it is due again then.
    case batchRoundAwaits(round: Int64, [BatchID], next: Stamp)
    // Planned withdrawals.
    case leaseCut(LeaseCut)
}

/// The decision on an application, clause by clause.
public struct VoucherDecision: Hashable, Sendable {
    public let programme: ProgrammeID
    public let version: Int64
    public let party: PartyID
    public let plannedSpend: Money
    public let granted: Money
    public let trace: [TraceStep]

    public init(
        programme: ProgrammeID, version: Int64, party: PartyID, plannedSpend: Money, granted: Money, trace: [TraceStep]
    ) {
        self.programme = programme
        self.version = version
        self.party = party
        self.plannedSpend = plannedSpend
        self.granted = granted
        self.trace = trace
    }
}

/// A part of a lot that a demand holds, by funder.
public struct LotHold: Hashable, Sendable {
    public let lot: LotID
    public let amounts: [Money]

    public init(lot: LotID, amounts: [Money]) {
        self.lot = lot
        self.amounts = amounts
    }
}

/// What a demand holds from now on, in place of what it held before.
public struct DemandHold: Hashable, Sendable {
    public let demand: DemandID
    public let own: Money
    public let lots: [LotHold]

    public init(demand: DemandID, own: Money, lots: [LotHold]) {
        self.demand = demand
        self.own = own
        self.lots = lots
    }

    public static func none(_ demand: DemandID) -> DemandHold { DemandHold(demand: demand, own: .zero, lots: []) }
}

/// How one programme's rules came to its part of a fill.
public struct FillEvaluation: Hashable, Sendable {
    public let fill: FillID
    public let programme: ProgrammeID
    public let version: Int64
    /// The contract's running eligible base and amount, this fill included.
    public let contractBase: Money
    public let contractAmount: Money
    public let trace: [TraceStep]

    public init(
        fill: FillID, programme: ProgrammeID, version: Int64, contractBase: Money, contractAmount: Money,
        trace: [TraceStep]
    ) {
        self.fill = fill
        self.programme = programme
        self.version = version
        self.contractBase = contractBase
        self.contractAmount = contractAmount
        self.trace = trace
    }

    /// The same of another fill.
    public func of(_ fill: FillID) -> FillEvaluation {
        FillEvaluation(
            fill: fill, programme: programme, version: version, contractBase: contractBase,
            contractAmount: contractAmount, trace: trace)
    }
}

/// A stretch of a lease that came to its end, in milli-unit-seconds by outcome.
public struct Delivery: Hashable, Sendable {
    public let lease: LeaseID
    public let fromSecond: Int64
    public let untilSecond: Int64
    public let used: Int64
    public let idle: Int64
    public let missed: Int64
    /// nil where the provider reported it; `unreported` or `endedForMissedHours` where nobody did.
    public let reason: Reason?

    public init(
        lease: LeaseID, fromSecond: Int64, untilSecond: Int64, used: Int64, idle: Int64, missed: Int64, reason: Reason?
    ) {
        self.lease = lease
        self.fromSecond = fromSecond
        self.untilSecond = untilSecond
        self.used = used
        self.idle = idle
        self.missed = missed
        self.reason = reason
    }
}

/// A part of a claim.
public struct ProgrammeClaim: Hashable, Sendable {
    public let lot: LotID
    public let funder: Int64
    public let amount: Money

    public init(lot: LotID, funder: Int64, amount: Money) {
        self.lot = lot
        self.funder = funder
        self.amount = amount
    }
}
