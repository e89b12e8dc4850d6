import ArgumentParser
import Domain
import Foundation
import ProgrammeFiles
import Records
import TransparencyLog

/// `suanli import`: a market's files into an exchange, over HTTP.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Hand a market's files to an exchange over HTTP, row by row, in one ordered stream.",
        discussion: """
            Every row goes under an Idempotency-Key made of the file's hash and its line. Where the exchange is lost on \
            the way, the row is sent again; where the import itself is cut off, run it again with the same file: what \
            was carried out is told again and not done twice.
            """,
        subcommands: [Market.self, Offers.self, Demands.self])

    /// `suanli import market`.
    struct Market: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set a new exchange up for two files: catalogue, parties, deposits, programmes.")
        @OptionGroup var options: ImportOptions
        @Option(help: "The offers that will be listed (CSV): their providers are admitted.")
        var offers: String
        @Option(help: "The demands that will be submitted (CSV): their buyers are admitted, with money.")
        var demands: String
        @Option(help: "A voucher programme (YAML); may be given several times.")
        var programme: [String] = []

        func run() async throws { try await inOneLine(setUp) }

        private func setUp() async throws {
            let rules = try ProgrammeFile.all(programme)
            let files = try MarketFiles(offers: offers, demands: demands)
            try await options.run(files, hash: files.hash) { loader, _ in
                try await loader.open(programmes: rules)
                print("market: \(loader.zoneRows.count) zones, \(loader.parties.count) parties")
            }
        }
    }

    /// `suanli import offers FILE`.
    struct Offers: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List every offer of a file.")
        @OptionGroup var options: ImportOptions
        @Argument(help: "The offers (CSV, the columns of sample/offers.csv).")
        var file: String

        func run() async throws { try await inOneLine(list) }

        private func list() async throws {
            let files = try MarketFiles(offers: file, demands: nil)
            try await options.run(files, of: .offers, rows: files.offers.count) { try await $0.listOffers() }
        }
    }

    /// `suanli import demands FILE`.
    struct Demands: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Submit every demand of a file at its time, moving the market's clock.")
        @OptionGroup var options: ImportOptions
        @Argument(help: "The demands (CSV, the columns of sample/demands.csv).")
        var file: String

        func run() async throws { try await inOneLine(submit) }

        private func submit() async throws {
            let files = try MarketFiles(offers: nil, demands: file)
            try await options.run(files, of: .demands, rows: files.demands.count) { loader in
                try await loader.submitDemands { _ in }
            }
        }
    }
}

/// Where an import goes, and as whom.
struct ImportOptions: ParsableArguments {
    @OptionGroup var exchange: ExchangeOptions
    @Option(help: "The day on which second 0 of the demands falls, and offers begin, as 2026-01-01.")
    var asOf: String
    @Option(help: "The folder with zones.csv, links.csv, chips.csv and parties.csv.")
    var tables: String = "sample"
    @Option(help: "A file that gets a line for each answer: sequence number, organisation, operation, key, outcome.")
    var receipts: String?

    /// Hands in the rows of one file to an exchange that is set up, and prints what became of them.
    func run(
        _ files: MarketFiles, of kind: MarketFile.Kind, rows: Int, _ body: (MarketLoader) async throws -> Void
    ) async throws {
        try await run(files, hash: files.file(kind).hash) { loader, client in
            try await loader.learn(from: client, key: try KeyFile(path: exchange.keys).key(of: Staff.clerk))
            try await body(loader)
            print(ImportSummary(kind.rawValue, rows: rows, files.refused, loader.refused).text)
        }
    }

    /// Runs one part of an import against the exchange.
    func run(
        _ files: MarketFiles, hash: Digest, _ body: (MarketLoader, ExchangeClient) async throws -> Void
    ) async throws {
        let start = ZoneClock.utc.midnight(of: try CivilDate(asOf: asOf))
        let log = try receipts.map { try ReceiptLog(path: $0) }
        let reference = try ReferenceTables(folder: tables)
        try await exchange.withDesk(hash, receipts: log) { desk, _ in
            let loader = MarketLoader(desk: desk, tables: reference, files: files, start: start) { text in
                FileHandle.standardError.write(Data("import: \(text)\n".utf8))
            }
            try await body(loader, desk.client)
        }
    }
}

extension CivilDate {
    /// Of an argument `--as-of`. Throws `SetUpProblem`.
    init(asOf text: String) throws(SetUpProblem) {
        do throws(Reason) { try self.init(text) } catch {
            throw SetUpProblem("--as-of \(text): is no day; write it as 2026-01-01")
        }
    }
}
