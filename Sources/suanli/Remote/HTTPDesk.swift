import Domain
import Records
import Trading
import TransparencyLog

/// Hands commands to an exchange over HTTP, one after the other: the next is sent when the last is answered.
///
/// Each goes under a key made of a hash and the command's own name, so that a second run asks the same again and is
/// told the same.
final class HTTPDesk: CommandDesk {
    let client: ExchangeClient
    let keys: KeyFile
    /// Begins every Idempotency-Key: 32 hexadecimal digits.
    private let prefix: String
    private let receipts: ReceiptLog?

    /// - Parameters:
    ///   - hash: of the file that the commands come from.
    ///   - receipts: gets a line for each answer, before anybody is told.
    init(_ client: ExchangeClient, keys: KeyFile, hash: Digest, receipts: ReceiptLog?) {
        self.client = client
        self.keys = keys
        self.receipts = receipts
        prefix = String(hash.hexadecimal.prefix(32))
    }

    let isAlone = false

    func submit(
        _ command: Command, named name: String, by actor: Actor, text: ErasableText?
    ) async throws -> CommandAnswer {
        guard let request = try RESTRequest(command, text: text) else {
            throw SetUpProblem("\(command.kind): cannot be handed in over HTTP")
        }
        let key = "\(prefix)-\(name)"
        let answer = try await client.post(request, key: try keys.key(of: actor), idempotencyKey: key)
        guard answer.isAboutCommand else { throw client.refusal(request.path, answer.status, answer) }
        try receipts?.note(answer.command, command.kind, actor, key)
        return answer.command
    }

    func send(
        _ command: Command, named name: String, by actor: Actor, text: ErasableText?,
        note: @escaping (CommandAnswer) throws -> Void
    ) async throws {
        try note(try await submit(command, named: name, by: actor, text: text))
    }

    func drain() async throws {}
}
