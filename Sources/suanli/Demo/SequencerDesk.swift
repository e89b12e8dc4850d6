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

    func submit(_ command: Command, by actor: Actor, text: ErasableText?) async throws -> Record {
        count += 1
        let key = IdempotencyKey(organisation: actor.organisation, operation: command.kind, text: "demo-\(count)")
        let submission = Submission(
            actor: actor, command: command, nonce: try nonce(), key: key,
            bodyHash: Digest.sha256(of: command.canonicalBytes).bytes, texts: text.map { [$0] } ?? [])
        return try await sequencer.submit(submission).get().record
    }

    private func nonce() throws -> Nonce {
        var bytes = seed
        withUnsafeBytes(of: count.bigEndian) { bytes += $0 }
        return try Nonce(bytes: Digest.sha256(of: bytes).bytes)
    }
}
