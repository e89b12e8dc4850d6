/// An instant: microseconds since 1970-01-01T00:00:00Z.
///
/// Only the journal makes them: max(last stamp, clock).
public struct Stamp: Hashable, Comparable, Sendable {
    public let microseconds: Int64

    @inlinable
    public init(microseconds: Int64) { self.microseconds = microseconds }
    @inlinable
    public init(seconds: Int64) { microseconds = seconds * 1_000_000 }

    public static let epoch = Stamp(microseconds: 0)

    /// Whole seconds, rounded down.
    @inlinable
    public var seconds: Int64 { microseconds.flooringQuotient(1_000_000) }

    @inlinable
    public static func < (left: Stamp, right: Stamp) -> Bool { left.microseconds < right.microseconds }
}

extension Int64 {
    /// The quotient rounded toward negative infinity, for a positive divisor.
    @inlinable
    public func flooringQuotient(_ divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
