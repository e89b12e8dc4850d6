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

/// `suanli migrate`: roles, schema and partitions, without starting anything.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Make the roles, apply the migrations and make partitions ahead of need.",
        aliases: ["maintain"])
    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await inOneLine {
            try withDatabase(place) { _ in print("the database is ready") }
        }
    }
}

/// `suanli key create`: API keys.
struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Make API keys.", subcommands: [Create.self, File.self])

    /// `suanli key create --seat SEAT`.
    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make a key for a person's seat; it is shown once.")
        @OptionGroup var place: PlaceOptions
        @Option(help: "buyer, provider, manager, auditor or operator.")
        var seat: String
        @Option(help: "The party a buyer or provider acts for, as party-3.")
        var party: String?
        @Option(help: "A person who has a key already, as person-2; left out, a new person is made.")
        var person: String?

        func run() async throws {
            try await inOneLine {
                guard let seat = Seat.allCases.first(where: { "\($0)" == seat }) else {
                    throw SetUpProblem(
                        "--seat \(seat): is no seat; write buyer, provider, manager, auditor or operator")
                }
                let request = KeyRequest(
                    seat: seat, organisation: try party.map { try PartyID($0) },
                    person: try person.map { try PersonID($0) })
                let database = try ExchangeDatabase(
                    try DataFolder(place.data), migrations: place.migrations,
                    url: ProcessInfo.processInfo.environment["DATABASE_URL"])
                let made: Result<KeyText, any Error>
                do { made = .success(try await database.makeKey(request, SystemRandomness())) } catch {
                    made = .failure(error)
                }
                try database.stop()
                print(try made.get())
            }
        }
    }
}
