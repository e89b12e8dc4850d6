import Domain
import Matching

/// What a benchmark of the batch found.
public struct ClearingFigures {
    let problem: ClearingProblem
    public let clearing: Clearing
    /// What is wrong with the certificate; empty where the proof holds.
    public let faults: [ClearingFault]
    /// Nanoseconds of processor time, a value for each run.
    let processor: Samples<Int64>
    /// The same by elapsed time.
    let elapsed: Samples<Int64>

    /// One line. Welfare, bound and gap are in the file's price times its quantity.
    public var json: String {
        let proof = clearing.certificate
        let filled = clearing.fills.reduce(0) { $0 + $1.quantity.milli }
        let minimums = problem.demands.count { $0.minimum > .zero }
        let fields: [(name: String, value: String)] = [
            ("offers", "\(problem.offers.count)"), ("demands", "\(problem.demands.count)"),
            ("arcs", "\(problem.arcs.count)"), ("welfare", "\(proof.welfare)"), ("dual_bound", "\(proof.bound)"),
            ("gap", "\(proof.gap)"), ("gap_millionths", "\(proof.gapMillionths)"), ("filled_qty", "\(filled)"),
            ("fills", "\(clearing.fills.count)"), ("minimums", "\(minimums)"),
            ("rejected_in_the_money", "\(clearing.rejectedInTheMoney.count)"),
            ("curtailed_in_the_money", "\(clearing.curtailedInTheMoney.count)"),
            ("certificate_holds", "\(faults.isEmpty)"),
            ("finished", "\(clearing.isFinished)"), ("arcs_seen", "\(clearing.arcsSeen)"),
            ("seconds", seconds(processor.median)), ("seconds_elapsed", seconds(elapsed.median)),
            ("peak_memory_bytes", "\(PeakMemory.bytes)"), ("build", "\"\(BuildConfiguration.name)\""),
        ]
        return "{" + fields.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    private func seconds(_ nanoseconds: Int64) -> String { "\(Double(nanoseconds / 1_000) / 1_000_000)" }
}
