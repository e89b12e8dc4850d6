import ArgumentParser
import Domain
import Foundation
import Identity
import Metrics
import Sequencer
import Service

/// `suanli serve`: the exchange until it is told to stop.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Run the exchange and its REST service until Ctrl-C.")

    @OptionGroup var place: PlaceOptions
    @Option(help: "Address to listen on.")
    var host = "127.0.0.1"
    @Option(help: "Port to listen on; 0 takes a free one, which is printed.")
    var port = 8_080
    @Option(help: "Clock of a new exchange: wall, or market, which only commands move.")
    var clock: ClockOption = .wall
    @Option(help: "Draw nonces and salts from this seed: for tests only, since who knows it knows them all.")
    var seed: UInt64?

    func run() async throws {
        try await inOneLine {
            let metrics = PrometheusRegistry()
            MetricsSystem.bootstrap(metrics)
            let host = try await ExchangeHost.start(
                try DataFolder(place.data), migrations: place.migrations, clock: clock == .wall ? .wall : .market)
            do {
                try await host.serve(
                    home: place.home, address: ListenAddress(host: self.host, port: port), metrics: metrics,
                    randomness: seed.map { SeededRandomness(seed: $0) } ?? SystemRandomness()
                ) { [address = self.host] port in
                    print("serving http://\(address):\(port)")
                    fflush(nil)
                }
            } catch {
                try? await host.stop()
                throw error
            }
            try await host.stop()
        }
    }
}

enum ClockOption: String, ExpressibleByArgument, CaseIterable {
    case wall
    case market
}
