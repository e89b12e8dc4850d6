import Domain

/// A demand as a walk reads it: its row, with what its classes stand for.
///
/// Of a demand in the market these are those of the tables; of one that is only tried they are its own, and the tables
/// do not learn of it.
struct DemandInHand {
    let row: DemandRow
    /// By zone: the books whose type and tier it accepts.
    let books: ContiguousArray<ContiguousArray<Int32>>
    let measure: Measure
    /// The zones in reach.
    let zones: ContiguousArray<Int32>
    /// What each zone is to it.
    let views: ContiguousArray<ReachClass.ZoneView>
    /// Basis points by rate key.
    let rates: ContiguousArray<Int32>
    let buyer: BuyerFacts

    var limit: Int64 { row.limit }
    var hours: Int64 { row.hours }
    var start: Int32 { row.start }
    var end: Int32 { row.end }
    var traits: DemandRow.Traits { row.traits }

    /// The nominal subsidy in basis points.
    @inline(__always)
    func rate(_ rateKey: Int32) -> Int64 { Int64(rates[Int(rateKey)]) }

    /// Whether it accepts type and tier of a book.
    func accepts(_ book: Int32, in zone: Int32) -> Bool {
        Int(zone) < books.count && books[Int(zone)].contains(book)
    }

    /// The same demand with another row of the same classes.
    func with(_ row: DemandRow) -> DemandInHand {
        DemandInHand(
            row: row, books: books, measure: measure, zones: zones, views: views, rates: rates, buyer: buyer)
    }
}

extension MarketBook {
    /// A demand in the market, with its classes.
    func inHand(_ row: DemandRow) -> DemandInHand {
        DemandInHand(
            row: row, books: requirements.classes[Int(row.requirement)].books,
            measure: requirements.classes[Int(row.requirement)].measure,
            zones: reaches.classes[Int(row.reach)].zones, views: reaches.classes[Int(row.reach)].views,
            rates: subsidies.rows[Int(row.subsidyRow)], buyer: buyers.facts[Int(row.buyer)])
    }
}
