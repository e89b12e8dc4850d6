import Domain
import Foundation
import Persistence
import Synchronization
import Trading

/// Puts all commands in one order, decides them on a thread of its own, and answers once they are durable.
///
/// One process does this for an exchange: it holds the epoch. When it loses its database, or does not know what
/// became of a batch, it throws its state away and loads it anew; when another process has taken over, it ends.
public final class Sequencer: Sendable {
    let configuration: SequencerConfiguration
    let inbox: Inbox
    let published = Mutex(Published())
    private let ended = DispatchGroup()

    /// What other threads may see.
    struct Published: Sendable {
        var status = SequencerStatus.starting
        var checkpoint: StoredCheckpoint?
        var restoredFrom: Int64 = 0
    }

    /// Starts the thread and waits until the state is loaded.
    ///
    /// Errors: see `StartError`; nothing runs after one.
    public static func start(_ configuration: SequencerConfiguration) async throws(StartError) -> Sequencer {
        let sequencer = Sequencer(configuration)
        let result: Result<Void, StartError> = await withCheckedContinuation { continuation in
            sequencer.run { continuation.resume(returning: $0) }
        }
        try result.get()
        return sequencer
    }

    private init(_ configuration: SequencerConfiguration) {
        self.configuration = configuration
        inbox = Inbox(capacity: configuration.inboxCapacity)
    }

    private func run(_ started: @escaping @Sendable (Result<Void, StartError>) -> Void) {
        ended.enter()
        let thread = Thread { [self] in
            SequencerLoop(self).run(started)
            ended.leave()
        }
        thread.name = "sequencer"
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Writes a command and returns once it is durable, refused by the rules or not.
    ///
    /// Errors: see `SubmitError`. A cancelled task does not take its command back.
    public func submit(_ submission: Submission) async -> Result<Receipt, SubmitError> {
        await withCheckedContinuation { continuation in
            enqueue(submission) { continuation.resume(returning: $0) }
        }
    }

    /// The same for one who has more to hand in before the answer: commands of one caller are taken in the order of
    /// its calls. The answer comes on the sequencer's thread, or at once where the inbox is full or shut.
    public func enqueue(
        _ submission: Submission, _ answer: @escaping @Sendable (Result<Receipt, SubmitError>) -> Void
    ) {
        inbox.put(WaitingCommand(submission: submission, answer: PendingAnswer(answer)))
    }

    /// Looks at the state between two batches, on the sequencer's thread: keep it short.
    ///
    /// Errors: `unavailable`, `stopped`, `busy`, and what the body throws.
    public func inspect<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing Exchange) throws -> Value
    ) async throws -> Value {
        try await rehearse { exchange in try body(exchange) }
    }

    /// As `inspect`, for a body that changes the state and gives all of it back before it returns or throws.
    public func rehearse<Value: Sendable>(
        _ body: @escaping @Sendable (inout Exchange) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let taken = inbox.put { epoch in
                continuation.resume(
                    with: Result {
                        guard let epoch else { throw SubmitError.unavailable }
                        return try body(&epoch.exchange)
                    })
            }
            if !taken { continuation.resume(throwing: SubmitError.unavailable) }
        }
    }

    /// Confirms the wall's clock after intake was stopped; true once two persons have, and intake goes on.
    ///
    /// Errors: as for `inspect`.
    public func confirmClock(_ person: PersonID) async throws -> Bool {
        try await withCheckedThrowingContinuation { continuation in
            let taken = inbox.put { epoch in
                continuation.resume(
                    with: Result {
                        guard let epoch else { throw SubmitError.unavailable }
                        return epoch.wall.confirm(person)
                    })
            }
            if !taken { continuation.resume(throwing: SubmitError.unavailable) }
        }
    }

    /// Takes no more commands, serves those that wait, and returns when the thread has ended.
    public func stop() async {
        inbox.close()
        await end()
    }

    /// Returns when the thread has ended: after `stop`, or because another process has taken over.
    public func end() async {
        await withCheckedContinuation { continuation in
            ended.notify(queue: .global()) { continuation.resume() }
        }
    }
}

extension Sequencer {
    public var status: SequencerStatus { published.withLock { $0.status } }

    /// The last head that was signed; nil before the first record.
    public var checkpoint: StoredCheckpoint? { published.withLock { $0.checkpoint } }

    /// The record of the snapshot that the state of this epoch came from; 0 where the whole journal was folded.
    public var restoredFrom: Int64 { published.withLock { $0.restoredFrom } }

    /// The commands that wait.
    public var inboxDepth: Int { inbox.depth }
}

/// What a sequencer is doing.
public enum SequencerStatus: Hashable, Sendable {
    /// Loading the state for the first time.
    case starting
    case serving(epoch: Int64)
    /// An epoch has ended; the state is loaded anew.
    case recovering
    /// Another process has taken over.
    case fenced
    /// It cannot go on without a person; the text says why.
    case halted(String)
    case stopped
}
