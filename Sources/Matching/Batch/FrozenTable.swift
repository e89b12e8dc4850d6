import Domain

/// What open batches have taken out of the offers' free capacity.
struct FrozenTable {
    struct Row {
        let batch: BatchID
        let start: Int32
        let end: Int32
        let quantity: Int64
    }

    /// By offer, in order of their calls, then of time.
    private(set) var rows: [OfferID: [Row]] = [:]

    var isEmpty: Bool { rows.isEmpty }

    mutating func add(_ batch: Batch) {
        for held in batch.offers {
            rows[held.offer, default: []] += held.runs.map { run in
                Row(
                    batch: batch.id, start: Int32(run.window.start), end: Int32(run.window.end),
                    quantity: run.capacity.milli)
            }
        }
    }

    mutating func remove(_ batch: Batch) {
        for held in batch.offers {
            let left = (rows[held.offer] ?? []).filter { $0.batch != batch.id }
            rows[held.offer] = left.isEmpty ? nil : left
        }
    }
}
