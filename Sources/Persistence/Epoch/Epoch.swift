import Synchronization

/// A time during which one process writes the journal.
public struct Epoch: Hashable, Sendable {
    /// From 1, only growing.
    public let number: Int64
    /// Raised when the outcome of any command may change.
    public let decisionVersion: Int64
    /// The last sequence number before it.
    public let after: Int64

    public init(number: Int64, decisionVersion: Int64, after: Int64) {
        self.number = number
        self.decisionVersion = decisionVersion
        self.after = after
    }
}

/// How an epoch is taken.
public struct EpochClaim: Sendable {
    /// The epoch that the claimant held until now; nil for a process that starts.
    ///
    /// A writer that lost its connection may only go on where nobody took over meanwhile.
    public let former: Int64?
    public let decisionVersion: Int64
    /// Where other nodes forward commands to; nil where nobody serves.
    public let address: String?
    /// The epochs that this very claim may have taken before. Try again with the same claim, or they are another's.
    let attempts = EpochAttempts()

    public init(former: Int64? = nil, decisionVersion: Int64, address: String? = nil) {
        self.former = former
        self.decisionVersion = decisionVersion
        self.address = address
    }
}

/// The transactions in which a claim took an epoch, whether or not their outcome became known.
final class EpochAttempts: Sendable {
    private let transactions = Mutex<Set<String>>([])

    func insert(_ transaction: String) { _ = transactions.withLock { $0.insert(transaction) } }
    func contains(_ transaction: String) -> Bool { transactions.withLock { $0.contains(transaction) } }
}
