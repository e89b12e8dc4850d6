import Dispatch
import Domain
import Persistence
import Trading

/// An epoch while it runs: the state, the journal it is written to, and what is known of keys and clocks.
///
/// It lives on the sequencer's thread; only a batch is written beside it, while the next one is decided. After any
/// error of the journal its state is ahead of the database, and it is thrown away as a whole.
final class EpochRun {
    let configuration: SequencerConfiguration
    let journal: PostgresJournal
    let metrics: SequencerMetrics
    /// Where batches are written, one after the other.
    let writing = DispatchQueue(label: "suanli.journal")
    /// Called when a flight is done, from another thread.
    let wake: @Sendable () -> Void
    /// The batch that is being written.
    var flight: Flight?
    /// What was decided since.
    var next = DecidedBatch()
    var unanswered = UnansweredKeys()
    var exchange: Exchange
    var keys: KeyFilter
    var heads: HeadKeeper
    var snapshots: SnapshotKeeper
    var wall: WallWatch
    var poison: PoisonWatch
    /// The record of the snapshot that the state came from; 0 where the whole journal was folded.
    let restoredFrom: Int64
    /// The last record whose state was hashed.
    var hashed: Int64

    var number: Int64 { journal.epoch.number }

    init(
        _ configuration: SequencerConfiguration, _ journal: PostgresJournal, _ metrics: SequencerMetrics,
        _ recovered: consuming RecoveredState, _ heads: HeadKeeper, _ poison: PoisonWatch,
        wake: @escaping @Sendable () -> Void
    ) {
        self.configuration = configuration
        self.journal = journal
        self.metrics = metrics
        self.heads = heads
        self.poison = poison
        self.wake = wake
        hashed = recovered.hashed
        restoredFrom = recovered.snapshot
        snapshots = SnapshotKeeper(configuration, last: recovered.snapshot)
        keys = recovered.keys
        exchange = recovered.exchange
        let last = exchange.sequence > 0 ? exchange.lastStamp : nil
        wall = WallWatch(configuration.timeSource, last: last)
    }

    /// The time for the next command; nil while intake is stopped.
    func time() -> Stamp? {
        switch configuration.clock {
        case .market: exchange.marketTime ?? exchange.lastStamp
        case .wall: wall.time()
        }
    }

    /// Whether something falls due now and no command came.
    var isDue: Bool {
        guard let next = exchange.nextDue, let now = time() else { return false }
        return next <= now
    }
}
