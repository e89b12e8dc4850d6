/// Applies the migrations of a folder: each once, in order, forward only, in its own transaction.
///
/// What was applied stands in a table with its SHA-256, computed by the server. Runners exclude each
/// other by an advisory lock.
public struct MigrationRunner: Sendable {
    /// The lock's key, the same for every runner: "migrate" in ASCII.
    static let lockKey: Int64 = 0x6d_6967_7261_7465

    private let migrations: [Migration]
    private let owner: String?
    /// With its schema, ready for SQL: the search path differs between the owner and the superuser.
    private let table: String

    /// - Parameters:
    ///   - owner: the role, without login, that shall own what the migrations make.
    ///   - schema: of the table `schema_migration`, where the applied ones are recorded. It must exist, and
    ///     the owner must be able to create in it.
    public init(folder: String, owner: String? = nil, schema: String = "public") throws(MigrationError) {
        self.init(migrations: try Migration.all(in: folder), owner: owner, schema: schema)
    }

    public init(migrations: [Migration], owner: String? = nil, schema: String = "public") {
        self.migrations = migrations
        self.owner = owner
        table = SQLText.identifier(schema) + ".schema_migration"
    }

    /// Applies what is new and returns the names. Everything is checked before anything is applied.
    ///
    /// Throws, in order, `changed`, `missing`, `outOfOrder`, then for the first file that fails `refused` or
    /// `endsTransaction`; and `PostgresError`.
    @discardableResult
    public func run(on connection: Connection) throws -> [String] {
        try connection.execute("SELECT pg_advisory_lock($1)", [.int8(Self.lockKey)])
        do {
            try makeTable(connection)
            let pending = try check(on: connection)
            for migration in pending { try apply(migration, connection) }
            try connection.executeScript("RESET ROLE; RESET ALL")
            try connection.execute("SELECT pg_advisory_unlock($1)", [.int8(Self.lockKey)])
            return pending.map(\.name)
        } catch {
            _ = try? connection.execute("SELECT pg_advisory_unlock($1)", [.int8(Self.lockKey)])
            throw error
        }
    }

    /// The migrations still to be applied, without applying them. Throws as `run` does before it applies.
    ///
    /// A program that finds none, and no error, fits the database.
    public func check(on connection: Connection) throws -> [Migration] {
        let applied = try self.applied(connection)
        let present = try Dictionary(uniqueKeysWithValues: hashes(connection))
        for (name, hash) in applied {
            guard let found = present[name] else { throw MigrationError.missing(name) }
            guard found == hash else { throw MigrationError.changed(name) }
        }
        let names = Set(applied.map(\.name))
        let pending = migrations.filter { !names.contains($0.name) }
        if let last = applied.last?.name, let first = pending.first, Migration.precedes(first.name, last) {
            throw MigrationError.outOfOrder(first.name, after: last)
        }
        return pending
    }
}

extension MigrationRunner {
    private func makeTable(_ connection: Connection) throws {
        try connection.transaction { connection in
            try becomeOwner(connection)
            try connection.executeScript(
                """
                CREATE TABLE IF NOT EXISTS \(table) (
                    name text COLLATE "C" PRIMARY KEY,
                    sha256 bytea NOT NULL CHECK (length(sha256) = 32),
                    applied_at timestamptz NOT NULL DEFAULT clock_timestamp());
                """)
        }
    }

    /// In order of names; empty when the table does not exist yet.
    private func applied(_ connection: Connection) throws -> [(name: String, hash: [UInt8])] {
        guard try connection.execute("SELECT to_regclass($1) IS NOT NULL", [.text(table)]).first().bool(0) else {
            return []
        }
        let rows = try connection.execute("SELECT name, sha256 FROM \(table) ORDER BY name COLLATE \"C\"").rows
        return try rows.map { (try $0.text(0), try $0.bytes(1)) }
    }

    private func hashes(_ connection: Connection) throws -> [(String, [UInt8])] {
        try migrations.map { migration in
            let row = try connection.execute("SELECT sha256($1)", [.bytea(migration.bytes)]).first()
            return (migration.name, try row.bytes(0))
        }
    }

    private func apply(_ migration: Migration, _ connection: Connection) throws {
        try connection.transaction { connection in
            try becomeOwner(connection)
            let transaction = try number(of: connection)
            try runScript(migration, connection)
            guard connection.transactionStatus == .inTransaction, try number(of: connection) == transaction else {
                throw MigrationError.endsTransaction(migration.name)
            }
            try becomeOwner(connection)
            try connection.execute(
                "INSERT INTO \(table) (name, sha256) VALUES ($1, sha256($2))",
                [.text(migration.name), .bytea(migration.bytes)])
        }
    }

    private func runScript(_ migration: Migration, _ connection: Connection) throws {
        do throws(PostgresError) {
            try connection.executeScript(String(decoding: migration.bytes, as: UTF8.self))
        } catch {
            guard let server = error.serverError else { throw error }
            let line = server.position.map { migration.line(ofCharacter: $0) }
            throw MigrationError.refused(migration.name, line: line, server)
        }
    }

    /// A file that commits and begins anew is in another transaction afterwards.
    private func number(of connection: Connection) throws -> Int64 {
        try connection.execute("SELECT txid_current()").first().int64(0)
    }

    /// Until the transaction ends, and without the settings that a file before made.
    private func becomeOwner(_ connection: Connection) throws {
        let role = owner.map { SQLText.identifier($0) } ?? "NONE"
        try connection.executeScript("RESET ROLE; RESET ALL; SET LOCAL ROLE \(role)")
    }
}
