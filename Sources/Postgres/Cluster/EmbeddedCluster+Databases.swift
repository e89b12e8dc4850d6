import Synchronization

extension EmbeddedCluster {
    /// Creates an empty database. An existing one of that name is `connection(.server)` with 42P04.
    public func createDatabase(named name: String, owner: String? = nil) throws(ClusterError) {
        let of = owner.map { " OWNER \(SQLText.identifier($0))" } ?? ""
        try administer("CREATE DATABASE \(SQLText.identifier(name))\(of)")
    }

    /// Removes a database, and ends the sessions in it.
    public func dropDatabase(named name: String) throws(ClusterError) {
        try administer("DROP DATABASE IF EXISTS \(SQLText.identifier(name)) WITH (FORCE)")
    }

    private func administer(_ sql: String) throws(ClusterError) {
        let source = try dataSource()
        do throws(PostgresError) {
            let connection = try Connection(source)
            defer { connection.close() }
            try connection.execute(sql)
        } catch { throw .connection(error) }
    }
}

/// Throwaway clusters, for tests and rehearsals.
extension EmbeddedCluster {
    /// A cluster in a folder of its own, removed with it, also when this process is killed.
    ///
    /// It lies in memory (`/dev/shm`) where that has 4 GiB free, since its files are many and soon removed; else in
    /// `/tmp`.
    public static func temporary(_ options: ClusterOptions = .temporary) throws(ClusterError) -> EmbeddedCluster {
        let parent = TemporaryFolder.free(in: "/dev/shm") >= 4 << 30 ? "/dev/shm" : "/tmp"
        guard let path = TemporaryFolder.make("\(parent)/pg-") else {
            throw .folderUnusable(folder: parent, reason: "cannot make a folder")
        }
        return try start(in: path, options: options, isTemporary: true)
    }

    /// The one temporary cluster that all tests of this process share; started by the first that asks.
    public static func shared() throws(ClusterError) -> EmbeddedCluster {
        try sharedCluster.withLock { cluster throws(ClusterError) in
            if let running = cluster { return running }
            let started = try temporary()
            cluster = started
            return started
        }
    }

    private static let sharedCluster = Mutex<EmbeddedCluster?>(nil)
    private static let databaseNumber = Atomic<Int>(0)

    /// A fresh, empty database and how to connect to it as the superuser.
    public func freshDatabase() throws(ClusterError) -> DataSource {
        let number = Self.databaseNumber.add(1, ordering: .relaxed).newValue
        try createDatabase(named: "fresh_\(number)")
        return try dataSource(database: "fresh_\(number)")
    }
}
