import ArgumentParser
import Domain
import Foundation
import Records
import Sequencer
import Trading
import TransparencyLog

extension BenchCommand {
    /// `suanli bench import`.
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Time an import through the sequencer into PostgreSQL: every command durable before it counts.",
            discussion: """
                A market is set up from the tables of sample/, then offers and demands are handed in as fast as they are \
                taken. One line of JSON is printed: records written in each part, and records a second.
                """)
        @OptionGroup var place: PlaceOptions
        @Option(help: "Offers (CSV).")
        var offers: String?
        @Option(help: "Demands (CSV).")
        var demands: String?

        func run() async throws {
            try await inOneLine {
                let files = try MarketFiles(
                    offers: offers ?? place.samplePath("offers.csv"),
                    demands: demands ?? place.samplePath("demands.csv"))
                let folder =
                    FileManager.default.temporaryDirectory.path
                    + "/suanli-bench-\(ProcessInfo.processInfo.processIdentifier)"
                defer { try? FileManager.default.removeItem(atPath: folder) }
                let host = try await ExchangeHost.start(
                    try DataFolder(folder), migrations: place.migrations, clock: .market)
                do { print(try await measure(host, files)) } catch {
                    try? await host.stop()
                    throw error
                }
                try await host.stop()
            }
        }

        private func measure(_ host: ExchangeHost, _ files: MarketFiles) async throws -> String {
            let desk = SequencerDesk(host.sequencer, seed: Digest.sha256(of: []).bytes)
            let start = ZoneClock.utc.midnight(of: try CivilDate("2026-01-01"))
            let loader = MarketLoader(
                desk: desk, tables: try ReferenceTables(folder: place.home + "/sample"), files: files, start: start
            ) { _ in }
            try await loader.open()
            let listed = try await timed(host) { try await loader.listOffers() }
            let demanded = try await timed(host) { try await loader.submitDemands { _ in } }
            return """
                {"offer_records":\(listed.records),"offer_records_per_second":\(listed.rate),\
                "demand_records":\(demanded.records),"demand_records_per_second":\(demanded.rate)}
                """
        }

        private func timed(
            _ host: ExchangeHost, _ body: () async throws -> Void
        ) async throws -> (records: Int64, rate: Int64) {
            let before = try await host.sequencer.inspect { $0.sequence }
            let clock = ContinuousClock()
            let begin = clock.now
            try await body()
            let seconds = (clock.now - begin).seconds
            let records = try await host.sequencer.inspect { $0.sequence } - before
            return (records, Int64(Double(records) / max(seconds, 1e-9)))
        }
    }
}
