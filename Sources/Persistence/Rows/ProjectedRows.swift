/// A change of a row that may be new in this batch or be in the database already.
protocol RowChange: Sendable {
    associatedtype Row: Sendable
    /// Nothing changed yet.
    init()
    func apply(to row: inout Row)
    /// Adds a change that came after this one.
    mutating func merge(_ later: Self)
}

/// The rows of one table that a batch makes, and its changes of older ones.
///
/// A row made and changed in the same batch is written once, as it is at the end.
struct ProjectedRows<Change: RowChange>: Sendable {
    private(set) var made: [Int64: Change.Row] = [:]
    private(set) var changes: [Int64: Change] = [:]

    mutating func make(_ id: Int64, _ row: Change.Row) { made[id] = row }

    mutating func change(_ id: Int64, _ change: Change) {
        if made[id] != nil {
            change.apply(to: &made[id]!)
        } else {
            changes[id, default: Change()].merge(change)
        }
    }

    /// In the order of their numbers, so that every batch writes and locks in one order.
    var madeInOrder: [(id: Int64, row: Change.Row)] { made.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
    var changesInOrder: [(id: Int64, change: Change)] {
        changes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
