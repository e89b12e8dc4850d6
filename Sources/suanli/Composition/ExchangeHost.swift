import Foundation
import Persistence
import Postgres
import Sequencer
import TransparencyLog

/// The database of an exchange: a private PostgreSQL in the data folder, or the one that `DATABASE_URL` names.
struct ExchangeDatabase {
    private let cluster: EmbeddedCluster?
    private let given: DataSource?
    private let passwords: PasswordStore
    static let name = "suanli"

    /// Starts or finds the database, makes roles and applies migrations. Throws what PostgreSQL says, in one line.
    ///
    /// - Parameter url: of a superuser; the roles' passwords are then kept in the data folder.
    init(_ folder: DataFolder, migrations: String, url: String?) throws {
        if let url {
            given = try DataSource(parsing: url)
            cluster = nil
            passwords = try PasswordStore(making: folder.path + "/passwords")
        } else {
            let started = try EmbeddedCluster.start(in: folder.cluster, options: Self.options)
            given = nil
            cluster = started
            passwords = started.passwords
        }
        try prepare(DatabaseSetup(migrations: migrations))
    }

    private static let options = ClusterOptions(settings: [
        "shared_buffers": "256MB", "max_wal_size": "4GB", "checkpoint_timeout": "15min",
    ])

    private func prepare(_ setup: DatabaseSetup) throws {
        let administration = try Connection(try administrator(database: "postgres"))
        defer { administration.close() }
        _ = try DurabilitySettings.check(administration)
        try setup.provisionRoles(administration) { try passwords.password(of: $0.name) }
        try makeDatabase(administration)
        let owner = try Connection(try administrator(database: Self.name))
        defer { owner.close() }
        try setup.migrate(owner)
        try owner.executeScript("SET ROLE \(SQLText.identifier(DatabaseRole.owner.name))")
        try Partitions.maintain(owner)
    }

    /// A private server gets the database; a given one has it, and the owner is to own it.
    private func makeDatabase(_ administration: Connection) throws {
        let owner = DatabaseRole.owner.name
        guard let cluster else {
            let name = try administration.execute("SELECT current_database()").first().text(0)
            try administration.executeScript(
                "ALTER DATABASE \(SQLText.identifier(name)) OWNER TO \(SQLText.identifier(owner))")
            return
        }
        let found = try administration.execute("SELECT FROM pg_database WHERE datname = $1", [.text(Self.name)])
        if found.rowCount == 0 { try cluster.createDatabase(named: Self.name, owner: owner) }
    }

    private func administrator(database: String) throws -> DataSource {
        guard let cluster else { return given! }
        return try cluster.dataSource(database: database, role: EmbeddedCluster.superuser)
    }

    /// How a role reaches the database.
    func source(_ role: DatabaseRole) throws -> DataSource {
        guard let cluster else {
            return try given!.with("user", role.name).with("password", passwords.password(of: role.name))
        }
        return try cluster.dataSource(database: Self.name, role: role.name)
    }

    func stop() throws { try cluster?.stop() }
}

/// An exchange that runs in this process.
struct ExchangeHost {
    let folder: DataFolder
    let database: ExchangeDatabase
    let sequencer: Sequencer
    let key: SigningKey

    static let origin = "suanli.example/exchange"

    static func start(
        _ folder: DataFolder, migrations: String, clock: LedgerClock
    ) async throws -> ExchangeHost {
        let url = ProcessInfo.processInfo.environment["DATABASE_URL"]
        let database = try ExchangeDatabase(folder, migrations: migrations, url: url)
        let key = try folder.signingKey(origin: origin)
        let configuration = SequencerConfiguration(
            database: try database.source(.writer), clock: clock, headFile: HeadFile(path: folder.headFile),
            markFile: folder.markFile, signingKey: key)
        let sequencer = try await Sequencer.start(configuration)
        return ExchangeHost(folder: folder, database: database, sequencer: sequencer, key: key)
    }

    func stop() async throws {
        await sequencer.stop()
        try database.stop()
    }
}
