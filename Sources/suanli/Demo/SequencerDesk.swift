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
    private var onTheWay: [(answer: Task<CommandAnswer, any Error>, note: (CommandAnswer) throws -> Void)] = []

    let isAlone = true

    func send(
        _ command: Command, named name: String, by actor: Actor, text: ErasableText?,
        note: @escaping (CommandAnswer) throws -> Void
    ) async throws {
        let submission = try submission(command, actor, text)
        let (stream, continuation) = AsyncStream<Result<CommandAnswer, SubmitError>>.makeStream()
        sequencer.enqueue(submission) { continuation.yield($0.map { CommandAnswer($0.record) }) }
        let answer = Task {
            for await result in stream { return try result.get() }
            throw SubmitError.stopped
        }
        onTheWay.append((answer, note))
        if onTheWay.count >= Self.mostOnTheWay { try await drain() }
    }

    func drain() async throws {
        for (answer, note) in onTheWay { try note(try await answer.value) }
        onTheWay.removeAll(keepingCapacity: true)
    }

    func submit(
        _ command: Command, named name: String, by actor: Actor, text: ErasableText?
    ) async throws -> CommandAnswer {
        CommandAnswer(try await sequencer.submit(submission(command, actor, text)).get().record)
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
