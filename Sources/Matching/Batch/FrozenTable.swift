import Domain

/// What open batches have taken out of the offers' free capacity, in order of their calls.
struct FrozenTable {
    struct Row {
        let batch: BatchID
        let offer: OfferID
        let start: Int32
        let end: Int32
        let quantity: Int64
    }

    private(set) var rows: [Row] = []

    var isEmpty: Bool { rows.isEmpty }

    mutating func add(_ batch: Batch) {
        let window = batch.scope.window
        for held in batch.offers {
            rows.append(
                Row(
                    batch: batch.id, offer: held.offer, start: Int32(window.start), end: Int32(window.end),
                    quantity: held.capacity.milli))
        }
    }

    mutating func remove(_ batch: BatchID) { rows.removeAll { $0.batch == batch } }
}
