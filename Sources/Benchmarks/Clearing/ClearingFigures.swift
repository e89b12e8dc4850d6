import Domain
import Matching

/// What a benchmark of the batch found.
public struct ClearingFigures {
    let outcome: ClearedOutcome
    /// What is wrong with the certificate; empty where the proof holds.
    public let faults: [ClearingFault]
    /// Nanoseconds of processor time, a value for each run.
    let processor: Samples<Int64>
    /// The same by elapsed time.
    let elapsed: Samples<Int64>

    /// One line. Welfare, bound and gap are in the file's price times its quantity.
    public var json: String {
        let (sizes, proof) = (outcome.sizes, outcome.proof)
        let filled = outcome.fills.reduce(0) { $0 + $1.quantity.milli }
        let fields: [(name: String, value: String)] = [
            ("offers", "\(sizes.offers)"), ("demands", "\(sizes.demands)"), ("arcs", "\(sizes.arcs)"),
            ("welfare", "\(proof.welfare)"), ("dual_bound", "\(proof.bound)"), ("gap", "\(proof.gap)"),
            ("gap_millionths", "\(proof.gapMillionths)"), ("filled_qty", "\(filled)"),
            ("fills", "\(outcome.fills.count)"), ("minimums", "\(sizes.minimums)"),
            ("rejected_in_the_money", "\(outcome.rejected)"), ("curtailed_in_the_money", "\(outcome.curtailed)"),
            ("certificate_holds", "\(faults.isEmpty)"),
            ("finished", "\(outcome.isFinished)"), ("arcs_seen", "\(outcome.arcsSeen)"),
            ("seconds", seconds(processor.median)), ("seconds_elapsed", seconds(elapsed.median)),
            ("peak_memory_bytes", "\(PeakMemory.bytes)"), ("build", "\"\(BuildConfiguration.name)\""),
        ]
        return "{" + fields.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    private func seconds(_ nanoseconds: Int64) -> String { "\(Double(nanoseconds / 1_000) / 1_000_000)" }
}
