import ArgumentParser
import Domain
import Identity
import Service

/// `suanli key`: API keys.
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
                try await withDatabase(place) { print(try await $0.makeKey(request, SystemRandomness())) }
            }
        }
    }
}
