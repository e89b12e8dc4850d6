/// Why migrations were not applied. Each names the file.
public enum MigrationError: Error, Sendable, Equatable {
    case folderUnreadable(String)
    /// Not of the form `20261125T0430-what-it-does.sql`.
    case malformedName(String)
    /// Applied, and edited since.
    case changed(String)
    /// Applied, and gone from the folder; perhaps this program is older than the database.
    case missing(String)
    /// New, but its name sorts before one that was applied.
    case outOfOrder(String, after: String)
    /// The file itself commits or rolls back; it must leave that to the runner.
    case endsTransaction(String)
    /// The server refused the file; nothing of it stays, and those before it are applied.
    case refused(String, line: Int?, ServerError)
}

extension MigrationError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .folderUnreadable(let folder): "cannot read the migrations in \(folder)"
        case .malformedName(let name): "\(name): a migration is named like 20261125T0430-what-it-does.sql"
        case .changed(let name): "\(name) was edited after it was applied; restore it and write a new migration"
        case .missing(let name):
            "\(name) was applied but is not in the folder; is this program older than its database?"
        case .outOfOrder(let name, let last): "\(name) is new but sorts before \(last), which was applied; rename it"
        case .endsTransaction(let name): "\(name) ends its transaction; leave COMMIT and ROLLBACK to the runner"
        case .refused(let name, let line, let error): "\(name)\(line.map { ", line \($0)" } ?? ""): \(error)"
        }
    }
}
