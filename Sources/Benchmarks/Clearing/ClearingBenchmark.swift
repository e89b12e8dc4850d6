import Matching

/// Clears a batch, again and again, and checks the proof of each.
public struct ClearingBenchmark: Sendable {
    private let problem: ClearingProblem
    private let effort: ClearingEffort
    private let repetitions: Int

    /// - Parameters:
    ///   - repetitions: how many runs are timed; at least one.
    ///   - gapMillionths: what gap is enough; 0 asks for the optimum.
    public init(_ problem: ClearingProblem, gapMillionths: Int64 = 0, repetitions: Int) {
        self.problem = problem
        effort = ClearingEffort(
            arcsMost: ClearingEffort.optimum(of: problem).arcsMost, gapMillionths: gapMillionths)
        self.repetitions = max(1, repetitions)
    }

    public func run() -> ClearingFigures {
        var (processor, elapsed): ([Int64], [Int64]) = ([], [])
        var outcome: (clearing: Clearing, faults: [ClearingFault])?
        for _ in 0..<repetitions {
            let (processorBegin, begin) = (Clocks.thread(), Clocks.monotonic())
            let clearing = Clearing(problem, effort)
            elapsed.append(Clocks.monotonic() - begin)
            processor.append(Clocks.thread() - processorBegin)
            let faults = clearing.certificate.verify(problem, clearing.fills)
            if outcome == nil || !faults.isEmpty { outcome = (clearing, faults) }
        }
        return ClearingFigures(
            problem: problem, clearing: outcome!.clearing, faults: outcome!.faults, processor: Samples(processor),
            elapsed: Samples(elapsed))
    }
}
