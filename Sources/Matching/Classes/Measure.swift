import Domain

/// A demand's count in SCU: precision, tolerance, and the version of the conversion table that it is pinned to.
struct ScuKey: Hashable {
    let measure: ScuMeasure
    let version: Int64
}

/// What amounts and limits of demands of one class are counted in.
///
/// In units an amount is in milli-units, and the limit is per unit-hour. In SCU an amount is in micro-SCU (milli-units ×
/// milli-SCU a unit), so that it is exact over several types, and the limit is per SCU-hour.
struct Measure {
    /// nil in units.
    let key: ScuKey?
    /// Milli-SCU a unit, by instance type; 0 where the table has no such rate. Empty in units.
    private(set) var scales: ContiguousArray<Int32> = []
    static let units = Measure(key: nil)

    init(key: ScuKey?) { self.key = key }

    var isScu: Bool { key != nil }

    /// Takes in an instance type: the next number.
    mutating func add(_ type: TypeRow, _ symbols: SymbolTable, _ table: ConversionTable) {
        guard let key else { return }
        let scale =
            type.chip < 0
            ? nil
            : table.milliScu(
                chip: symbols.symbols[Int(type.chip)], chipsMilli: type.chipsMilli, at: key.measure.precision)
        scales.append(Int32(scale ?? 0))
    }

    /// Amount a milli-unit of a type: the normaliser of its rank cost too.
    @inline(__always)
    func scale(ofType type: Int32) -> Int64 { isScu ? Int64(scales[Int(type)]) : 1 }

    /// How far the fills of a demand may miss its quantity.
    @inline(__always)
    func tolerance(_ row: DemandRow) -> Int64 {
        guard let key else { return 0 }
        return row.quantity / 10_000 * key.measure.tolerance.value
            + row.quantity % 10_000 * key.measure.tolerance.value / 10_000
    }

    /// The most that a demand may still take.
    @inline(__always)
    func most(_ row: DemandRow) -> Int64 { row.open + tolerance(row) }

    /// The most that a unit-hour may cost, charge tariff included, where a milli-unit is this amount.
    @inline(__always)
    func unitLimit(_ row: DemandRow, _ scale: Int64) -> Int64 {
        isScu ? Measure.bounded(Int128(row.limit) * Int128(scale) / 1_000, hours: 1) : row.limit
    }

    /// The same over so many hours.
    @inline(__always)
    func unitLimitSum(_ row: DemandRow, _ scale: Int64, hours: Int64) -> Int64 {
        guard isScu else { return row.limit * hours }
        return Measure.bounded(Int128(row.limit) * Int128(scale) * Int128(hours) / 1_000, hours: hours)
    }

    /// The least that one walk must fill for any of it to count: enough to be complete, where it asks for more.
    @inline(__always)
    func threshold(_ row: DemandRow) -> Int64 {
        isScu ? max(1, min(row.threshold, row.open - tolerance(row))) : row.threshold
    }

    /// The least limit under which a unit may cost this much over the hours; nil beyond what a limit may be.
    func leastLimit(costing sum: Int64, hours: Int64, _ scale: Int64) -> UnitPrice? {
        let least = Rounding.up.quotient(Int128(sum) * (isScu ? 1_000 : 1), Int128(scale) * Int128(hours))
        return Int64(exactly: least).flatMap { try? UnitPrice($0) }
    }

    /// No price and charge tariff are more together, so what is above bounds nothing.
    private static func bounded(_ limit: Int128, hours: Int64) -> Int64 {
        Int64(min(limit, Int128(2 * UnitPrice.mostMicroYuan) * Int128(hours)))
    }
}

extension MarketBook {
    /// The amount that a milli-unit of a book's offers is to a demand.
    @inline(__always)
    func scale(_ measure: Measure, _ book: OfferBook) -> Int64 {
        measure.isScu ? measure.scale(ofType: offerClasses.classes[Int(book.offerClass)].type) : 1
    }

    /// From now on new demands are pinned to this table; demands at rest keep theirs.
    ///
    /// - Precondition: the version is larger than those before.
    public mutating func publish(conversion table: ConversionTable) { requirements.publish(table) }
}
