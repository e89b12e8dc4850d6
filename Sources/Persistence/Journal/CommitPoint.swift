/// The points that a commit passes, as `reliability.md` numbers them.
public enum CommitPoint: String, CaseIterable, Sendable {
    /// The transaction is open and the fence was passed.
    case begun = "P4"
    /// Half of the statements were sent.
    case halfWritten = "P5"
    /// All but COMMIT was sent.
    case beforeCommit = "P6"
    /// COMMIT was sent, and its answer not read.
    case commitSent = "P7"
}

/// Somebody who stops the program at a point of a commit, for tests of what a crash leaves.
public struct CommitPointObserver: Sendable {
    /// Called at each pass; true asks that all that was said so far be sent, and then for `stop`.
    let stops: @Sendable (CommitPoint) -> Bool
    let stop: @Sendable (CommitPoint) -> Never

    public init(stops: @escaping @Sendable (CommitPoint) -> Bool, stop: @escaping @Sendable (CommitPoint) -> Never) {
        self.stops = stops
        self.stop = stop
    }
}
