/// A whole hour UTC, counted from 1970-01-01T00Z.
public typealias Hour = Int64

extension Stamp {
    public static let microsecondsPerHour: Int64 = 3_600_000_000

    /// The hour that contains this instant.
    @inlinable
    public var hour: Hour { microseconds.flooringQuotient(Stamp.microsecondsPerHour) }

    /// The first instant of an hour.
    @inlinable
    public init(hour: Hour) { microseconds = hour * Stamp.microsecondsPerHour }
}

/// Whole hours UTC, half-open [start, end), of 1 ... 87,600 hours.
public struct Window: Hashable, Sendable {
    public let start: Hour
    public let end: Hour

    /// The bound of `rules.md`: ten years of 8,760 hours.
    public static let mostHours: Int64 = 87_600

    @inlinable
    public init(unchecked start: Hour, _ end: Hour) {
        self.start = start
        self.end = end
    }

    /// Errors: `windowInverted`, `windowTooLong`, `windowOutOfRange`.
    public init(_ start: Hour, _ end: Hour) throws(Reason) {
        guard start < end else { throw .windowInverted }
        guard start >= 0, end <= 100_000_000 else { throw .windowOutOfRange }
        guard end - start <= Window.mostHours else { throw .windowTooLong }
        self.start = start
        self.end = end
    }

    @inlinable
    public var hours: Int64 { end - start }
    @inlinable
    public var seconds: Int64 { hours * 3600 }

    @inlinable
    public func contains(_ other: Window) -> Bool { start <= other.start && other.end <= end }
    @inlinable
    public func overlaps(_ other: Window) -> Bool { start < other.end && other.start < end }
}
