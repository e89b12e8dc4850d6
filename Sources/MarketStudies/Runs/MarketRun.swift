import Domain
import Matching
import Records
import Simulation
import Trading

/// A market's commands, run in memory under a variant of its rules, with ledger and log.
///
/// The clock goes as the commands say, and stops at every round of batches while a window has yet to begin; batches are
/// solved as they are called; providers report twice a day that everything was used. After the last command the clock goes on to
/// where the last window begins, so that every demand is filled or has ended.
public struct MarketRun {
    public let variant: MarketVariant
    /// The exchange after the last command, with its journal.
    public let market: SimulatedExchange
    /// Batches that the exchange did not take as they were solved: none, unless a member changed meanwhile.
    public let batchesReleased: Int64

    /// - Parameters:
    ///   - commands: in their order; the first moves the clock, one sets the policy.
    ///   - progress: told after every thousandth demand.
    public init(
        _ commands: [GeneratedCommand], _ variant: MarketVariant, progress: (_ demands: Int) -> Void = { _ in }
    ) {
        let runner = MarketRunner(variant)
        runner.run(commands, progress)
        self.variant = variant
        market = runner.market
        batchesReleased = runner.released
    }

    /// What came of it. Complexity: O(records).
    public var figures: MarketFigures { MarketTally(market).figures }
}

private final class MarketRunner {
    let market = SimulatedExchange()
    private(set) var released: Int64 = 0
    private let variant: MarketVariant
    private let clerk = SimulatedActors.operators[0]
    private var now = Stamp.epoch
    private var reported = Stamp.epoch
    private var lastStart: Hour = 0
    private var nation: ZoneID?
    /// The batches' rounds, once there is a demand.
    private var round: BatchRound?

    init(_ variant: MarketVariant) { self.variant = variant }

    func run(_ commands: [GeneratedCommand], _ progress: (Int) -> Void) {
        var demands = 0
        for command in commands {
            switch command.command {
            case .advanceClock(let instant): move(to: instant)
            case .submitDemand(let terms):
                callRegularly()
                lastStart = max(lastStart, terms.window.start)
                apply(variant.applied(to: command))
                demands += 1
                if demands % 1_000 == 0 { progress(demands) }
            default: apply(variant.applied(to: command))
            }
        }
        move(to: max(now, Stamp(hour: lastStart)))
        fallDue()
    }

    private func apply(_ command: GeneratedCommand) { note(market.apply(command)) }
    private func apply(_ command: Command, by actor: Actor) { apply(GeneratedCommand(actor: actor, command: command)) }
    private func fallDue() { note(market.fallDue()) }

    private func note(_ records: [Record]) {
        for case .zoneDefined(let zone) in records.lazy.flatMap(\.events) where zone.level == .nation {
            nation = nation ?? zone.id
        }
        if variant.lane == .batch { solve() }
    }

    /// Moves the clock, with a stop at each round that is worth one.
    private func move(to instant: Stamp) {
        while let next = round?.next(after: now), next < min(instant, Stamp(hour: lastStart)) {
            step(to: next)
            fallDue()
        }
        step(to: instant)
        if now.hour - reported.hour >= 12 { report() }
    }

    private func step(to instant: Stamp) {
        apply(.advanceClock(instant), by: clerk)
        now = instant
    }

    private func report() {
        reported = now
        let owed = market.inspect { [now] exchange in exchange.owedReports(at: now) }
        for lease in owed { apply(.reportUsage(lease.allUsed), by: SimulatedActors.provider(lease.provider)) }
    }

    /// Has the nation clear from now on, where that is the lane.
    private func callRegularly() {
        guard variant.lane == .batch, round == nil, let nation else { return }
        let (every, lot) = (variant.batchMinutes, Quantity(unchecked: 1_000))
        guard
            let round = try? BatchRound(zone: nation, lot: lot, everyMinutes: every, offsetMinutes: every / 2),
            let policy = try? BatchPolicy(minutesMost: 5, rounds: [round])
        else { return }
        self.round = round
        apply(.setBatchPolicy(policy), by: clerk)
    }

    private func solve() {
        while let batch = market.inspect({ $0.openBatches.first }) {
            let result = BatchAllocation(solving: batch).map(BatchResult.allocation) ?? .failure(.solverFailed)
            let records = market.apply(
                GeneratedCommand(actor: .exchange, command: .closeBatch(batch.id, result)))
            guard case .refused(let reason)? = records.last?.header.outcome else { continue }
            released += 1
            market.apply(GeneratedCommand(actor: .exchange, command: .closeBatch(batch.id, .failure(reason))))
        }
    }
}
