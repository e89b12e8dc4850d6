import Domain
import Records

/// Something that does not add up, and the record at which it showed.
public struct AuditFinding: Hashable, Sendable {
    public let sequence: Int64
    public let fault: AuditFault

    public init(sequence: Int64, fault: AuditFault) {
        self.sequence = sequence
        self.fault = fault
    }
}

/// What an auditor can find. Amounts are in fen, or in milli-unit-seconds of quota.
public enum AuditFault: Hashable, Sendable {
    // The record by itself.
    case sequenceGap(expected: Int64)
    case stampBackwards
    /// A refused command has events or transfers.
    case refusalMoves
    /// An event about something that no event before has begun.
    case unknownSubject(EventKind)
    // Transfers.
    case accountReopened(AccountID)
    case accountUnknown(AccountID)
    /// The transfer at this position of the record moves nothing, or backwards.
    case amountNotPositive(position: Int)
    /// The transfer at this position moves a party's public money and names no lot.
    case lotUnnamed(position: Int)
    // Totals, by the transfers.
    case belowZero(Account, Int128)
    /// The balances of an asset sum to this instead of zero.
    case unbalanced(Asset, Int128)
    /// put in = free + held + escrow + earned + fees + network + returned.
    case moneyNotConserved(putIn: Int128, standing: Int128)
    /// authorised = available + reserved + lots free + lots held + escrow + earned + claimed + in payment +
    /// disbursed + lapsed.
    case poolIdentityBroken(ProgrammeID, funder: Int64, authorised: Int128, standing: Int128)
    /// granted = undelivered + used + idle + missed.
    case quotaNotConserved(LeaseID, granted: Int128, standing: Int128)
    /// The events say that an account stands elsewhere than where the transfers put it.
    case balanceDiffers(Account, byEvents: Int128, byTransfers: Int128)
    // Lots, by the transfers that name them.
    /// face − expired = free + held + drawn.
    case lotDoesNotAddUp(LotID, funder: Int64, face: Int128, parts: Int128)
    case lotBelowZero(LotID, funder: Int64)
    // Holds of open demands.
    case heldDiffers(PartyID, byDemands: Int128, held: Int128)
    case lotHeldDiffers(LotID, funder: Int64, byDemands: Int128, held: Int128)
    // Fills.
    case oversold(OfferID, Hour, by: Int64)
    case offerNotOpen(OfferID)
    case demandNotOpen(DemandID)
    case demandOverfilled(DemandID, by: Int64)
    /// An amendment leaves something else open than the quantity less what was filled.
    case openDiffers(DemandID)
    /// An amendment keeps a place that it loses, or loses one that it keeps.
    case placeDiffers(EventKind)
    case leaseRepeated(LeaseID)
    /// The price paid and the charge tariff are above the demand's limit.
    case aboveLimit(LeaseID)
    /// Other hours than the demand asks for, or one that had begun.
    case hoursDiffer(LeaseID)
    /// A unit has a part of its hours only, or two pieces at once.
    case piecesDiffer(DemandID)
    /// What a unit is in SCU is not what the conversion table says that the demand is pinned to.
    case conversionDiffers(LeaseID)
    /// A line is not the difference of the demand's running total.
    case linesDiffer(LeaseID)
    /// Own money and what replaces it do not sum to the capacity line.
    case splitDiffers(LeaseID)
    // Batches.
    /// A member of an open batch was filled.
    case frozenTraded(DemandID)
    /// A fill of what a halt stops.
    case haltedTraded(LeaseID)
    /// A fill of an offer whose verification failed, lapsed, or is below its tier.
    case unverifiedTraded(LeaseID)
    /// Primal, dual and gap do not agree with one another.
    case proofDiffers(BatchID)
    /// The fills of a close are worth less than it states.
    case welfareNotMade(BatchID, stated: Int128, made: Int128)
    /// A round of the policy is due at another time, waits for other batches than are open in its zone, or is held while
    /// it waits or before it is due.
    case roundDiffers(Int64)
    /// A round had nothing to wait for any more, and something else came first.
    case residualLate(Int64)
    /// An owner took out or amended what a near round keeps.
    case leftInNoCancelPhase(EventKind)
    // Bounds.
    /// An offer or a demand came in at a price outside its collar.
    case outsideCollar(EventKind)
    /// One more than its firm may have open.
    case openOrdersTooMany(EventKind)
    /// More than a firm may send in an hour.
    case ordersTooMany(PartyID)
    // Quotes.
    /// What was made of a quote is not what it promised.
    case quoteNotKept(DemandID)
    // Bundles.
    /// Lines were filled or ended without the others.
    case bundleParted(DemandID)
    /// Lines were filled from different hours on, or too far from each other.
    case bundleBondBroken(DemandID)
    // Delivery.
    /// A stretch that leaves a gap, leaves the window, or whose outcomes do not sum to its quota.
    case deliveryDiffers(LeaseID)
    case maturedBeyondEarned(LeaseID)
    case claimedBeyondEarned(LeaseID, LotID)
    /// Hours that had begun, or not what the lease had there.
    case cutDiffers(LeaseID)
    /// A demand in place of a lease that was cut: another buyer, other hours, a worse price, or it stays open.
    case soughtDiffers(DemandID)
    /// It costs more own money than came back.
    case soughtDearer(DemandID, by: Int128)
}
