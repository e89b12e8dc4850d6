import Domain
import Records
import Trading
import TransparencyLog

/// A journal in memory that fails on command, for tests and simulations. No executable links it.
///
/// It keeps what PostgreSQL keeps, under the same rules: a batch continues the sequence and the log, no account
/// but a source goes below zero, each asset is conserved, a key answers to one record.
public final class MemoryJournal: Journal {
    public private(set) var entries: [JournalEntry] = []
    /// Failures to come, the next one first. Each spoils one batch.
    public var failures: [Failure] = []
    /// True once another writer has taken over: every further batch is `fenced`.
    public var isFenced = false
    private var frontier = Frontier()
    private var hashes: [(sequence: Int64, hash: UInt64)] = []
    private var keys: [IdempotencyKey: Int64] = [:]
    var accounts: [AccountID: OpenAccount] = [:]
    var lots: [LotID: LotBalance] = [:]

    /// How a batch is spoilt.
    public enum Failure: Sendable {
        /// Nothing is written.
        case unavailable
        /// Unknown to the caller; it was written.
        case unknownWritten
        /// Unknown to the caller; it was not written.
        case unknownLost
    }

    struct OpenAccount {
        let account: Account
        var balance: Int64 = 0
    }

    public init() {}

    public func append(_ batch: JournalBatch) throws(JournalError) {
        guard !isFenced else { throw .fenced }
        let failure = failures.isEmpty ? nil : failures.removeFirst()
        switch failure {
        case .unavailable: throw .unavailable("on command")
        case .unknownLost: throw .unknownOutcome("on command")
        case .unknownWritten:
            try write(batch)
            throw .unknownOutcome("on command")
        case nil: try write(batch)
        }
    }

    /// All or nothing.
    private func write(_ batch: JournalBatch) throws(JournalError) {
        let grown = try grown(by: batch)
        let taken = try keys(with: batch)
        try post(batch)
        entries += batch.entries
        frontier = grown
        keys = taken
        if let hash = batch.stateHash { hashes.append((batch.head.size, hash)) }
    }

    private func grown(by batch: JournalBatch) throws(JournalError) -> Frontier {
        var grown = frontier
        for entry in batch.entries {
            guard entry.sequence == Int64(grown.size) + 1 else {
                throw .damaged(sequence: entry.sequence, "the sequence does not follow \(grown.size)")
            }
            grown.append(entry.leaf)
        }
        guard batch.head == LogHead(size: Int64(grown.size), root: grown.root) else {
            throw .damaged(sequence: batch.head.size, "the head does not follow from the leaves")
        }
        return grown
    }

    private func keys(with batch: JournalBatch) throws(JournalError) -> [IdempotencyKey: Int64] {
        var taken = keys
        for entry in batch.entries {
            guard let key = entry.key else { continue }
            guard taken.updateValue(entry.sequence, forKey: key) == nil else { throw .violated("a key is used twice") }
        }
        return taken
    }

    public func read(after sequence: Int64, _ body: (JournalEntry) throws -> Void) throws {
        for entry in entries.dropFirst(Int(sequence)) { try body(entry) }
    }

    public func head() throws(JournalError) -> LogHead? {
        entries.isEmpty ? nil : LogHead(size: Int64(frontier.size), root: frontier.root)
    }

    public func stateHashes() throws(JournalError) -> [(sequence: Int64, hash: UInt64)] { hashes }
}
