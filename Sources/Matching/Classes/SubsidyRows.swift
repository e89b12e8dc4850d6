import Domain

/// The subsidy table as one row of rates a subsidy class, by rate key, so that the walk looks nothing up.
struct SubsidyRows {
    private(set) var table = SubsidyTable()
    /// Basis points; an empty row is zero throughout.
    private(set) var rows: ContiguousArray<ContiguousArray<Int32>> = []
    private(set) var subsidyClasses: ContiguousArray<Int32> = []
    private var numbers: [Int32: Int32] = [:]

    /// The row of a subsidy class, made if there is none.
    mutating func row(of subsidyClass: Int32, offers: OfferClassTable, types: TypeTable) -> Int32 {
        if let number = numbers[subsidyClass] { return number }
        let number = Int32(rows.count)
        numbers[subsidyClass] = number
        subsidyClasses.append(subsidyClass)
        rows.append([])
        fill(number, from: 0, offers, types)
        return number
    }

    /// The rates of a subsidy class: its row, or where it has none those of `table`, which the rows do not learn of.
    func lookUp(
        _ subsidyClass: Int32, in table: SubsidyTable, offers: OfferClassTable, types: TypeTable
    ) -> ContiguousArray<Int32> {
        if let number = numbers[subsidyClass] { return rows[Int(number)] }
        return ContiguousArray(
            offers.rateKeys.map { SubsidyRows.rate(subsidyClass, $0, in: table, types) })
    }

    /// Takes another table; every row is computed again.
    mutating func use(_ table: SubsidyTable, offers: OfferClassTable, types: TypeTable) {
        self.table = table
        for number in rows.indices {
            rows[number].removeAll(keepingCapacity: true)
            fill(Int32(number), from: 0, offers, types)
        }
    }

    /// Takes in the rate keys that were made since.
    mutating func extend(offers: OfferClassTable, types: TypeTable) {
        for number in rows.indices { fill(Int32(number), from: rows[number].count, offers, types) }
    }

    private mutating func fill(_ number: Int32, from start: Int, _ offers: OfferClassTable, _ types: TypeTable) {
        for position in start..<max(start, offers.rateKeys.count) {
            rows[Int(number)].append(
                SubsidyRows.rate(subsidyClasses[Int(number)], offers.rateKeys[position], in: table, types))
        }
    }

    private static func rate(
        _ subsidyClass: Int32, _ key: OfferClassTable.RateKey, in table: SubsidyTable, _ types: TypeTable
    ) -> Int32 {
        let type = types.rows[Int(key.type)].id
        return Int32(
            table.rate(subsidyClass: subsidyClass, admissionClass: key.admissionClass, instanceType: type).value)
    }
}
