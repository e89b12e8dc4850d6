import ArgumentParser
import Foundation
import Persistence
import Postgres

/// `suanli report`: what an exchange or a market came to.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Print the figures of an exchange, or compare a market under several rules.",
        subcommands: [Exchange.self, Market.self], defaultSubcommand: Exchange.self)

    /// `suanli report [exchange]`: the figures of an exchange as it stands.
    struct Exchange: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the figures of an exchange, each a query over its database.")

        @OptionGroup var place: PlaceOptions
        @Option(help: "Form of the report: text or json.")
        var form: ReportForm = .text

        func run() async throws {
            try await inOneLine {
                try await withDatabase(place) { database in
                    let connection = try Connection(try database.source(.auditor))
                    defer { connection.close() }
                    let market = try MarketReport(readFrom: connection)
                    let root = try connection.execute("SELECT encode(root, 'hex') FROM exchange.log_head").first().text(
                        0)
                    let explanation = try Explanation(try JournalReader(try database.source(.auditor)))
                    let run = RunSummary(refusedRows: [], seconds: 0, head: root, commands: market.sequence)
                    print(
                        try form == .text
                            ? ReportText(market: market, explanation: explanation, run: run).text
                            : ReportJSON(market: market, explanation: explanation, run: run).text)
                }
            }
        }
    }
}
