import ArgumentParser
import Domain
import Identity

extension KeyCommand {
    /// `suanli key file FILE`.
    struct File: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "file",
            abstract: "Make the keys of all who act in a market's files, for suanli import on a new exchange.",
            discussion: """
                Two operators, two managers, and everybody whom the files name, numbered as suanli import market will \
                admit them. The file is JSON, and only its user may read it.
                """)
        @OptionGroup var place: PlaceOptions
        @Option(help: "The offers (CSV).")
        var offers: String
        @Option(help: "The demands (CSV).")
        var demands: String
        @Argument(help: "The file to write.")
        var file: String

        func run() async throws {
            try await inOneLine {
                let actors = try MarketFiles(offers: offers, demands: demands).actors
                let keys = try await withDatabase(place) { try await $0.makeKeys(of: actors) }
                try KeyFile.write(keys, to: file)
                print("\(keys.count) keys written to \(file)")
            }
        }
    }
}

extension MarketFiles {
    /// All who act in a new exchange's market, in the order in which their keys are made.
    fileprivate var actors: [Actor] {
        let staff = [Staff.clerk, Staff.secondClerk, Staff.manager, Staff.secondManager]
        let providers = providerNames.indices.map { Staff.provider(PartyID(Int64($0) + 1)) }
        let first = Int64(providerNames.count) + 1
        return staff + providers + buyerNames.indices.map { Staff.buyer(PartyID(Int64($0) + first)) }
    }
}

extension ExchangeDatabase {
    /// A key for each, by the name that a key file gives it.
    fileprivate func makeKeys(of actors: [Actor]) async throws -> [String: String] {
        var keys: [String: String] = [:]
        for actor in actors {
            let request = KeyRequest(seat: actor.seat, organisation: actor.organisation, person: nil)
            keys[KeyFile.name(of: actor)] = "\(try await makeKey(request, SystemRandomness()))"
        }
        return keys
    }
}
