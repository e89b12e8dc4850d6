/// Why a private PostgreSQL could not be started or stopped. Each is told in one line, with the remedy.
public enum ClusterError: Error, Sendable, Equatable {
    /// No PostgreSQL of version 15 or later on this machine.
    case binariesMissing
    /// The data was written by another major version, which is not installed.
    case versionMismatch(folder: String, data: Int)
    /// Another process owns the folder.
    case folderInUse(folder: String, process: Int32?)
    case folderUnusable(folder: String, reason: String)
    /// The server's user may not enter one of the folders above the data.
    case notTraversable(folder: String, user: String)
    /// The data belongs to somebody else.
    case wrongOwner(folder: String, owner: UInt32)
    /// As root the server needs a user of its own, and this one does not exist.
    case noSuchUser(String)
    /// A setting on which durability or privacy rests was to be changed.
    case protectedSetting(String)
    case passwordMissing(file: String)
    case initialisationFailed(String)
    case startFailed(reason: String, log: String)
    case stopFailed(process: Int32)
    case connection(PostgresError)
}

extension ClusterError: CustomStringConvertible {
    /// How to install what `binariesMissing` misses. Debian would otherwise start a cluster of its own.
    public static let installHint = """
        mkdir -p /etc/postgresql-common && echo 'create_main_cluster = false' > \
        /etc/postgresql-common/createcluster.conf && apt-get install -y postgresql
        """

    public var description: String {
        switch self {
        case .binariesMissing: "PostgreSQL 15 or later is not installed; install it with: \(Self.installHint)"
        case .versionMismatch(let folder, let data):
            "\(folder) was written by PostgreSQL \(data), which is not installed: apt-get install postgresql-\(data)"
        case .folderInUse(let folder, let process):
            "\(folder) is in use by \(process.map { "process \($0)" } ?? "another process"); "
                + "stop it or name another folder"
        case .folderUnusable(let folder, let reason): "cannot use \(folder): \(reason)"
        case .notTraversable(let folder, let user):
            "PostgreSQL runs as user \(user), who may not enter \(folder): "
                + "name a data folder elsewhere, for instance under /var/lib, or run chmod o+x '\(folder)'"
        case .wrongOwner(let folder, let owner): "\(folder) belongs to user \(owner); run as that user or as root"
        case .noSuchUser(let user): "as root, PostgreSQL needs a system user \(user): useradd --system \(user)"
        case .protectedSetting(let name): "\(name) cannot be set: durability and privacy rest on it"
        case .passwordMissing(let file): "\(file) is missing, without which nobody can log in: restore it from a backup"
        case .initialisationFailed(let reason): "initdb failed: \(reason)"
        case .startFailed(let reason, let log): "PostgreSQL did not start: \(reason); its log is \(log)"
        case .stopFailed(let process): "PostgreSQL (process \(process)) does not stop; end it by hand"
        case .connection(let error): error.description
        }
    }
}
