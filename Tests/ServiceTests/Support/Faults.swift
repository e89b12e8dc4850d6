import Domain
import ExchangeAPI
import Foundation
import Persistence
import Sequencer
import Service
import Trading

/// A sequencer that answers every command with one fault, to see what the door makes of it.
struct FaultyPort: ExchangePort {
    let error: SubmitError
    var status: SequencerStatus { .recovering }
    var checkpoint: StoredCheckpoint? { nil }
    var inboxDepth: Int { 0 }

    func submit(_ submission: Submission) async -> Result<Receipt, SubmitError> { .failure(error) }

    func inspect<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing Exchange) throws -> Value
    ) async throws -> Value { throw error }

    func rehearse<Value: Sendable>(
        _ body: @escaping @Sendable (inout Exchange) throws -> Value
    ) async throws -> Value { throw error }

    func confirmClock(_ person: PersonID) async throws -> Bool { throw error }
}
