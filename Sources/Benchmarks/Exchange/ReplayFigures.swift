import Records

/// What a benchmark of replay found.
public struct ReplayFigures {
    let name: String
    public let records: Int
    public let fills: Int
    /// Nanoseconds of processor time.
    let foldTime: Int64
    let decideTime: Int64
    /// For the content hash of the state at the end.
    let hashTime: Int64
    /// To make a sealed snapshot of it, and to restore it from one.
    let sealTime: Int64
    let restoreTime: Int64
    let snapshotBytes: Int
    /// Whether all ways led to one state and one head.
    public let isSame: Bool

    /// One line.
    public var json: String {
        let fields: [(name: String, value: String)] = [
            ("market", "\"\(name)\""), ("records", "\(records)"), ("fills", "\(fills)"),
            ("folded_per_second", "\(perSecond(foldTime))"), ("decided_per_second", "\(perSecond(decideTime))"),
            ("state_hash_ns", "\(hashTime)"), ("snapshot_ns", "\(sealTime)"), ("restore_ns", "\(restoreTime)"),
            ("fold_ns", "\(foldTime)"), ("snapshot_bytes", "\(snapshotBytes)"), ("same_state", "\(isSame)"),
            ("peak_memory_bytes", "\(PeakMemory.bytes)"), ("build", "\"\(BuildConfiguration.name)\""),
        ]
        return "{" + fields.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    private func perSecond(_ nanoseconds: Int64) -> Int64 { Int64(records) * 1_000_000_000 / max(1, nanoseconds) }
}

extension Record {
    var fillCount: Int {
        events.count { event in
            if case .filled = event { true } else { false }
        }
    }
}
