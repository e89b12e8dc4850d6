import Domain

extension ProgrammeDefinition {
    /// The programme's own reference price for a unit of a type: its row for the type, else the one for its chip ×
    /// chips a unit, half-even; nil where it has neither.
    public func tablePrice(of type: InstanceTypeTerms) -> UnitPrice? {
        if let row = referencePrices.first(where: { $0.unit == .instanceType(type.code) }) { return row.price }
        guard let chip = type.chip, let row = referencePrices.first(where: { $0.unit == .chip(chip) }) else {
            return nil
        }
        let unit = Rounding.halfEven.quotient(Int128(row.price.microYuan) * Int128(type.chipsMilli), 1_000)
        return UnitPrice(unchecked: Int64(clamping: unit))
    }

    /// The most per unit-hour that a reference price lets into the base: the price × (1 + tolerance), over so many
    /// hours, rounded down to a micro-yuan once.
    func raised(_ reference: UnitPrice, hours: Int64 = 1) -> Int128 {
        Int128(reference.microYuan) * Int128(hours) * Int128(10_000 + referenceTolerance.value) / 10_000
    }
}
