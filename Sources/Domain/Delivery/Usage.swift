/// What became of the units of a lease over a stretch of seconds.
///
/// `used + idle + missed` = quantity (milli-units) × seconds. Unit: milli-unit-seconds.
public struct UsageReport: Hashable, Sendable {
    public let lease: LeaseID
    /// Seconds since 1970, half-open; within one lease, reported in order and without gaps.
    public let fromSecond: Int64
    public let untilSecond: Int64
    public let used: Int64
    public let idle: Int64

    public init(lease: LeaseID, fromSecond: Int64, untilSecond: Int64, used: Int64, idle: Int64) {
        self.lease = lease
        self.fromSecond = fromSecond
        self.untilSecond = untilSecond
        self.used = used
        self.idle = idle
    }
}

/// The three ends of a leased second.
public enum DeliveryOutcome: UInt8, Sendable, CaseIterable {
    case used
    case idle
    case missed
}
