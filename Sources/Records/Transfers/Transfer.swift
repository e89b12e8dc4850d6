import Domain

/// Why money, a voucher or quota moves. The case's name is the cause in the ledger.
public enum TransferCause: UInt8, Sendable, CaseIterable {
    case deposit
    case payout
    case authorisation
    case issue
    case hold
    case release
    case capture
    case earning
    case fee
    case network
    case maturity
    case refund
    case claim
    case expiry
    case forfeit
    case grant
    case delivery
}

/// What a transfer is about, for statements and provenance.
public enum TransferSubject: Hashable, Sendable {
    case none
    case party(PartyID)
    case programme(ProgrammeID)
    case lot(LotID)
    case demand(DemandID)
    case lease(LeaseID)
    case payout(PayoutID)
}

/// One row of the ledger: it balances by construction.
///
/// Its identity is its number, (sequence of the record, position among the record's transfers).
/// The balance of an account is what it was credited less what it was debited.
public struct Transfer: Hashable, Sendable {
    public let debit: AccountID
    public let credit: AccountID
    /// Positive: fen, or milli-unit-seconds of quota.
    public let amount: Int64
    /// The lot that is touched, for public money.
    public let lot: LotID?
    public let cause: TransferCause
    public let subject: TransferSubject

    public init(
        debit: AccountID, credit: AccountID, amount: Int64, lot: LotID? = nil, cause: TransferCause,
        subject: TransferSubject = .none
    ) {
        self.debit = debit
        self.credit = credit
        self.amount = amount
        self.lot = lot
        self.cause = cause
        self.subject = subject
    }
}
