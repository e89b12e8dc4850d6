import Domain
import Records
import TransparencyLog

/// A record with what the journal keeps beside it.
public struct JournalEntry: Sendable {
    public let record: Record
    public let nonce: Nonce
    /// RFC 6962 leaf hash of the record's leaf bytes (docs/log-format.md).
    public let leaf: Digest
    public let key: IdempotencyKey?
    public let bodyHash: [UInt8]
    public let texts: [ErasableText]

    public init(
        record: Record, nonce: Nonce, leaf: Digest, key: IdempotencyKey?, bodyHash: [UInt8], texts: [ErasableText]
    ) {
        self.record = record
        self.nonce = nonce
        self.leaf = leaf
        self.key = key
        self.bodyHash = bodyHash
        self.texts = texts
    }

    public var sequence: Int64 { record.header.sequence }
}

/// The state of the log after a batch.
public struct LogHead: Hashable, Sendable {
    /// Number of leaves, which is the sequence number of the last record.
    public let size: Int64
    public let root: Digest

    public init(size: Int64, root: Digest) {
        self.size = size
        self.root = root
    }
}

/// What is written in one transaction.
public struct JournalBatch: Sendable {
    /// In order of sequence, without gaps, never empty.
    public let entries: [JournalEntry]
    /// After the last entry.
    public let head: LogHead
    /// Accounts touched by the batch with their balances after it (credits less debits), ascending.
    public let balances: [AccountBalance]
    /// Lots touched by the batch with their amounts after it, ascending.
    public let lots: [LotBalance]
    /// Content hash of the state after the last entry, where one is due (every 10,000 records at least).
    public let stateHash: UInt64?

    public init(
        entries: [JournalEntry], head: LogHead, balances: [AccountBalance], lots: [LotBalance], stateHash: UInt64?
    ) {
        self.entries = entries
        self.head = head
        self.balances = balances
        self.lots = lots
        self.stateHash = stateHash
    }
}

/// An account's balance at the end of a batch.
public struct AccountBalance: Hashable, Sendable {
    public let account: AccountID
    public let balance: Int64

    public init(account: AccountID, balance: Int64) {
        self.account = account
        self.balance = balance
    }
}

/// A lot's amounts by what they are at the end of a batch: sums over its funders.
public struct LotBalance: Hashable, Sendable {
    public let lot: LotID
    public let free: Money
    public let held: Money

    public init(lot: LotID, free: Money, held: Money) {
        self.lot = lot
        self.free = free
        self.held = held
    }
}
