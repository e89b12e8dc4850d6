/// The class that a reference price belongs to: one instance type in one zone.
///
/// That is what a provider's lowest open price is compared over. VAT rate, tier, buyer class, lot and term, which
/// also part offer classes, are left out: a finer class would hold so few fills that one provider could set it.
public struct ReferenceClass: Hashable, Comparable, Sendable {
    public let instanceType: InstanceTypeID
    public let zone: ZoneID

    public init(instanceType: InstanceTypeID, zone: ZoneID) {
        self.instanceType = instanceType
        self.zone = zone
    }

    public static func < (left: ReferenceClass, right: ReferenceClass) -> Bool {
        (left.instanceType, left.zone) < (right.instanceType, right.zone)
    }
}

/// What the market's reference price of a class was found from.
public enum ReferenceBasis: UInt8, Sendable, CaseIterable {
    /// Fills of 30 days between unrelated parties without public money.
    case fills
    /// Open asks of at least five distinct owners.
    case asks
}

/// The market's reference price of a class.
public struct ReferenceFinding: Hashable, Sendable {
    /// Per unit-hour, VAT included.
    public let price: UnitPrice
    public let basis: ReferenceBasis

    public init(price: UnitPrice, basis: ReferenceBasis) {
        self.price = price
        self.basis = basis
    }
}

/// A class's reference price from a version on, until a later version names the class again.
public struct ReferencePrice: Hashable, Sendable {
    public let referenceClass: ReferenceClass
    /// nil where the market gives none any more; a programme's own table then speaks, if it has a row.
    public let finding: ReferenceFinding?

    public init(_ referenceClass: ReferenceClass, _ finding: ReferenceFinding?) {
        self.referenceClass = referenceClass
        self.finding = finding
    }
}
