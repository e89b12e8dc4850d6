import ArgumentParser
import Foundation

/// `suanli demo`: a market from files, from first zone to last report.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Run a market on the sample, or on files of the same form, and print what came of it.")

    @OptionGroup var place: PlaceOptions
    @Option(help: "Offers to list (CSV, the columns of sample/offers.csv).")
    var offers: String?
    @Option(help: "Demands to submit (CSV, the columns of sample/demands.csv).")
    var demands: String?
    @Option(help: "A voucher programme (YAML); may be given several times.")
    var programme: [String] = []
    @Option(help: "The day on which second 0 of the demands falls, as 2026-01-01.")
    var asOf: String = "2026-01-01"
    @Option(help: "Seed of nonces: the same input and seed give the same log.")
    var seed: UInt64 = 1
    @Flag(help: "End after the report.")
    var once = false
    @Option(help: "Port to serve on after the report; 0 takes a free one, which is printed.")
    var port = 8_080
    @Option(help: "Form of the report: text or json.")
    var report: ReportForm = .text

    func run() async throws {
        try await inOneLine {
            let run = DemoRun(
                place: place, offers: offers ?? place.samplePath("offers.csv"),
                demands: demands ?? place.samplePath("demands.csv"),
                programmes: programme.isEmpty ? DemoRun.samplePrograms.map(place.samplePath) : programme,
                asOf: asOf, seed: seed, once: once, form: report, port: port)
            try await run.run()
        }
    }
}

/// Where the exchange keeps its data and finds its files.
struct PlaceOptions: ParsableArguments {
    @Option(help: "The data folder; SUANLI_DATA names another default.")
    var data: String = ProcessInfo.processInfo.environment["SUANLI_DATA"] ?? ".suanli"
    @Option(help: "The folder with sample, migrations and openapi.")
    var home: String = "."

    func samplePath(_ name: String) -> String { home + "/sample/" + name }
    var migrations: String { home + "/migrations" }
}

enum ReportForm: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}

/// Runs a command; what stops it is one line on standard error, and status 1.
func inOneLine(_ body: () async throws -> Void) async throws {
    do {
        try await body()
    } catch let code as ExitCode {
        throw code
    } catch {
        FileHandle.standardError.write(Data("suanli: \(error)\n".utf8))
        throw ExitCode.failure
    }
}

/// Opens the database of a data folder for one task, also beside a running exchange. A private server that was started
/// for it is stopped afterwards.
func withDatabase<Value>(
    _ place: PlaceOptions, _ body: (ExchangeDatabase) async throws -> Value
) async throws -> Value {
    let database = try ExchangeDatabase.beside(try DataFolder(place.data), migrations: place.migrations)
    let value: Value
    do { value = try await body(database) } catch {
        try? database.stop()
        throw error
    }
    try database.stop()
    return value
}
