import Domain
import ExchangeAPI
import Identity
import Records
import Sequencer
import Trading

extension Call {
    /// Sends a command and returns once it is durable.
    ///
    /// Errors: the reason of a refusal, with its record's number; `keyConflict`; `busy`, `unavailable`,
    /// `intakeStopped`, `internalFault`.
    func submit(_ command: Command, texts: [ErasableText] = []) async throws(ServiceFault) -> Receipt {
        let result = await parts.exchange.submit(
            Submission(
                actor: actor, command: command, nonce: nonce(command.kind), key: idempotencyKey(command.kind),
                bodyHash: fingerprint(), texts: texts))
        switch result {
        case .success(let receipt):
            if case .refused(let reason) = receipt.outcome {
                throw try await fault(reason, receipt.sequence, command)
            }
            return receipt
        case .failure(let error):
            guard let reason = error.reason else { throw ServiceFault(.keyConflict) }
            throw ServiceFault(reason, detail: "\(error)")
        }
    }

    /// With the band of now, where the price was outside it.
    func fault(
        _ reason: Reason, _ sequence: Int64?, _ command: Command
    ) async throws(ServiceFault) -> ServiceFault {
        var fault = ServiceFault(reason, sequence: sequence)
        if reason == .priceOutsideCollar { fault.band = try await inspect { $0.priceBand(for: command) }.value }
        return fault
    }

    /// Random bytes that a repeated request draws again where chance is seeded.
    func draw(_ purpose: DrawPurpose, _ kind: CommandKind) -> [UInt8] {
        parts.randomness.bytes(
            purpose,
            for: .request(organisation: actor.organisation, operation: kind.rawValue, key: key ?? ""))
    }

    /// A text that the record names by a commitment, and that can be erased.
    func erasable(_ text: String, position: Int, of kind: CommandKind) -> ErasableText {
        let salt = draw(.salt(position), kind)
        return ErasableText(commitment: Commitment(to: text, salt: salt), salt: salt, text: text)
    }

    private func nonce(_ kind: CommandKind) -> Nonce {
        do throws(Reason) {
            return try Nonce(bytes: draw(.nonce, kind))
        } catch { preconditionFailure("the door draws 32 bytes") }
    }

    private func idempotencyKey(_ kind: CommandKind) -> IdempotencyKey {
        guard let key else { preconditionFailure("a command's route needs a key") }
        return IdempotencyKey(organisation: actor.organisation, operation: kind, text: key)
    }

    /// Stands for what was asked: by whom, where, and the body's meaning whatever its spaces and its order.
    private func fingerprint() -> [UInt8] {
        parts.secret.fingerprint(
            of: Array("\(actor.person.number) \(path) ".utf8) + (document?.canonicalBytes ?? []))
    }
}
