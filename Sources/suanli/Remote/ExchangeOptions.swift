import ArgumentParser
import TransparencyLog

/// Which exchange a command speaks to, and as whom.
struct ExchangeOptions: ParsableArguments {
    @Option(help: "The exchange's address, as http://127.0.0.1:8080.")
    var url: String
    @Option(help: "API keys (JSON), as suanli key file makes them.")
    var keys: String
    @Option(help: "Seconds for which a request is sent again and again before it is given up.")
    var patience: Int = 120

    /// Hands commands in under keys that begin with a hash, as `HTTPDesk`.
    func withDesk(
        _ hash: Digest, receipts: ReceiptLog? = nil, _ body: (HTTPDesk, KeyFile) async throws -> Void
    ) async throws {
        let keyFile = try KeyFile(path: keys)
        let client = ExchangeClient(url: url, patience: .seconds(patience))
        do { try await body(HTTPDesk(client, keys: keyFile, hash: hash, receipts: receipts), keyFile) } catch {
            try? await client.shutdown()
            throw error
        }
        if client.repeats > 0 { print("requests sent again: \(client.repeats)") }
        try await client.shutdown()
    }
}
