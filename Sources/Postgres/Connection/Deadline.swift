/// The instant at which a wait for the server is given up.
public struct Deadline: Sendable, Equatable {
    /// Nil waits for as long as it takes.
    private let instant: ContinuousClock.Instant?

    private init(instant: ContinuousClock.Instant?) { self.instant = instant }

    public static let never = Deadline(instant: nil)

    public static func after(_ duration: Duration) -> Deadline { Deadline(instant: .now + duration) }

    public var hasPassed: Bool { instant.map { $0 <= .now } ?? false }

    /// For poll(2): -1 waits without end; rounded up, so that a wait never ends early.
    var millisecondsLeft: Int32 {
        guard let instant else { return -1 }
        let left = ContinuousClock.now.duration(to: instant)
        guard left > .zero else { return 0 }
        let (seconds, attoseconds) = left.components
        guard seconds < 86_400 else { return 86_400_000 }
        return Int32(seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1)
    }
}
