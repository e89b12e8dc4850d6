import Trading
import TransparencyLog

extension HeadFile {
    /// Refuses a database that has lost what the file says was committed. Returns what the file says.
    ///
    /// A database that is ahead is one whose writer died between its commit and the file; then the root at the
    /// file's size must still be the file's.
    ///
    /// - Parameter root: the root of the database's log at an earlier size.
    /// - Throws: `unreadable`, `malformed`, `databaseOlder`, and what `root` throws.
    @discardableResult
    public func check(_ database: LogHead, root: (Int64) throws -> Digest) throws -> LogHead? {
        guard let file = try read() else { return nil }
        guard file.size <= database.size else {
            throw HeadFileError.databaseOlder(file: file, database: database)
        }
        let found = file.size == database.size ? database.root : try root(file.size)
        guard found == file.root else { throw HeadFileError.databaseOlder(file: file, database: database) }
        return file
    }
}
