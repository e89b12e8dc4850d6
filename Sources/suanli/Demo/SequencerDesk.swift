import Domain
import Records
import Sequencer
import Trading
import TransparencyLog

/// Hands commands to the sequencer, one after the other, under keys and nonces that derive from a seed.
///
/// The same input with the same seed gives the same log.
final class SequencerDesk: CommandDesk {
    private typealias Answer = Result<Receipt, SubmitError>

    private let sequencer: Sequencer
    private let seed: [UInt8]
    private(set) var count: UInt64 = 0

    /// Commands that may be on their way at once; fewer than the inbox takes, and more than two batches have, so
    /// that one is handed in while one is decided and one is written.
    private static let mostOnTheWay = 6_144
    /// Who wants to know of the commands on their way, the oldest first; the answers come in the same order.
    private var onTheWay: [(CommandAnswer) throws -> Void] = []
    private let tell: AsyncStream<Answer>.Continuation
    private var answers: AsyncStream<Answer>.Iterator

    init(_ sequencer: Sequencer, seed: [UInt8]) {
        self.sequencer = sequencer
        self.seed = seed
        let (stream, continuation) = AsyncStream<Answer>.makeStream()
        tell = continuation
        answers = stream.makeAsyncIterator()
    }

    let isAlone = true

    func send(
        _ command: Command, named name: String, by actor: Actor, text: ErasableText?,
        note: @escaping (CommandAnswer) throws -> Void
    ) async throws {
        sequencer.enqueue(try submission(command, actor, text)) { [tell] in tell.yield($0) }
        onTheWay.append(note)
        if onTheWay.count >= Self.mostOnTheWay { try await drain(Self.mostOnTheWay / 3) }
    }

    func drain() async throws { try await drain(onTheWay.count) }

    /// Waits for the oldest commands on their way.
    private func drain(_ count: Int) async throws {
        for note in onTheWay.prefix(count) {
            guard let answer = await answers.next() else { throw SubmitError.stopped }
            try note(CommandAnswer(try answer.get().record))
        }
        onTheWay.removeFirst(count)
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
