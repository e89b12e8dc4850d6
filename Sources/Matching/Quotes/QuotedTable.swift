import Domain

/// What open quotes have taken out of the offers' free capacity, in the order in which they were made.
struct QuotedTable {
    struct Row {
        let quote: DemandID
        let offer: OfferID
        /// The offer's, which may have ended since.
        let book: Int32
        let start: Int32
        let end: Int32
        let quantity: Int64
    }

    private(set) var rows: [Row] = []

    mutating func add(_ row: Row) { rows.append(row) }

    /// Takes the rows of a quote out.
    mutating func remove(_ quote: DemandID) -> [Row] {
        let own = rows.filter { $0.quote == quote }
        rows.removeAll { $0.quote == quote }
        return own
    }
}
