/// A price, tariff or limit in micro-yuan per unit-hour, VAT included: 0 ... 10¹⁰.
public struct UnitPrice: Hashable, Sendable {
    public let microYuan: Int64

    /// The bound of `rules.md`: 10,000 yuan per unit-hour.
    public static let mostMicroYuan: Int64 = 10_000_000_000
    public static let zero = UnitPrice(unchecked: 0)

    @inlinable
    public init(unchecked microYuan: Int64) { self.microYuan = microYuan }

    /// A price that somebody asks or offers. Errors: `priceNotPositive`, `priceTooHigh`.
    public init(_ microYuan: Int64) throws(Reason) {
        guard microYuan > 0 else { throw .priceNotPositive }
        guard microYuan <= UnitPrice.mostMicroYuan else { throw .priceTooHigh }
        self.microYuan = microYuan
    }

    /// A tariff, which may be zero. Errors: `priceNotPositive`, `priceTooHigh`.
    public init(tariff microYuan: Int64) throws(Reason) {
        guard microYuan >= 0 else { throw .priceNotPositive }
        guard microYuan <= UnitPrice.mostMicroYuan else { throw .priceTooHigh }
        self.microYuan = microYuan
    }
}

extension UnitPrice: Comparable {
    @inlinable
    public static func < (left: UnitPrice, right: UnitPrice) -> Bool { left.microYuan < right.microYuan }
}

/// Price × quantity × hours before rounding, in 10⁻⁷ fen: micro-yuan × milli-units × hours.
///
/// Bounded by 10¹⁰ · 10⁹ · 87,600 < 2¹²⁷, so it never overflows.
public struct ExactAmount: Hashable, Sendable {
    public var value: Int128

    /// 10⁴ micro-yuan a fen × 10³ milli-units a unit.
    public static let perFen: Int128 = 10_000_000

    @inlinable
    public init(_ value: Int128 = 0) { self.value = value }

    /// One price over `hours` hours.
    @inlinable
    public init(_ price: UnitPrice, _ quantity: Quantity, hours: Int64) {
        value = Int128(price.microYuan) * Int128(quantity.milli) * Int128(hours)
    }

    /// A sum of hourly prices (micro-yuan) for a quantity.
    @inlinable
    public init(priceSum: Int128, _ quantity: Quantity) {
        value = priceSum * Int128(quantity.milli)
    }

    @inlinable
    public static func + (left: ExactAmount, right: ExactAmount) -> ExactAmount {
        ExactAmount(left.value + right.value)
    }

    /// The amount in fen. Errors: `overflow`.
    @inlinable
    public func rounded(_ rule: Rounding = .halfEven) throws(Reason) -> Money {
        Money(fen: try Int64(narrowing: rule.quotient(value, ExactAmount.perFen)))
    }
}
