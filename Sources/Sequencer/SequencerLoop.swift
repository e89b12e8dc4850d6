import CoreMetrics
import Domain
import Foundation
import Logging
import Persistence
import Synchronization
import Trading

/// The sequencer's thread: epoch after epoch, until it is stopped, fenced, or cannot go on.
struct SequencerLoop {
    private let sequencer: Sequencer
    private let metrics = SequencerMetrics()

    init(_ sequencer: Sequencer) { self.sequencer = sequencer }

    private var configuration: SequencerConfiguration { sequencer.configuration }
    private var inbox: Inbox { sequencer.inbox }
    private var logger: Logger { configuration.logger }

    /// - Parameter started: called once, when the first epoch serves or cannot begin.
    func run(_ started: (Result<Void, StartError>) -> Void) {
        do throws(StartError) {
            let claim = EpochRun.claim(configuration, former: nil)
            let first = try load(claim, mark: nil)
            begin(first)
            started(.success(()))
            goOn(from: first)
        } catch {
            end(.halted("\(error)"))
            started(.failure(error))
        }
        #if CRASH_POINTS
            CrashPoints.shared.writeCounts()
        #endif
    }

    private func goOn(from first: EpochRun) {
        var epoch = first
        while true {
            let ending = serve(epoch)
            finish(epoch, ending)
            if case .stopped = ending { return end(.stopped) }
            if case .journal(.fenced) = ending { return end(.fenced) }
            do throws(StartError) {
                epoch = try reload(after: epoch.number, ending.mark(epoch.number))
            } catch {
                if case .journal(.fenced) = error { return end(.fenced) }
                return end(inbox.isClosing ? .stopped : .halted("\(error)"))
            }
            begin(epoch)
        }
    }

    /// Tries until it succeeds, is stopped, or trying again cannot help.
    private func reload(after former: Int64, _ mark: EpochMark?) throws(StartError) -> EpochRun {
        let claim = EpochRun.claim(configuration, former: former)
        var pause = 0.05
        while true {
            do throws(StartError) {
                return try load(claim, mark: mark)
            } catch {
                logger.warning("cannot begin an epoch", metadata: ["error": "\(error)"])
                guard error.isTransient, !inbox.isClosing else { throw error }
            }
            Thread.sleep(forTimeInterval: pause)
            pause = min(pause * 2, 2)
        }
    }

    private func load(_ claim: EpochClaim, mark: EpochMark?) throws(StartError) -> EpochRun {
        let inbox = inbox
        return try EpochRun.load(configuration, metrics, claim, mark: mark) { inbox.wake() }
    }

    private func begin(_ epoch: EpochRun) {
        TrapMark.arm(configuration.markFile, epoch: epoch.number)
        metrics.epoch.record(epoch.number)
        metrics.serving.record(1)
        publish(epoch, .serving(epoch: epoch.number))
        logger.info(
            "epoch begins",
            metadata: [
                "epoch": "\(epoch.number)", "sequence": "\(epoch.exchange.sequence)",
                "snapshot": "\(epoch.restoredFrom)",
                "cautious": "\(epoch.poison.isCautious)", "condemned": "\(epoch.poison.condemnedCount)",
            ])
        inbox.open()
    }

    private func finish(_ epoch: EpochRun, _ ending: EpochEnding) {
        if case .stopped = ending {} else { inbox.shut(.unavailable) }
        metrics.serving.record(0)
        metrics.epochsEnded.increment()
        publish(epoch, .recovering)
        epoch.abandon()
        let level: Logger.Level = if case .stopped = ending { .info } else { .error }
        logger.log(
            level: level, "epoch ends", metadata: ["epoch": "\(epoch.number)", "cause": "\(ending)"])
    }

    private func end(_ status: SequencerStatus) {
        TrapMark.disarm()
        inbox.close()
        inbox.shut(.stopped)
        sequencer.published.withLock { $0.status = status }
        logger.notice("sequencer ends", metadata: ["status": "\(status)"])
    }

    private func publish(_ epoch: EpochRun, _ status: SequencerStatus) {
        let (checkpoint, restoredFrom) = (epoch.heads.checkpoint, epoch.restoredFrom)
        sequencer.published.withLock { published in
            published.status = status
            published.checkpoint = checkpoint
            published.restoredFrom = restoredFrom
        }
    }
}

extension SequencerLoop {
    /// Serves until the epoch ends.
    private func serve(_ epoch: EpochRun) -> EpochEnding {
        do throws(EpochEnding) {
            while true { try turn(epoch) }
        } catch { return error }
    }

    /// What is due, then what waits, decided while the batch before is written; when nothing waits, what can be put
    /// off. A look at the state waits until everything decided is durable.
    private func turn(_ epoch: EpochRun) throws(EpochEnding) {
        if epoch.isDue { epoch.tick() }
        try epoch.advance()
        if inbox.depth == 0, epoch.isSettled { try rest(epoch) }
        let most = epoch.poison.isCautious ? 1 : epoch.room
        guard let portion = inbox.take(commandsMost: most, until: wake(epoch)) else {
            try epoch.settle()
            throw .stopped
        }
        metrics.inbox.record(inbox.depth)
        if !portion.commands.isEmpty { try epoch.serve(portion.commands) }
        if !portion.inspections.isEmpty {
            try epoch.settle()
            for inspection in portion.inspections { inspection(epoch) }
        }
        publish(epoch, .serving(epoch: epoch.number))
    }

    /// Nothing waits: the last head is signed and its note stored. A session that has ended ends the epoch, so that a
    /// writer comes back before it is needed, and one that was deposed does not pass for serving.
    private func rest(_ epoch: EpochRun) throws(EpochEnding) {
        epoch.heads.signIfDue(epoch.journal, isIdle: true)
        try EpochEnding.journaling { () throws(JournalError) in try epoch.journal.storeCheckpoints() }
        try EpochEnding.journaling { () throws(JournalError) in try epoch.journal.requireSession() }
        publish(epoch, .serving(epoch: epoch.number))
    }

    /// When to look again though nothing comes: at the next thing due, on the wall's clock, and to see whether the
    /// session lives. While intake is stopped nothing falls due.
    private func wake(_ epoch: EpochRun) -> Date {
        let most = configuration.sessionCheckInterval / .seconds(1)
        guard configuration.clock == .wall, let next = epoch.exchange.nextDue, epoch.time() != nil else {
            return Date(timeIntervalSinceNow: most)
        }
        let left = next.microseconds - configuration.timeSource.wall().microseconds
        return Date(timeIntervalSinceNow: min(max(Double(left) / 1_000_000, 0.001), most))
    }
}
