/// A quantity counted in standard compute units (SCU): at which precision, and how far fills may miss it.
///
/// One SCU is an A100's dense rate at FP16: 312 TFLOPS.
public struct ScuMeasure: Hashable, Sendable {
    public let precision: Precision
    /// Of the quantity: the demand is complete from quantity − tolerance, and never beyond quantity + tolerance.
    public let tolerance: BasisPoints
    public static let standardTolerance = BasisPoints(unchecked: 500)
    public static let mostTolerance = BasisPoints(unchecked: 5_000)

    /// Errors: `rateOutOfRange` (a tolerance above a half).
    public init(precision: Precision, tolerance: BasisPoints = ScuMeasure.standardTolerance) throws(Reason) {
        guard tolerance <= ScuMeasure.mostTolerance else { throw .rateOutOfRange }
        self.precision = precision
        self.tolerance = tolerance
    }
}

/// A version of the conversion table: the dense rates of chips, and what a unit is by them in SCU.
public struct ConversionTable: Hashable, Sendable {
    public let version: Int64
    public let chips: [Chip]
    private let byCode: [Symbol: Chip]
    public static let empty = ConversionTable(version: 0, chips: [])
    /// 312 TFLOPS in milli-TFLOPS.
    public static let milliTeraflopsPerScu: Int128 = 312_000
    /// A unit of more is none that a demand in SCU can take: 10⁹ milli-SCU, as the largest quantity.
    public static let mostMilliScu: Int64 = Quantity.mostMilli

    /// Of two chips with one code the first holds.
    public init(version: Int64, chips: [Chip]) {
        self.version = version
        self.chips = chips
        byCode = Dictionary(chips.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public func chip(_ code: Symbol) -> Chip? { byCode[code] }

    /// Milli-SCU a unit: dense rate of the chip × chips a unit / 312 TFLOPS, half-even once after the product. nil where
    /// the table has no such rate, or where that is nothing or more than `mostMilliScu`.
    public func milliScu(chip code: Symbol, chipsMilli: Int64, at precision: Precision) -> Int64? {
        guard let rate = byCode[code]?.rate(precision) else { return nil }
        let product = Int128(rate) * Int128(chipsMilli)
        let scu = Rounding.halfEven.quotient(product, ConversionTable.milliTeraflopsPerScu)
        return (1...Int128(ConversionTable.mostMilliScu)).contains(scu) ? Int64(scu) : nil
    }

    /// Milli-SCU a unit of an instance type; nil as above, and without a chip.
    public func milliScu(of type: InstanceTypeTerms, at precision: Precision) -> Int64? {
        type.chip.flatMap { milliScu(chip: $0, chipsMilli: type.chipsMilli, at: precision) }
    }
}

// Amounts of a demand are counted in grains, so that sums over fills of several types stay exact: milli-units, or
// micro-SCU (milli-units × milli-SCU a unit). At most 10⁹ × 1.5 × 10³.
extension DemandTerms {
    /// The quantity, or a part of it, in grains.
    public func grains(of quantity: Quantity) -> Int64 { scu == nil ? quantity.milli : quantity.milli * 1_000 }

    /// How far fills may miss the quantity, in grains, rounded down; zero in units.
    public var tolerance: Int64 { scu.map { quantity.milli * $0.tolerance.value / 10 } ?? 0 }

    /// The most that fills may come to, in grains.
    public var mostGrains: Int64 { grains(of: quantity) + tolerance }

    /// Of the grain-hours that are open of the quantity, the most that may still be filled: nothing once the demand is
    /// complete.
    public func mostLeft(_ openHours: Int64) -> Int64 {
        openHours <= tolerance * hours ? 0 : openHours + tolerance * hours
    }

    /// Grains in the words of the quantity: milli-units, or milli-SCU by a rounding; never less than nothing.
    public func quantity(ofGrains grains: Int64, _ rounding: Rounding) -> Quantity {
        let milli = scu == nil ? Int128(grains) : rounding.quotient(Int128(grains), 1_000)
        return Quantity(unchecked: max(0, Int64(milli)))
    }
}

extension ExactAmount {
    /// So many grains over some hours at a price per unit-hour, or per SCU-hour: then rounded to 10⁻⁷ fen.
    ///
    /// What fills cost is whole in 10⁻⁷ fen, so an amount rounded up for what is open never grows by a fill.
    public init(_ price: Int128, grains: Int64, isScu: Bool, hours: Int64, _ rounding: Rounding) {
        let exact = price * Int128(grains) * Int128(hours)
        value = isScu ? rounding.quotient(exact, 1_000) : exact
    }
}

extension Fill {
    /// What it fills of its demand, in grains.
    public var grains: Int64 { quantity.milli * (milliScu ?? 1) }

    /// The same over its hours.
    public var grainHours: Int64 { grains * window.hours }
}
