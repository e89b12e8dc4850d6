import Postgres
import Testing

@Suite struct RoleProvisionerTests {
    let database: Database
    let connection: Connection
    /// Roles belong to the whole server, so each test has names of its own.
    let suffix: String

    init() throws {
        database = try Database()
        connection = try database.connect()
        suffix = "\(connection.backendProcess)"
    }

    private var owner: String { "owner \(suffix)" }
    private var writer: String { "写 writer \"\(suffix)" }

    private func provision(_ password: String, bypass: Bool) throws {
        try RoleProvisioner(
            owner: owner,
            logins: [
                LoginRole(
                    name: writer, password: password, attributes: bypass ? [.bypassesRowSecurity] : [],
                    settings: ["idle_session_timeout": "5min"])
            ]
        ).run(on: connection)
    }

    private func source(_ role: String, _ password: String) -> DataSource {
        database.source.with("user", role).with("password", password)
    }

    @Test func loginsWorkWithTheirPasswordOnly() throws {
        try provision("secret-1", bypass: true)
        let session = try Connection(source(writer, "secret-1"))
        #expect(try session.execute("SELECT current_user::text").first().text(0) == writer)
        #expect(try session.execute("SHOW idle_session_timeout").first().text(0) == "5min")
        #expect(throws: PostgresError.self) { try Connection(source(writer, "secret-2")) }
        #expect(throws: PostgresError.self) { try Connection(source(owner, "secret-1")) }
        let stored = try connection.execute("SELECT rolpassword FROM pg_authid WHERE rolname = $1", [.text(writer)])
        #expect(try stored.first().text(0).hasPrefix("SCRAM-SHA-256$"))
    }

    @Test func aSecondRunBringsRolesIntoTheWantedState() throws {
        try provision("old", bypass: true)
        try connection.execute("ALTER ROLE \(SQLText.identifier(writer)) SUPERUSER CREATEROLE")
        try connection.execute("ALTER ROLE \(SQLText.identifier(owner)) LOGIN PASSWORD 'x'")
        try connection.execute("GRANT \(SQLText.identifier(owner)), pg_monitor TO \(SQLText.identifier(writer))")
        try provision("new", bypass: false)
        let row = try connection.execute(
            "SELECT rolsuper, rolcreaterole, rolbypassrls, rolcanlogin FROM pg_roles WHERE rolname = $1",
            [.text(writer)]
        ).first()
        #expect(try (0..<4).map { try row.bool($0) } == [false, false, false, true])
        let memberships = try connection.execute(
            "SELECT FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member WHERE r.rolname = $1", [.text(writer)])
        #expect(memberships.rowCount == 0)
        #expect(throws: PostgresError.self) { try Connection(source(owner, "x")) }
        let session = try Connection(source(writer, "new"))
        let refused = failure { try session.execute("SET ROLE \(SQLText.identifier(owner))") }
        #expect(refused?.serverError?.sqlState == "42501")
    }
}
