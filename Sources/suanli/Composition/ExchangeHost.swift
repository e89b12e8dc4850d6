import Foundation
import Persistence
import Postgres
import Sequencer
import TransparencyLog

/// The database of an exchange: a private PostgreSQL in the data folder, or the one that `DATABASE_URL` names.
struct ExchangeDatabase {
    private let cluster: EmbeddedCluster?
    private let given: DataSource?
    static let name = "suanli"

    /// Starts or finds the database, makes roles and applies migrations. Throws what PostgreSQL says, in one line.
    init(_ folder: DataFolder, migrations: String, url: String?) throws {
        if let url {
            given = try DataSource(parsing: url)
            cluster = nil
        } else {
            given = nil
            cluster = try EmbeddedCluster.start(in: folder.cluster, options: Self.options)
        }
        try prepare(DatabaseSetup(migrations: migrations))
    }

    private static let options = ClusterOptions(settings: [
        "shared_buffers": "256MB", "max_wal_size": "4GB", "checkpoint_timeout": "15min",
    ])

    private func prepare(_ setup: DatabaseSetup) throws {
        let administration = try Connection(administrator(database: cluster == nil ? nil : "postgres"))
        defer { administration.close() }
        _ = try DurabilitySettings.check(administration)
        if let cluster {
            try setup.provisionRoles(administration) { try cluster.passwords.password(of: $0.name) }
            let exists =
                try administration.execute(
                    "SELECT FROM pg_database WHERE datname = $1", [.text(Self.name)]
                ).rowCount > 0
            if !exists { try cluster.createDatabase(named: Self.name, owner: DatabaseRole.owner.name) }
        }
        let owner = try Connection(administrator(database: cluster == nil ? nil : Self.name))
        defer { owner.close() }
        try setup.migrate(owner)
        try owner.executeScript("SET ROLE \(SQLText.identifier(DatabaseRole.owner.name))")
        try Partitions.maintain(owner)
    }

    private func administrator(database: String?) throws -> DataSource {
        if let given { return given }
        return try cluster!.dataSource(database: database ?? Self.name, role: EmbeddedCluster.superuser)
    }

    /// How a role reaches the database.
    func source(_ role: DatabaseRole) throws -> DataSource {
        if let given { return given.with("user", role.name) }
        return try cluster!.dataSource(database: Self.name, role: role.name)
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
        _ folder: DataFolder, migrations: String, clock: LedgerClock, seed: [UInt8]? = nil
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
