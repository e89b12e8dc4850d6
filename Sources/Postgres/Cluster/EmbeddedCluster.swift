import Glibc
import Synchronization

/// A private PostgreSQL in a data folder: its own socket, no TCP, no `trust`, stopped with its owner.
///
/// One process owns a folder at a time. When the owner dies, even by `kill -9`, the server is stopped;
/// should it still run when the next owner comes, that one stops it and starts its own. The server is
/// also stopped when the last reference to this object goes, so keep one for as long as it is needed.
public final class EmbeddedCluster: Sendable {
    /// The role that `initdb` makes. Migrations run as it, under `SET ROLE`.
    public static let superuser = "postgres"

    struct State: ~Copyable {
        var lock: FolderLock?
        var server: pid_t?
        var lifeline: Lifeline?
        var socketFolder = ""

        init(_ lock: consuming FolderLock) { self.lock = consume lock }
    }

    public let folder: ClusterFolder
    let options: ClusterOptions
    let binaries: PostgresBinaries
    let account: ServerAccount
    /// The folder goes with the server.
    let isTemporary: Bool
    let state: Mutex<State>

    /// Creates the data folder if need be, starts the server on it and waits until it answers.
    ///
    /// Errors in order: `folderUnusable`, `folderInUse`, `wrongOwner` or `noSuchUser`, `binariesMissing` or
    /// `versionMismatch`, `notTraversable`, `stopFailed`, `initialisationFailed`, `protectedSetting`,
    /// `startFailed`, `passwordMissing`, `connection`. After an error nothing runs, and data that was there
    /// is untouched.
    public static func start(
        in path: String, options: ClusterOptions = ClusterOptions()
    ) throws(ClusterError) -> EmbeddedCluster {
        try start(in: path, options: options, isTemporary: false)
    }

    static func start(
        in path: String, options: ClusterOptions, isTemporary: Bool
    ) throws(ClusterError) -> EmbeddedCluster {
        let folder = try ClusterFolder(creating: path)
        let lock = try FolderLock(folder)
        let account = try ServerAccount.choose(for: folder, serverUser: options.serverUser)
        let binaries = try PostgresBinaries.find(in: options.binaryFolder, data: folder)
        try account.requireEntry(to: folder.path)
        let cluster = EmbeddedCluster(folder, options, binaries, account, isTemporary, lock)
        try cluster.start()
        return cluster
    }

    private init(
        _ folder: ClusterFolder, _ options: ClusterOptions, _ binaries: PostgresBinaries,
        _ account: ServerAccount, _ isTemporary: Bool, _ lock: consuming FolderLock
    ) {
        self.folder = folder
        self.options = options
        self.binaries = binaries
        self.account = account
        self.isTemporary = isTemporary
        state = Mutex(State(lock))
    }

    deinit { try? stop() }
}

extension EmbeddedCluster {
    public var passwords: PasswordStore { PasswordStore(folder: folder.passwords) }

    /// The server's main process; nil when stopped.
    public var serverProcess: Int32? { state.withLock { $0.server } }

    /// False after `stop`, and after the server has died.
    public var isRunning: Bool {
        state.withLock { state in state.server.map { !ChildProcess.isGone($0) } ?? false }
    }

    /// How to connect as a role whose password the folder keeps.
    public func dataSource(
        database: String = "postgres", role: String = superuser
    ) throws(ClusterError) -> DataSource {
        let socket = state.withLock { $0.socketFolder }
        return Self.dataSource(socket, database, role, try passwords.password(of: role))
    }

    /// The same for a process that does not own the cluster, while its owner runs.
    public static func dataSource(
        ofFolder path: String, database: String = "postgres", role: String = superuser
    ) throws(ClusterError) -> DataSource {
        let folder = try ClusterFolder(existing: path)
        let passwords = PasswordStore(folder: folder.passwords)
        guard let password = try passwords.stored(role) else {
            throw .passwordMissing(file: try passwords.file(of: role))
        }
        return dataSource(SocketFolder.elsewhere(of: folder) ?? folder.socket, database, role, password)
    }

    static func dataSource(
        _ socket: String, _ database: String, _ role: String, _ password: String
    ) -> DataSource {
        DataSource([
            "host": socket, "port": "5432", "dbname": database, "user": role, "password": password,
            "connect_timeout": "10", "sslmode": "disable",
        ])
    }
}
