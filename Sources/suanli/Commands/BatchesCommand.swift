import ArgumentParser
import Domain
import ExchangeAPI
import WebPages
import Wording

/// `suanli batches`: what the next batches of an exchange would come to.
struct BatchesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batches",
        abstract: "Print the indicative prices of the next batches of an exchange, over HTTP.",
        discussion: """
            Of each round of the policy, or of one zone and lot. Nothing is traded by it. The exchange's page /batches \
            shows the same. An operator's key of the file is used, or that of another that it names.
            """)

    @OptionGroup var exchange: ExchangeOptions
    @Option(help: "A zone, as zone-2, instead of the policy's rounds.")
    var zone: String?
    @Option(help: "With a zone: the lot, in milli-units.")
    var lotMilli: Int64 = 1_000
    @Option(name: .customLong("as"), help: "Whose key of the file asks.")
    var name = "operator"
    @Option(help: "Language of the text: zh or en.")
    var lang = PageLanguage.en
    @Option(help: "Form: text or json.")
    var form: ReportForm = .text

    func run() async throws {
        try await inOneLine {
            let client = ExchangeClient(url: exchange.url, patience: .seconds(exchange.patience))
            do { try await ask(client) } catch {
                try? await client.shutdown()
                throw error
            }
            try await client.shutdown()
        }
    }

    private func ask(_ client: ExchangeClient) async throws {
        let key = try KeyFile(path: exchange.keys).key(named: name)
        var (rounds, sequence): ([BatchIndicationResource], Int64) = ([], 0)
        for (zone, lot) in try await scopes(client, key) {
            let found = try await client.value(
                "/v1/batch-indication?zone=\(zone)&lot_milli=\(lot)", of: BatchIndicationResource.self, key: key)
            rounds.append(found.value)
            sequence = found.sequence
        }
        switch form {
        case .text: print(RoundsText(RoundsView(sequence: sequence, rounds: rounds), lang.language).text)
        case .json: print(String(decoding: WireEncoder.encode(rounds), as: UTF8.self))
        }
    }

    private func scopes(_ client: ExchangeClient, _ key: String) async throws -> [(zone: ZoneID, lot: Int64)] {
        if let zone { return [(try ZoneID(zone), lotMilli)] }
        let policy = try await client.value("/v1/batch-policy", of: BatchPolicyResource.self, key: key).value
        return policy.policy.rounds.map { ($0.zone, $0.lotMilli) }
    }
}

/// The language of what is printed.
enum PageLanguage: String, ExpressibleByArgument, CaseIterable {
    case zh
    case en

    var language: Language { self == .zh ? .zh : .en }
}
