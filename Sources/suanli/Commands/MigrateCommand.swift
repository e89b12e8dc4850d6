import ArgumentParser
import Persistence
import Postgres

/// `suanli migrate`: roles, schema and partitions, without starting anything.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Make the roles, apply the migrations and make the first partitions.")
    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await inOneLine {
            let database = try ExchangeDatabase(try DataFolder(place.data), migrations: place.migrations)
            try database.stop()
            print("the database is ready")
        }
    }
}

/// `suanli maintain`: partitions ahead of need.
struct MaintainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "maintain",
        abstract: "Make partitions of the journal ahead of need, and index those that are full.",
        discussion: """
            Runs beside the exchange; once a day is enough. A partition holds 262,144 records, and the exchange stops \
            taking commands where the last one is full.
            """)
    @OptionGroup var place: PlaceOptions
    @Option(help: "How many partitions more than the present one there are to be.")
    var ahead: Int64 = 8

    func validate() throws {
        guard (1...1_000).contains(ahead) else { throw ValidationError("--ahead \(ahead): write 1 to 1000") }
    }

    func run() async throws {
        try await inOneLine {
            try await withDatabase(place) { database in
                let owner = try database.owner()
                defer { owner.close() }
                let made = try Partitions.maintain(owner, ahead: ahead)
                print("\(made) partitions made; there is room up to record \(try Partitions.lastSequence(owner))")
            }
        }
    }
}
