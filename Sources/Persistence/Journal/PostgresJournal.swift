import Domain
import Postgres
import Records
import Trading
import TransparencyLog

/// The journal in PostgreSQL, for the one that holds the epoch.
///
/// Opened, used and closed on one thread. After any error the state of the caller is ahead of the database:
/// it throws both away and loads anew.
public final class PostgresJournal: Journal {
    let connection: Connection
    let statements: WriterStatements
    /// The epoch in which this journal writes.
    public let epoch: Epoch
    private(set) var log: LogState
    var unstoredCheckpoints = TableRows(.checkpoint)
    private let observer: CommitPointObserver?

    /// Opens the writer's session, ends the sessions of the former holder, takes the next epoch and reads the head.
    ///
    /// - Parameters:
    ///   - source: of the role `suanli_writer`.
    ///   - claim: who the epoch is taken from.
    ///   - timeLimit: after which a batch is given up, its outcome unknown.
    /// - Throws: `fenced` where `claim` names an epoch that is over; `unavailable`; `unknownOutcome`, where the
    ///   epoch may have been taken; `damaged`, where the head cannot be read.
    public init(
        _ source: DataSource, _ claim: EpochClaim, timeLimit: Duration = .seconds(30),
        observer: CommitPointObserver? = nil
    ) throws(JournalError) {
        let session = try journaling {
            let connection = try Connection(WriterSession.source(source), timeLimit: timeLimit)
            return (connection, try WriterStatements(connection))
        }
        connection = session.0
        statements = session.1
        epoch = try EpochHolder(connection).take(claim)
        log = try LogState(readFrom: connection)
        self.observer = observer
    }

    /// For a writer at rest. Errors: `unavailable`, where the server has ended the session, as far as the socket tells.
    ///
    /// Costs one system call.
    public func requireSession() throws(JournalError) {
        guard connection.isStillOpen() else { throw .unavailable("the server has ended the session") }
    }

    /// Ends the session.
    public func close() { connection.close() }

    public func append(_ batch: JournalBatch) throws(JournalError) {
        let rows = try BatchRows(batch, epoch: epoch.number, after: log, checkpoints: unstoredCheckpoints)
        let writer = BatchWriter(
            connection: connection, statements: statements, epoch: epoch.number, observer: observer)
        try journaling { try writer.write(rows) }
        log = rows.log
        unstoredCheckpoints = TableRows(.checkpoint)
    }

    public func head() throws(JournalError) -> LogHead? { log.size == 0 ? nil : log.head }

    /// The stamp of the last record.
    public var lastStamp: Stamp { log.stamp }

    public func stateHashes() throws(JournalError) -> [(sequence: Int64, hash: UInt64)] {
        try journaling {
            var hashes: [(sequence: Int64, hash: UInt64)] = []
            for row in try connection.execute("SELECT seq, hash FROM exchange.state_hash ORDER BY seq").rows {
                hashes.append((try row.int64(0), UInt64(bitPattern: try row.int64(1))))
            }
            return hashes
        }
    }
}

extension LogState {
    /// Errors: `unavailable`; `damaged`, where the stored frontier has another root than the stored one.
    init(readFrom connection: Connection) throws(JournalError) {
        let row = try journaling {
            let row = try connection.execute("SELECT size, root, frontier, stamp FROM exchange.log_head").first()
            return (
                size: try row.int64(0), root: try row.bytes(1), frontier: try row.bytes(2), stamp: try row.int64(3)
            )
        }
        guard let frontier = try? Frontier(decoding: row.frontier), Int64(frontier.size) == row.size,
            frontier.root.bytes == row.root
        else { throw .damaged(sequence: row.size, "the stored frontier has not the stored root") }
        self.init(frontier: frontier, stamp: Stamp(microseconds: row.stamp))
    }
}
