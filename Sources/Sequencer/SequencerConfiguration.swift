import Domain
import Logging
import Persistence
import Postgres
import Trading
import TransparencyLog

/// What a sequencer is given.
public struct SequencerConfiguration: Sendable {
    /// Of the role `suanli_writer`.
    public var database: DataSource
    public var clock: LedgerClock
    /// The last head, outside the database.
    public var headFile: HeadFile
    /// Where a trap leaves its mark.
    public var markFile: String
    /// Signs the heads; its name is the log's origin.
    public var signingKey: SigningKey
    /// Where other nodes forward commands to.
    public var address: String?
    public var timeSource = TimeSource.system
    /// Commands that may wait; more are told `busy`.
    public var inboxCapacity = 8_192
    /// Commands in one transaction.
    public var batchMost = 2_000
    /// After which a batch is given up, its outcome unknown.
    public var commitTimeLimit = Duration.seconds(30)
    /// How long a sequencer at rest may take to see that the server has ended its session.
    public var sessionCheckInterval = Duration.seconds(1)
    /// Records between two content hashes of the state.
    public var hashInterval: Int64 = 10_000
    /// Where the state is kept, so that a start need not fold the whole journal; nil where it is not kept.
    public var snapshotFile: SnapshotFile?
    /// Records between two snapshots, at least; each falls on a record whose state is hashed.
    public var snapshotInterval: Int64 = 50_000
    /// Nonces of the records that the exchange makes by itself.
    public var drawNonce: @Sendable () -> Nonce = { Nonce.random() }
    /// Called on the sequencer's thread after each commit, with what was written, in order.
    public var onCommit: (@Sendable ([JournalEntry], LogHead) -> Void)?
    public var logger = Logger(label: "suanli.sequencer")

    public init(
        database: DataSource, clock: LedgerClock, headFile: HeadFile, markFile: String, signingKey: SigningKey,
        address: String? = nil
    ) {
        self.database = database
        self.clock = clock
        self.headFile = headFile
        self.markFile = markFile
        self.signingKey = signingKey
        self.address = address
    }
}

extension Nonce {
    /// 32 bytes of the system's random numbers.
    public static func random() -> Nonce {
        var generator = SystemRandomNumberGenerator()
        return checked((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// The nonce of what falls due right after the command that carries this one.
    var successor: Nonce { Nonce.checked(Digest.sha256(of: Array("due".utf8) + bytes).bytes) }

    private static func checked(_ bytes: [UInt8]) -> Nonce {
        do { return try Nonce(bytes: bytes) } catch { preconditionFailure("a nonce has 32 bytes") }
    }
}
