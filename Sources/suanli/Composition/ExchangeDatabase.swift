import Foundation
import Persistence
import Postgres

/// The database of an exchange: a private PostgreSQL in the data folder, or the one that `DATABASE_URL` names.
struct ExchangeDatabase {
    private let folder: DataFolder
    /// What DATABASE_URL names.
    private let given: DataSource?
    /// The private server, where this process started it.
    private let cluster: EmbeddedCluster?
    static let name = "suanli"

    /// Starts or finds the database, makes roles, applies migrations and makes partitions ahead of need. Throws what
    /// PostgreSQL says, in one line.
    ///
    /// `DATABASE_URL` is of a superuser; the roles' passwords are then kept in the data folder.
    init(_ folder: DataFolder, migrations: String) throws {
        let url = ProcessInfo.processInfo.environment["DATABASE_URL"]
        self.folder = folder
        given = try url.map { try DataSource(parsing: $0) }
        cluster = url == nil ? try EmbeddedCluster.start(in: folder.cluster, options: Self.options) : nil
        try prepare(DatabaseSetup(migrations: migrations))
    }

    /// The private server that another process, such as `suanli serve`, has started in this folder.
    private init(servedIn folder: DataFolder) {
        self.folder = folder
        given = nil
        cluster = nil
    }

    /// For one task, which may run beside the exchange: a server that runs in the folder is taken as it is.
    static func beside(_ folder: DataFolder, migrations: String) throws -> ExchangeDatabase {
        do {
            return try ExchangeDatabase(folder, migrations: migrations)
        } catch ClusterError.folderInUse {
            return ExchangeDatabase(servedIn: folder)
        }
    }

    private static let options = ClusterOptions(settings: [
        "shared_buffers": "256MB", "max_wal_size": "4GB", "checkpoint_timeout": "15min",
    ])

    /// How a role reaches the database.
    func source(_ role: DatabaseRole) throws -> DataSource {
        guard let given else {
            return try EmbeddedCluster.dataSource(ofFolder: folder.cluster, database: Self.name, role: role.name)
        }
        return try given.with("user", role.name).with("password", passwords().password(of: role.name))
    }

    /// A session that has become the owner of all tables.
    func owner() throws -> Connection {
        let connection = try Connection(try administrator(database: Self.name))
        try connection.executeScript("SET ROLE \(SQLText.identifier(DatabaseRole.owner.name))")
        return connection
    }

    func stop() throws { try cluster?.stop() }

    private func administrator(database: String) throws -> DataSource {
        try given ?? EmbeddedCluster.dataSource(ofFolder: folder.cluster, database: database)
    }

    private func passwords() throws -> PasswordStore {
        try cluster?.passwords ?? PasswordStore(making: folder.path + "/passwords")
    }
}

extension ExchangeDatabase {
    private func prepare(_ setup: DatabaseSetup) throws {
        let administration = try Connection(try administrator(database: "postgres"))
        defer { administration.close() }
        _ = try DurabilitySettings.check(administration)
        let passwords = try passwords()
        try setup.provisionRoles(administration) { try passwords.password(of: $0.name) }
        try makeDatabase(administration)
        let administrator = try Connection(try administrator(database: Self.name))
        defer { administrator.close() }
        try setup.migrate(administrator)
        let owner = try owner()
        defer { owner.close() }
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
}
