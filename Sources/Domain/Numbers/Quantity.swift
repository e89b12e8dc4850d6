/// A quantity in milli-units: 1000 is one whole instance or device. 0 ... 10⁹.
public struct Quantity: Hashable, Sendable {
    public let milli: Int64

    /// The bound of `rules.md`: a million whole units.
    public static let mostMilli: Int64 = 1_000_000_000
    public static let zero = Quantity(unchecked: 0)

    @inlinable
    public init(unchecked milli: Int64) { self.milli = milli }

    /// A quantity that somebody lists or asks for. Errors: `quantityNotPositive`, `quantityTooLarge`.
    public init(_ milli: Int64) throws(Reason) {
        guard milli > 0 else { throw .quantityNotPositive }
        guard milli <= Quantity.mostMilli else { throw .quantityTooLarge }
        self.milli = milli
    }
}

extension Quantity: Comparable {
    @inlinable
    public static func < (left: Quantity, right: Quantity) -> Bool { left.milli < right.milli }
}

extension Quantity: AdditiveArithmetic {
    @inlinable
    public static func + (left: Quantity, right: Quantity) -> Quantity {
        Quantity(unchecked: left.milli + right.milli)
    }
    @inlinable
    public static func - (left: Quantity, right: Quantity) -> Quantity {
        Quantity(unchecked: left.milli - right.milli)
    }
    /// The largest multiple of `lot` that is not larger.
    @inlinable
    public func roundedDown(toMultipleOf lot: Quantity) -> Quantity {
        Quantity(unchecked: milli / lot.milli * lot.milli)
    }
}
