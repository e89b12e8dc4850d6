import Trading
import TransparencyLog

/// The last head that was committed, in a synced file outside the database.
///
/// It tells a database that has lost acknowledged records: one that is older than the file, or that has another
/// root at the same size, is not written to. The file is replaced as a whole or not at all.
public struct HeadFile: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// The head in the file; nil where there is no file yet. Errors: `unreadable`, `malformed`.
    public func read() throws(HeadFileError) -> LogHead? {
        let bytes: [UInt8]?
        do throws(SyncedFile.Fault) { bytes = try file.read() } catch {
            throw .unreadable(path: error.path, reason: error.reason)
        }
        guard let bytes else { return nil }
        guard let head = Self.head(in: bytes) else { throw .malformed(path: path) }
        return head
    }

    /// Replaces the file; durable when it returns. Errors: `unwritable`.
    public func write(_ head: LogHead) throws(HeadFileError) {
        do throws(SyncedFile.Fault) { try file.replace(with: Array(Self.text(of: head).utf8)) } catch {
            throw .unwritable(path: error.path, reason: error.reason)
        }
    }

    private var file: SyncedFile { SyncedFile(path: path) }

    /// A line each: what it is, the size, the root, and a checksum over the three.
    static func text(of head: LogHead) -> String {
        let body = "suanli head\n\(head.size)\n\(head.root.hexadecimal)\n"
        return body + Digest.sha256(of: Array(body.utf8)).hexadecimal + "\n"
    }

    static func head(in bytes: [UInt8]) -> LogHead? {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 5, let size = Int64(lines[1]), let root = try? Digest(hexadecimal: String(lines[2])) else {
            return nil
        }
        let head = LogHead(size: size, root: root)
        return Array(text(of: head).utf8) == bytes ? head : nil
    }
}

/// Why the head file did not serve.
public enum HeadFileError: Error, Hashable, Sendable, CustomStringConvertible {
    case unreadable(path: String, reason: String)
    /// It is not what this program writes, or a checksum is wrong.
    case malformed(path: String)
    case unwritable(path: String, reason: String)
    /// The database has fewer records than were committed, or another root: it lost some, or is another one.
    case databaseOlder(file: LogHead, database: LogHead)

    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "cannot read the head file \(path): \(reason)"
        case .malformed(let path): "the head file \(path) is damaged"
        case .unwritable(let path, let reason): "cannot write the head file \(path): \(reason)"
        case .databaseOlder(let file, let database):
            """
            the database ends at record \(database.size), root \(database.root); the head file says that record \
            \(file.size), root \(file.root), was committed: the database has gone back, or is another one
            """
        }
    }
}
