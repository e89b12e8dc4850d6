import Domain
import Records

/// What one record moves: the accounts it opens and its transfers, in order.
///
/// The only way in which money moves. Each posting is applied to the ledger at once, so that balances are
/// current; folding `events`, then `transfers`, into the ledger before gives the ledger after. A fault
/// leaves the ledger with the postings made before it: the record is lost and the epoch ends.
public struct PostingDraft: Hashable, Sendable {
    /// `accountOpened`, each before the first transfer that needs it.
    public private(set) var events: [Event] = []
    public private(set) var transfers: [Transfer] = []

    public init() {}

    /// Goes on with what a record has opened and moved so far: takes its lists over and leaves them empty.
    public init(takingOver events: inout [Event], _ transfers: inout [Transfer]) {
        swap(&self.events, &events)
        swap(&self.transfers, &transfers)
    }

    /// Posts one amount; zero posts nothing and opens nothing. Errors: those of `Ledger.open` and `Ledger.apply`.
    public mutating func post(
        from: Account, to: Account, amount: Int64, lot: LotID? = nil, cause: TransferCause,
        subject: TransferSubject = .none, on ledger: inout Ledger
    ) throws(AccountingFault) {
        guard amount != 0 else { return }
        guard amount > 0 else { throw .amountNotPositive(amount) }
        let transfer = Transfer(
            debit: try number(from, on: &ledger), credit: try number(to, on: &ledger), amount: amount, lot: lot,
            cause: cause, subject: subject)
        try ledger.apply(transfer)
        transfers.append(transfer)
    }

    /// Posts a moment's list in its order. Errors: as above, at the first that fails.
    public mutating func post(_ postings: [Posting], on ledger: inout Ledger) throws(AccountingFault) {
        for posting in postings {
            try post(
                from: posting.from, to: posting.to, amount: posting.amount, lot: posting.lot, cause: posting.cause,
                subject: posting.subject, on: &ledger)
        }
    }

    private mutating func number(_ account: Account, on ledger: inout Ledger) throws(AccountingFault) -> AccountID {
        if let known = ledger.accountID(for: account) { return known }
        let id = ledger.nextAccount
        try ledger.open(id, account)
        events.append(.accountOpened(id, account))
        return id
    }
}
