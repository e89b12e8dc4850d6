import Domain
import Records
import Sequencer
import Trading
import TransparencyLog

/// Hands commands to the sequencer, one after the other, under keys and nonces that derive from a seed.
///
/// The same input with the same seed gives the same log.
final class SequencerDesk: CommandDesk {
    private let sequencer: Sequencer
    private let seed: [UInt8]
    private(set) var count: UInt64 = 0

    init(_ sequencer: Sequencer, seed: [UInt8]) {
        self.sequencer = sequencer
        self.seed = seed
    }

    /// Commands that may be on their way at once; fewer than the inbox takes.
    private static let mostOnTheWay = 4_096
    private var onTheWay: [(outcome: Task<Outcome, any Error>, note: (Outcome) throws -> Void)] = []

    func send(
        _ command: Command, by actor: Actor, text: ErasableText?, note: @escaping (Outcome) throws -> Void
    ) async throws {
        let submission = try submission(command, actor, text)
        let (stream, continuation) = AsyncStream<Result<Outcome, SubmitError>>.makeStream()
        sequencer.enqueue(submission) { continuation.yield($0.map(\.outcome)) }
        let outcome = Task {
            for await result in stream { return try result.get() }
            throw SubmitError.stopped
        }
        onTheWay.append((outcome, note))
        if onTheWay.count >= Self.mostOnTheWay { try await drain() }
    }

    func drain() async throws {
        for (outcome, note) in onTheWay { try note(try await outcome.value) }
        onTheWay.removeAll(keepingCapacity: true)
    }

    func submit(_ command: Command, by actor: Actor, text: ErasableText?) async throws -> Record {
        try await sequencer.submit(submission(command, actor, text)).get().record
    }

    private func submission(_ command: Command, _ actor: Actor, _ text: ErasableText?) throws -> Submission {
        count += 1
        let key = IdempotencyKey(organisation: actor.organisation, operation: command.kind, text: "demo-\(count)")
        return Submission(
            actor: actor, command: command, nonce: try nonce(), key: key,
            bodyHash: Digest.sha256(of: command.canonicalBytes).bytes, texts: text.map { [$0] } ?? [])
    }

    private func nonce() throws -> Nonce {
        var bytes = seed
        withUnsafeBytes(of: count.bigEndian) { bytes += $0 }
        return try Nonce(bytes: Digest.sha256(of: bytes).bytes)
    }
}
