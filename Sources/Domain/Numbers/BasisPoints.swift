/// A rate in basis points (1/10,000): 0 ... 10,000.
public struct BasisPoints: Hashable, Comparable, Sendable {
    public let value: Int64
    public static let zero = BasisPoints(unchecked: 0)
    public static let whole = BasisPoints(unchecked: 10_000)

    @inlinable
    public init(unchecked value: Int64) { self.value = value }

    /// Errors: `rateOutOfRange`.
    public init(_ value: Int64) throws(Reason) {
        guard (0...10_000).contains(value) else { throw .rateOutOfRange }
        self.value = value
    }

    @inlinable
    public static func < (left: BasisPoints, right: BasisPoints) -> Bool { left.value < right.value }

    /// `amount` × rate, rounded by `rule`.
    @inlinable
    public func of(_ amount: Money, _ rule: Rounding = .halfEven) -> Money {
        Money(fen: Int64(rule.quotient(Int128(amount.fen) * Int128(value), 10_000)))
    }
}

/// A VAT rate in whole percent: 0 ... 100. 6 is cloud service, 13 is equipment lease.
public struct VATRate: Hashable, Comparable, Sendable {
    public let percent: Int64
    public static let cloudService = VATRate(unchecked: 6)
    public static let equipmentLease = VATRate(unchecked: 13)

    @inlinable
    public init(unchecked percent: Int64) { self.percent = percent }

    /// Errors: `rateOutOfRange`.
    public init(_ percent: Int64) throws(Reason) {
        guard (0...100).contains(percent) else { throw .rateOutOfRange }
        self.percent = percent
    }

    @inlinable
    public static func < (left: VATRate, right: VATRate) -> Bool { left.percent < right.percent }

    /// The part of `gross` without tax: gross × 100 / (100 + rate), half-even.
    @inlinable
    public func net(of gross: Money) -> Money {
        Money(fen: Int64(Rounding.halfEven.quotient(Int128(gross.fen) * 100, Int128(100 + percent))))
    }
}
