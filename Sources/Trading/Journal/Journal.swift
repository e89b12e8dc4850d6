import Records

/// What can go wrong with a journal.
public enum JournalError: Error, Hashable, Sendable {
    /// Another writer has taken over; nothing was written.
    case fenced
    /// It may or may not have been written: the epoch ends and the state is loaded anew.
    case unknownOutcome(String)
    /// Nothing was written, and it can be tried again.
    case unavailable(String)
    /// The journal holds something that this program cannot have written.
    case damaged(sequence: Int64, String)
    /// A constraint was violated: our own fault; nothing was written.
    case violated(String)
}

/// The one seam of the exchange: where records become durable.
///
/// The memory and the PostgreSQL implementation pass one contract suite.
public protocol Journal: AnyObject {
    /// Writes a batch in one transaction; returns only after it is durable. Errors: see `JournalError`.
    func append(_ batch: JournalBatch) throws(JournalError)

    /// Hands over the entries with a sequence above `sequence`, in order.
    func read(after sequence: Int64, _ body: (JournalEntry) throws -> Void) throws

    /// The head stored with the last batch; nil for an empty journal.
    func head() throws(JournalError) -> LogHead?

    /// Content hashes stored so far, ascending by sequence.
    func stateHashes() throws(JournalError) -> [(sequence: Int64, hash: UInt64)]
}
