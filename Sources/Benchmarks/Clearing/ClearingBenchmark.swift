import Domain
import Matching

/// Clears a batch, again and again, and checks the proof of each.
public struct ClearingBenchmark: Sendable {
    private let solve: @Sendable () -> ClearedOutcome
    private let repetitions: Int

    /// - Parameters:
    ///   - repetitions: how many runs are timed; at least one.
    ///   - gapMillionths: what gap is enough; 0 asks for the optimum.
    public init(_ problem: ClearingProblem, gapMillionths: Int64 = 0, repetitions: Int) {
        let effort = ClearingEffort(
            arcsMost: ClearingEffort.optimum(of: problem).arcsMost, gapMillionths: gapMillionths)
        solve = { ClearedOutcome(problem, Clearing(problem, effort)) }
        self.repetitions = max(1, repetitions)
    }

    /// By hour, to the search's own end.
    public init(_ problem: HourlyProblem, repetitions: Int) {
        solve = { ClearedOutcome(problem, HourlyClearing(problem, .hourly(problem))) }
        self.repetitions = max(1, repetitions)
    }

    public func run() -> ClearingFigures {
        var (processor, elapsed): ([Int64], [Int64]) = ([], [])
        var outcome: ClearedOutcome?
        for _ in 0..<repetitions {
            let (processorBegin, begin) = (Clocks.thread(), Clocks.monotonic())
            let cleared = solve()
            elapsed.append(Clocks.monotonic() - begin)
            processor.append(Clocks.thread() - processorBegin)
            let faults = cleared.verify()
            if outcome == nil || !faults.isEmpty { outcome = cleared }
        }
        return ClearingFigures(
            outcome: outcome!, faults: outcome!.verify(), processor: Samples(processor), elapsed: Samples(elapsed))
    }
}

/// A batch and what a solver made of it, with or without hours.
struct ClearedOutcome: Sendable {
    let sizes: (offers: Int, demands: Int, arcs: Int, minimums: Int)
    let proof: (welfare: Int128, bound: Int128, gap: Int128, gapMillionths: Int64)
    let fills: [ClearingFill]
    let rejected: Int
    let curtailed: Int
    let isFinished: Bool
    let arcsSeen: Int
    let verify: @Sendable () -> [ClearingFault]

    init(_ problem: ClearingProblem, _ clearing: Clearing) {
        let certificate = clearing.certificate
        sizes = (
            problem.offers.count, problem.demands.count, problem.arcs.count,
            problem.demands.count { $0.minimum > .zero }
        )
        proof = (certificate.welfare, certificate.bound, certificate.gap, certificate.gapMillionths)
        fills = clearing.fills
        (rejected, curtailed) = (clearing.rejectedInTheMoney.count, clearing.curtailedInTheMoney.count)
        (isFinished, arcsSeen) = (clearing.isFinished, clearing.arcsSeen)
        verify = { certificate.verify(problem, clearing.fills) }
    }

    init(_ problem: HourlyProblem, _ clearing: HourlyClearing) {
        let certificate = clearing.certificate
        sizes = (
            problem.offerCount, problem.demands.count, problem.arcs.count, problem.demands.count { $0.minimum > .zero }
        )
        proof = (certificate.welfare, certificate.bound, certificate.gap, certificate.gapMillionths)
        fills = clearing.fills
        (rejected, curtailed) = (clearing.rejectedInTheMoney.count, 0)
        (isFinished, arcsSeen) = (clearing.isFinished, clearing.arcsSeen)
        verify = { certificate.verify(problem, clearing.fills) }
    }
}
