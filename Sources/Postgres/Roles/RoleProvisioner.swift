import CLibPQ

/// A role that a service logs in as.
public struct LoginRole: Sendable, Equatable {
    public enum Attribute: String, Sendable {
        /// Reads and writes past row security; needed by COPY into a table that has it.
        case bypassesRowSecurity = "BYPASSRLS"
    }

    public let name: String
    public let password: String
    public let attributes: [Attribute]
    /// Settings that each of its sessions starts with, such as `idle_session_timeout`.
    public let settings: [String: String]

    public init(name: String, password: String, attributes: [Attribute] = [], settings: [String: String] = [:]) {
        self.name = name
        self.password = password
        self.attributes = attributes
        self.settings = settings
    }
}

/// Creates the roles of a database and brings those that exist into the wanted state.
///
/// The owner cannot log in; migrations run as the superuser under `SET ROLE`. A login role is a member of
/// no other, so none of them can become another one. The connection's user must be a superuser.
public struct RoleProvisioner: Sendable {
    private static let lockKey: Int64 = 0x70_726f_7669_7369

    private let owner: String
    private let logins: [LoginRole]

    public init(owner: String, logins: [LoginRole]) {
        self.owner = owner
        self.logins = logins
    }

    /// One transaction: all roles or none. Throws as `Connection.transaction`; a name that PostgreSQL
    /// reserves is `server` with SQLSTATE 42939.
    public func run(on connection: Connection) throws {
        try connection.transaction { connection in
            try connection.execute("SELECT pg_advisory_xact_lock($1)", [.int8(Self.lockKey)])
            try ensure(owner, "NOLOGIN NOBYPASSRLS PASSWORD NULL", connection)
            for login in logins {
                let secret = SQLText.literal(try connection.scramSecret(of: login.password, role: login.name))
                let bypass = login.attributes.contains(.bypassesRowSecurity) ? "BYPASSRLS" : "NOBYPASSRLS"
                try ensure(login.name, "LOGIN \(bypass) PASSWORD \(secret)", connection)
                try set(login, connection)
            }
        }
    }

    private func ensure(_ role: String, _ attributes: String, _ connection: Connection) throws {
        let name = SQLText.identifier(role)
        let exists = try connection.execute("SELECT FROM pg_roles WHERE rolname = $1", [.text(role)]).rowCount > 0
        if !exists { try connection.execute("CREATE ROLE \(name)") }
        try connection.execute(
            "ALTER ROLE \(name) NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION INHERIT \(attributes)")
        try leaveAll(role, connection)
    }

    private func leaveAll(_ role: String, _ connection: Connection) throws {
        let groups = try connection.execute(
            """
            SELECT g.rolname FROM pg_auth_members m
            JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles r ON r.oid = m.member
            WHERE r.rolname = $1 ORDER BY g.rolname
            """, [.text(role)])
        for group in groups.rows {
            let name = SQLText.identifier(try group.text(0))
            try connection.execute("REVOKE \(name) FROM \(SQLText.identifier(role)) CASCADE")
        }
    }

    private func set(_ login: LoginRole, _ connection: Connection) throws {
        let name = SQLText.identifier(login.name)
        try connection.execute("ALTER ROLE \(name) RESET ALL")
        for (setting, value) in login.settings.sorted(by: { $0.key < $1.key }) {
            try connection.execute(
                "ALTER ROLE \(name) SET \(SQLText.identifier(setting)) = \(SQLText.literal(value))")
        }
    }
}

extension Connection {
    /// What the server stores in place of a password, so that the password itself is never sent.
    func scramSecret(of password: String, role: String) throws(PostgresError) -> String {
        guard !password.utf8.contains(0), !role.utf8.contains(0) else { throw .nulInStatement }
        let handle = try begin()
        guard let secret = PQencryptPasswordConn(handle, password, role, "scram-sha-256") else {
            throw .refused(ServerText.line(PQerrorMessage(handle)))
        }
        defer { PQfreemem(secret) }
        return String(cString: secret)
    }
}
