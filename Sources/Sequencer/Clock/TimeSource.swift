import Domain
import Glibc

/// Where the sequencer reads the time.
public struct TimeSource: Sendable {
    /// The wall's clock, which may be set.
    public let wall: @Sendable () -> Stamp
    /// A clock that nobody sets and that goes on while the machine sleeps.
    public let steady: @Sendable () -> Duration

    public init(wall: @escaping @Sendable () -> Stamp, steady: @escaping @Sendable () -> Duration) {
        self.wall = wall
        self.steady = steady
    }

    public static let system = TimeSource(
        wall: {
            let time = TimeSource.read(CLOCK_REALTIME)
            return Stamp(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
        },
        steady: {
            let time = TimeSource.read(CLOCK_BOOTTIME)
            return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
        })

    private static func read(_ clock: clockid_t) -> timespec {
        var time = timespec()
        clock_gettime(clock, &time)
        return time
    }
}
