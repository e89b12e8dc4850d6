import Foundation
import Persistence
import Postgres
import Synchronization

/// A fresh, migrated database of the cluster that the tests of this process share, and its four roles.
struct TestDatabase {
    let name: String
    let cluster: EmbeddedCluster

    static let migrations = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../migrations")
        .standardizedFileURL.path

    private static let provisioned = Mutex(false)
    private static let number = Atomic<Int>(0)

    init() throws {
        cluster = try EmbeddedCluster.shared()
        name = "service_\(Self.number.add(1, ordering: .relaxed).newValue)"
        let setup = DatabaseSetup(migrations: Self.migrations)
        try Self.provisioned.withLock { [cluster] done in
            guard !done else { return }
            let connection = try Connection(try cluster.dataSource())
            try setup.provisionRoles(connection) { try cluster.passwords.password(of: $0.name) }
            done = true
        }
        try cluster.createDatabase(named: name, owner: DatabaseRole.owner.name)
        try setup.migrate(try superuser())
    }

    func source(_ role: DatabaseRole) throws -> DataSource { try cluster.dataSource(database: name, role: role.name) }
    func connect(_ role: DatabaseRole) throws -> Connection { try Connection(try source(role)) }
    func superuser() throws -> Connection { try Connection(try cluster.dataSource(database: name)) }

    /// A superuser's session that has become the owner.
    func owner() throws -> Connection {
        let connection = try superuser()
        try connection.execute("SET ROLE \(DatabaseRole.owner.name)")
        return connection
    }

    func count(_ table: String) throws -> Int64 {
        try superuser().execute("SELECT count(*) FROM exchange.\(table)").first().int64(0)
    }
}
