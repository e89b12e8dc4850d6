/// How a private PostgreSQL is started.
public struct ClusterOptions: Sendable {
    /// Settings of the server, such as `shared_buffers`, by name.
    public var settings: [String: String]
    /// Where `initdb` and `postgres` are; nil looks in PATH and where Debian puts them.
    public var binaryFolder: String?
    /// The system user that runs the server when this process is root.
    public var serverUser = "postgres"
    /// More environment for the server, such as TZ.
    public var environment: [String: String] = [:]
    /// Recovery after a crash counts too.
    public var startTimeLimit: Duration = .seconds(300)
    public var stopTimeLimit: Duration = .seconds(60)

    public init(settings: [String: String] = [:]) { self.settings = settings }

    /// For tests, which all connect at once: small; durable like any other.
    public static let temporary = ClusterOptions(settings: [
        "shared_buffers": "64MB", "max_wal_size": "512MB", "max_connections": "500",
    ])

    /// Not for callers to set, because a promise rests on each of them.
    static let fixed: [(name: String, value: String)] = [
        ("fsync", "on"), ("full_page_writes", "on"), ("synchronous_commit", "on"),
        ("listen_addresses", ""), ("port", "5432"), ("unix_socket_permissions", "0700"),
        ("password_encryption", "scram-sha-256"), ("ssl", "off"),
    ]

    static let placed = [
        "unix_socket_directories", "hba_file", "data_directory", "config_file", "ident_file", "external_pid_file",
        "zero_damaged_pages", "ignore_system_indexes",
    ]

    static let defaults: [(name: String, value: String)] = [
        ("timezone", "UTC"), ("log_timezone", "UTC"), ("max_connections", "60"),
        ("log_line_prefix", "%m [%p] %u@%d "), ("lc_messages", "C"),
    ]

    /// All settings in a fixed order. Throws `protectedSetting`.
    func complete(socketFolder: String) throws(ClusterError) -> [(name: String, value: String)] {
        let kept = Self.placed + Self.fixed.map(\.name)
        if let name = settings.keys.sorted().first(where: { kept.contains($0.lowercased()) }) {
            throw .protectedSetting(name)
        }
        let chosen = settings.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
        let sockets = (name: "unix_socket_directories", value: SQLText.identifier(socketFolder))
        return Self.defaults.filter { settings[$0.name] == nil } + chosen + Self.fixed + [sockets]
    }
}
