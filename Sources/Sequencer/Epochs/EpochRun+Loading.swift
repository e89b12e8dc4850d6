import Logging
import Persistence
import Trading

extension EpochRun {
    /// Takes the epoch, loads the state and checks it.
    ///
    /// - Parameters:
    ///   - claim: the same for each attempt, since an earlier one may have taken the epoch.
    ///   - mark: what the last epoch ended in, if that was a fault of our own.
    ///   - wake: called from another thread when a batch is written.
    static func load(
        _ configuration: SequencerConfiguration, _ metrics: SequencerMetrics, _ claim: EpochClaim, mark: EpochMark?,
        wake: @escaping @Sendable () -> Void
    ) throws(StartError) -> EpochRun {
        let journal = try open(configuration, claim)
        do throws(StartError) {
            return try load(configuration, metrics, journal, mark: mark, wake: wake)
        } catch {
            journal.close()
            throw error
        }
    }

    /// - Parameter former: the epoch that this process had until now; nil at its start.
    static func claim(_ configuration: SequencerConfiguration, former: Int64?) -> EpochClaim {
        EpochClaim(former: former, decisionVersion: Exchange.decisionVersion, address: configuration.address)
    }

    private static func open(
        _ configuration: SequencerConfiguration, _ claim: EpochClaim
    ) throws(StartError) -> PostgresJournal {
        #if CRASH_POINTS
            let observer = CrashPoints.shared.observer
        #else
            let observer: CommitPointObserver? = nil
        #endif
        return try StartError.catching {
            try PostgresJournal(
                configuration.database, claim, timeLimit: configuration.commitTimeLimit, observer: observer)
        }
    }

    private static func load(
        _ configuration: SequencerConfiguration, _ metrics: SequencerMetrics, _ journal: PostgresJournal,
        mark: EpochMark?, wake: @escaping @Sendable () -> Void
    ) throws(StartError) -> EpochRun {
        var heads = HeadKeeper(configuration)
        try heads.begin(journal)
        let poison = try watch(configuration, journal, mark)
        let state = try RecoveredState(journal, configuration)
        let onMarket = state.exchange.marketTime != nil
        guard state.exchange.sequence == 0 || onMarket == (configuration.clock == .market) else {
            throw .clockMismatch(journal: onMarket ? .market : .wall)
        }
        return EpochRun(configuration, journal, metrics, state, heads, poison, wake: wake)
    }

    /// Stores the marks that were left, and finds out what they ask for.
    private static func watch(
        _ configuration: SequencerConfiguration, _ journal: PostgresJournal, _ mark: EpochMark?
    ) throws(StartError) -> PoisonWatch {
        let trapped = TrapMark.left(in: configuration.markFile)
        return try StartError.catching {
            for mark in [mark, trapped].compactMap({ $0 }) { try journal.mark(mark) }
            TrapMark.remove(configuration.markFile)
            return PoisonWatch(
                epoch: journal.epoch.number, marks: try journal.marks(), suspects: try journal.suspects())
        }
    }
}
