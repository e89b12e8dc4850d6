/// What a row of a programme's table of reference prices is about.
public enum PricedUnit: Hashable, Sendable {
    /// A unit of this instance type, in any zone.
    case instanceType(Symbol)
    /// One whole chip, in a unit of any type and any zone.
    case chip(Symbol)
}

/// A row of a programme's own table of reference prices, which holds where the market gives none.
public struct TablePrice: Hashable, Sendable {
    public let unit: PricedUnit
    /// Per hour of the unit or chip, VAT included.
    public let price: UnitPrice

    public init(unit: PricedUnit, price: UnitPrice) {
        self.unit = unit
        self.price = price
    }
}
