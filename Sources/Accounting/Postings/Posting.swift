import Domain
import Records

/// An intended transfer, its accounts by name. An amount of zero posts nothing.
///
/// The moments of `rules.md`, "Money, step by step", are functions that give lists of postings, as
/// `[Posting].deposit(_:)`; a `PostingDraft` turns these into numbered accounts and transfers.
public struct Posting: Hashable, Sendable {
    /// The account that is debited.
    public let from: Account
    /// The account that is credited.
    public let to: Account
    /// Fen, or milli-unit-seconds of quota; not negative.
    public let amount: Int64
    public let lot: LotID?
    public let cause: TransferCause
    public let subject: TransferSubject

    public init(
        from: Account, to: Account, amount: Int64, lot: LotID? = nil, cause: TransferCause,
        subject: TransferSubject = .none
    ) {
        self.from = from
        self.to = to
        self.amount = amount
        self.lot = lot
        self.cause = cause
        self.subject = subject
    }

    init(
        from: Account, to: Account, _ amount: Money, lot: LotID? = nil, _ cause: TransferCause,
        _ subject: TransferSubject
    ) {
        self.init(from: from, to: to, amount: amount.fen, lot: lot, cause: cause, subject: subject)
    }
}
