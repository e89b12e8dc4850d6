import Glibc

/// Clocks of the system, in nanoseconds.
enum Clocks {
    static func monotonic() -> Int64 { read(CLOCK_MONOTONIC) }

    /// Processor time of the calling thread.
    static func thread() -> Int64 { read(CLOCK_THREAD_CPUTIME_ID) }

    /// The least that two readings of `monotonic` in a row lie apart.
    static func leastGap() -> Int64 {
        (0..<1_000).reduce(Int64.max) { least, _ in
            let begin = monotonic()
            return min(least, monotonic() - begin)
        }
    }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
