import Postgres

/// Brings a database into the state that this program needs: its roles, then its migrations.
public struct DatabaseSetup: Sendable {
    private let folder: String

    /// - Parameter folder: that of the migrations.
    public init(migrations folder: String) { self.folder = folder }

    /// Creates the roles that are missing and gives each login its password.
    ///
    /// - Parameter connection: of a superuser.
    public func provisionRoles(
        _ connection: Connection, password: (DatabaseRole) throws -> String
    ) throws {
        let logins = try DatabaseRole.allCases.filter(\.logsIn).map { role in
            LoginRole(
                name: role.name, password: try password(role),
                attributes: role.bypassesRowSecurity ? [.bypassesRowSecurity] : [])
        }
        try RoleProvisioner(owner: DatabaseRole.owner.name, logins: logins).run(on: connection)
    }

    /// Applies what is new; returns the names of the files.
    ///
    /// - Parameter connection: of a user that may become the owner, in a database that the owner owns.
    @discardableResult
    public func migrate(_ connection: Connection) throws -> [String] { try runner().run(on: connection) }

    /// The migrations that are still to be applied. A program that finds none, and no error, fits the database.
    public func pending(_ connection: Connection) throws -> [String] {
        try runner().check(on: connection).map(\.name)
    }

    private func runner() throws -> MigrationRunner {
        try MigrationRunner(folder: folder, owner: DatabaseRole.owner.name)
    }
}
