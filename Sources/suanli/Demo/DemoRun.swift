import ArgumentParser
import Domain
import Foundation
import Identity
import Persistence
import Postgres
import ProgrammeFiles
import Records
import Sequencer
import Service
import Trading
import TransparencyLog

/// The demonstration: a catalogue, parties, money, programmes, offers, demands, delivery, and the report.
struct DemoRun {
    let place: PlaceOptions
    let offers: String
    let demands: String
    let programmes: [String]
    let asOf: String
    let seed: UInt64
    let once: Bool
    let form: ReportForm
    let port: Int

    static let samplePrograms = [
        "programmes/chengdu.yaml", "programmes/hangzhou.yaml", "programmes/shenzhen.yaml", "programmes/beijing.yaml",
    ]

    func run() async throws {
        let start = ZoneClock.utc.midnight(of: try CivilDate(asOf: asOf))
        let files = try MarketFiles(offers: offers, demands: demands)
        let tables = try ReferenceTables(folder: place.home + "/sample")
        let rules = try ProgrammeFile.all(programmes)
        say("database: starting a private PostgreSQL in \(place.data), unless DATABASE_URL names one")
        let host = try await ExchangeHost.start(
            try freshFolder(), migrations: place.migrations, clock: .market)
        do {
            let timing = ContinuousClock().now
            let loader = try await load(host, tables, files, rules, start)
            let seconds = ContinuousClock().now - timing
            try report(host, loader, files, seconds)
            if !once { try await goOn(host) }
        } catch {
            try? await host.stop()
            throw error
        }
        try await host.stop()
    }

    private func load(
        _ host: ExchangeHost, _ tables: ReferenceTables, _ files: MarketFiles, _ rules: [ProgrammeFile], _ start: Stamp
    ) async throws -> MarketLoader {
        let desk = SequencerDesk(host.sequencer, seed: seedBytes)
        let loader = MarketLoader(desk: desk, tables: tables, files: files, start: start, progress: say)
        let driver = DeliveryDriver(desk: desk, sequencer: host.sequencer, start: start)
        let policy = MarketPolicy(
            fee: try BasisPoints(50), contestHours: 72, reportHours: 24, missedHoursToEnd: 24, priceRule: .listed)
        try await loader.open(policy: policy, programmes: rules)
        try await loader.listOffers()
        try await loader.submitDemands { try await driver.report(at: $0) }
        return loader
    }

    private func report(
        _ host: ExchangeHost, _ loader: MarketLoader, _ files: MarketFiles, _ elapsed: Duration
    ) throws {
        let connection = try Connection(try host.database.source(.auditor))
        defer { connection.close() }
        let market = try MarketReport(readFrom: connection)
        let explanation = try Explanation(try JournalReader(try host.database.source(.auditor)))
        let summary = RunSummary(
            refusedRows: files.refused + loader.refused, seconds: elapsed.seconds,
            head: host.sequencer.checkpoint?.head.root.hexadecimal ?? "", commands: market.sequence)
        switch form {
        case .text: print(ReportText(market: market, explanation: explanation, run: summary).text)
        case .json: print(try ReportJSON(market: market, explanation: explanation, run: summary).text)
        }
    }

    /// Serves what the demonstration left until Ctrl-C, with keys for an operator and an auditor.
    private func goOn(_ host: ExchangeHost) async throws {
        for seat in [Seat.operator, .auditor] {
            let key = try await host.database.makeKey(
                KeyRequest(seat: seat, organisation: nil, person: nil), SystemRandomness())
            say("key of an \(seat): \(key)")
        }
        let metrics = PrometheusRegistry()
        try await host.serve(
            home: place.home, address: ListenAddress(host: "127.0.0.1", port: port), metrics: metrics,
            randomness: SystemRandomness()
        ) { port in
            print("serving http://127.0.0.1:\(port) until Ctrl-C")
            fflush(nil)
        }
    }

    /// A demonstration begins with an empty market: what the last one left is removed.
    private func freshFolder() throws -> DataFolder {
        let path = place.data + "/demo"
        if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
        return try DataFolder(path)
    }

    private var seedBytes: [UInt8] { Digest.sha256(of: Array("demo \(seed)".utf8)).bytes }

    private func say(_ text: String) { FileHandle.standardError.write(Data("demo: \(text)\n".utf8)) }
}

extension Duration {
    /// Seconds with their fraction: for reports only, nothing decides by it.
    var seconds: Double {
        let (whole, attoseconds) = components
        return Double(whole) + Double(attoseconds) * 1e-18
    }
}
