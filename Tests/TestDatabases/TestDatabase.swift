import Foundation
import Persistence
import Postgres
import Synchronization

/// A fresh, migrated database with its four roles.
public struct TestDatabase: Sendable {
    public let name: String
    public let cluster: EmbeddedCluster

    public static let migrations = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../migrations").standardizedFileURL.path

    private static let provisioned = Mutex(false)
    private static let number = Atomic<Int>(0)

    /// In the cluster that all tests of this process share.
    public init() throws {
        let cluster = try EmbeddedCluster.shared()
        try Self.provisioned.withLock { done in
            guard !done else { return }
            try Self.provision(cluster)
            done = true
        }
        try self.init(in: cluster)
    }

    /// In a cluster of its own, for a test that changes the server's settings.
    public static func alone() throws -> TestDatabase {
        let cluster = try EmbeddedCluster.temporary()
        try provision(cluster)
        return try TestDatabase(in: cluster)
    }

    /// What a backup taken now would restore. Nobody may be connected to this database.
    public func copy() throws -> TestDatabase {
        let copy = TestDatabase(nextIn: cluster)
        let server = try Connection(try cluster.dataSource())
        try server.execute("CREATE DATABASE \(copy.name) TEMPLATE \(name) OWNER \(DatabaseRole.owner.name)")
        return copy
    }

    private init(nextIn cluster: EmbeddedCluster) {
        self.cluster = cluster
        name = "exchange_\(Self.number.add(1, ordering: .relaxed).newValue)"
    }

    private init(in cluster: EmbeddedCluster) throws {
        self.init(nextIn: cluster)
        try cluster.createDatabase(named: name, owner: DatabaseRole.owner.name)
        try DatabaseSetup(migrations: Self.migrations).migrate(try superuser())
    }

    private static func provision(_ cluster: EmbeddedCluster) throws {
        let connection = try Connection(try cluster.dataSource())
        try DatabaseSetup(migrations: migrations).provisionRoles(connection) {
            try cluster.passwords.password(of: $0.name)
        }
    }
}

extension TestDatabase {
    public func source(_ role: DatabaseRole) throws -> DataSource {
        try cluster.dataSource(database: name, role: role.name)
    }

    public func connect(_ role: DatabaseRole) throws -> Connection { try Connection(try source(role)) }

    public func superuser() throws -> Connection { try Connection(try cluster.dataSource(database: name)) }

    /// A superuser's session that has become the owner.
    public func owner() throws -> Connection {
        let connection = try superuser()
        try connection.execute("SET ROLE \(DatabaseRole.owner.name)")
        return connection
    }

    /// A number that a query gives, seen by a session of its own.
    public func number(_ sql: String) throws -> Int64 { try superuser().execute(sql).first().int64(0) }

    public func count(_ table: String) throws -> Int64 { try number("SELECT count(*) FROM exchange.\(table)") }
}
