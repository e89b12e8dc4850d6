import Domain

/// A fill as a reference price sees it.
public struct ReferenceSale: Hashable, Sendable {
    public let referenceClass: ReferenceClass
    /// What the fill paid per unit-hour, the mean over its hours, half-even to a micro-yuan; no charge tariff.
    public let price: UnitPrice
    /// Milli-unit-hours, so that a purchase weighs the same in one fill or in many.
    public let weight: Int128

    /// nil for a fill that stands outside every reference price: between related parties, or with public money, be
    /// it in place of own money or beside it.
    public init?(_ fill: Fill, instanceType: InstanceTypeID) {
        let publicMoney = fill.shares.contains { $0.source != .own && $0.amount > .zero }
        guard !fill.related, !publicMoney else { return nil }
        referenceClass = ReferenceClass(instanceType: instanceType, zone: fill.zone)
        let mean = Rounding.halfEven.quotient(Int128(fill.priceSum), Int128(fill.window.hours))
        price = UnitPrice(unchecked: Int64(mean))
        weight = Int128(fill.quantity.milli) * Int128(fill.window.hours)
    }
}
