/// How far from the reference of its class a price may be when it comes in.
public struct PriceCollar: Hashable, Sendable {
    /// Basis points of the reference, 0 … 10,000.
    public let below: Int64
    /// Basis points of the reference, 0 … 1,000,000.
    public let above: Int64

    /// Errors: `safetyPolicyInvalid`.
    public init(below: Int64, above: Int64) throws(Reason) {
        guard (0...10_000).contains(below), (0...1_000_000).contains(above) else { throw .safetyPolicyInvalid }
        self.below = below
        self.above = above
    }

    /// What it lets in: reference × (1 − below) … reference × (1 + above), in whole micro-yuan that are within it.
    public func band(around reference: UnitPrice) -> PriceBand {
        let price = Int128(reference.microYuan)
        let most = Rounding.down.quotient(price * Int128(10_000 + above), 10_000)
        return PriceBand(
            least: UnitPrice(unchecked: Int64(Rounding.up.quotient(price * Int128(10_000 - below), 10_000))),
            most: UnitPrice(unchecked: Int64(min(most, Int128(UnitPrice.mostMicroYuan)))))
    }
}

/// Prices from the least to the most, both included; per unit-hour.
public struct PriceBand: Hashable, Sendable {
    public let least: UnitPrice
    public let most: UnitPrice

    public init(least: UnitPrice, most: UnitPrice) {
        self.least = least
        self.most = most
    }

    public func contains(_ price: UnitPrice) -> Bool { least <= price && price <= most }

    /// The narrowest band around both.
    public func union(_ other: PriceBand) -> PriceBand {
        PriceBand(least: min(least, other.least), most: max(most, other.most))
    }
}
