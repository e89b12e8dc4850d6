import Domain
import ExchangeAPI
import Persistence
import Sequencer
import Trading

/// What was read, and the last record that it reflects.
public struct Snapshot<Value: Sendable>: Sendable {
    public let value: Value
    public let sequence: Int64

    public init(_ value: Value, sequence: Int64) {
        self.value = value
        self.sequence = sequence
    }
}

/// Why nothing could be read.
public enum ReadFault: Error, Sendable {
    /// Now; perhaps again soon. The text is for the log.
    case unavailable(String)
    /// What is stored does not have its form. The text is for the log.
    case damaged(String)
}

/// The one that decides: the sequencer, or on a node that does not write, the way to it.
public protocol ExchangePort: Sendable {
    /// Returns once the command is durable, refused by the rules or not.
    func submit(_ submission: Submission) async -> Result<Receipt, SubmitError>

    var status: SequencerStatus { get }
    /// The last signed head; nil before the first record.
    var checkpoint: StoredCheckpoint? { get }
    /// Commands that wait.
    var inboxDepth: Int { get }

    /// Looks at the state between two batches.
    func inspect<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing Exchange) throws -> Value
    ) async throws -> Value

    /// As `inspect`, for a body that changes the state and gives all of it back.
    func rehearse<Value: Sendable>(
        _ body: @escaping @Sendable (inout Exchange) throws -> Value
    ) async throws -> Value

    /// True once two persons have confirmed the wall's clock.
    func confirmClock(_ person: PersonID) async throws -> Bool
}

extension Sequencer: ExchangePort {}
