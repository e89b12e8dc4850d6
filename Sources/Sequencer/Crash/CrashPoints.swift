#if CRASH_POINTS
    import Glibc
    import Persistence
    import Synchronization

    /// Points of the commit path at which a test stops this process dead, as `kill -9` would.
    ///
    /// `SUANLI_CRASH=P5:3` stops it at the third pass of P5 that has commands in flight. `SUANLI_CRASH_COUNTS`
    /// names a file that gets the number of passes of each point when the sequencer ends. Debug builds only.
    ///
    /// `SUANLI_CRASH_CONTROL=early-answer` makes a sequencer that answers before COMMIT, which a test of crashes has to
    /// find out.
    public final class CrashPoints: Sendable {
        public enum Point: String, CaseIterable, Sendable {
            /// Numbered and decided in memory.
            case decided = "P3"
            case begun = "P4"
            case halfWritten = "P5"
            case beforeCommit = "P6"
            case commitSent = "P7"
            /// The commit was answered, and nobody was told.
            case committed = "P8"
            /// The head is in its file; the answers are not sent.
            case beforeAnswer = "P9"
        }

        public static let shared = CrashPoints(environment: "SUANLI_CRASH")

        private struct State {
            var passes: [Point: Int] = [:]
            var inFlight = 0
        }

        private let target: (point: Point, pass: Int)?
        /// Whether commands are answered before they are durable.
        let answersEarly = getenv("SUANLI_CRASH_CONTROL").map { String(cString: $0) } == "early-answer"
        private let state = Mutex(State())

        private init(environment name: String) {
            let parts = getenv(name).map { String(cString: $0) }?.split(separator: ":") ?? []
            if parts.count == 2, let point = Point(rawValue: String(parts[0])), let pass = Int(parts[1]) {
                target = (point, pass)
            } else {
                target = nil
            }
        }

        /// How often each point was passed with commands in flight.
        public var passes: [Point: Int] { state.withLock { $0.passes } }

        func setInFlight(_ count: Int) { state.withLock { $0.inFlight = count } }

        func pass(_ point: Point) {
            if isReached(point) { stop() }
        }

        private func isReached(_ point: Point) -> Bool {
            let passes = state.withLock { state in
                guard state.inFlight > 0 else { return 0 }
                state.passes[point, default: 0] += 1
                return state.passes[point] ?? 0
            }
            return point == target?.point && passes == target?.pass
        }

        private func stop() -> Never {
            // The answers that were given too early get the time to reach their askers.
            if answersEarly { usleep(300_000) }
            raise(SIGKILL)
            fatalError("SIGKILL does not return")
        }

        /// Hands the points within the transaction to the journal. COMMIT is then a statement of its own.
        var observer: CommitPointObserver? {
            guard target != nil || getenv("SUANLI_CRASH_COUNTS") != nil else { return nil }
            return CommitPointObserver(
                stops: { self.isReached(Point($0)) }, stop: { _ in self.stop() })
        }

        /// A line for each point: its name and its passes.
        func writeCounts() {
            guard let path = getenv("SUANLI_CRASH_COUNTS"), let file = fopen(path, "w") else { return }
            let passes = self.passes
            for point in Point.allCases { fputs("\(point.rawValue) \(passes[point] ?? 0)\n", file) }
            fclose(file)
        }
    }

    extension CrashPoints.Point {
        init(_ point: CommitPoint) {
            switch point {
            case .begun: self = .begun
            case .halfWritten: self = .halfWritten
            case .beforeCommit: self = .beforeCommit
            case .commitSent: self = .commitSent
            }
        }
    }
#endif
