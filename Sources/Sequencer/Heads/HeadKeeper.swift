import Domain
import Persistence
import Trading
import TransparencyLog

/// Keeps the last head where the database cannot lose it, and signs heads once they are durable.
struct HeadKeeper {
    private let file: HeadFile
    private let key: SigningKey
    private let source: TimeSource
    private var signedAt: Duration?
    /// The last checkpoint that was signed.
    private(set) var checkpoint: StoredCheckpoint?
    private var last: LogHead?

    /// Between two signatures while commands keep coming.
    static let interval = Duration.seconds(1)

    init(_ configuration: SequencerConfiguration) {
        file = configuration.headFile
        key = configuration.signingKey
        source = configuration.timeSource
    }

    /// Takes over what the journal holds: refuses a database that has gone back, and signs a head that was
    /// committed and not signed.
    mutating func begin(_ journal: PostgresJournal) throws(StartError) {
        let head = try StartError.catching { try journal.head() } ?? LogHead(size: 0, root: .emptyTree)
        try StartError.catching { try file.check(head) { try journal.root(of: $0) } }
        checkpoint = try StartError.catching { try journal.lastCheckpoint() }
        guard head.size > 0 else { return }
        try StartError.catching { try file.write(head) }
        last = head
        if checkpoint?.head != head { sign(head, journal) }
        try StartError.catching { try journal.storeCheckpoints() }
    }

    /// A batch was committed: its head goes to the file, before anybody is told.
    mutating func note(_ head: LogHead) throws(HeadFileError) {
        try file.write(head)
        last = head
    }

    /// Signs the last head where it is time to: its COMMIT has returned success.
    mutating func signIfDue(_ journal: PostgresJournal, isIdle: Bool) {
        guard let last, checkpoint?.head != last else { return }
        let now = source.steady()
        guard isIdle || signedAt.map({ now - $0 >= Self.interval }) ?? true else { return }
        sign(last, journal)
        signedAt = now
    }

    private mutating func sign(_ head: LogHead, _ journal: PostgresJournal) {
        do {
            let note = try Checkpoint(origin: key.name.text, size: UInt64(head.size), root: head.root)
                .note(signedBy: [key])
            let signed = StoredCheckpoint(head: head, note: note.bytes)
            journal.keep(signed)
            checkpoint = signed
        } catch { preconditionFailure("the name of a key is an origin") }
    }
}
