import Glibc
import Trading

/// The last two snapshots of the state, in synced files outside the database.
///
/// They spare a start the folding of the whole journal, and nothing rests on them: whoever reads one compares it with
/// the content hash that the journal stored at its record, and where none serves, the journal is folded from its first.
public struct SnapshotFile: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// Where the one before the last is.
    public var formerPath: String { path + ".former" }

    /// Puts a snapshot in the place of the last one, which becomes the former. Durable when it returns.
    public func write(_ snapshot: Snapshot) throws(SnapshotFileError) {
        let sealed = snapshot.sealed
        if rename(path, formerPath) != 0, errno != ENOENT {
            throw .unwritable(path: formerPath, reason: String(cString: strerror(errno)))
        }
        do throws(SyncedFile.Fault) {
            try SyncedFile(path: path).replace(with: sealed)
        } catch { throw .unwritable(path: error.path, reason: error.reason) }
    }

    /// The newest first.
    public var paths: [String] { [path, formerPath] }

    /// What is in one of the files; nil where there is none. Errors: `unreadable`, and those of `Snapshot`.
    public func read(_ path: String) throws -> Snapshot? {
        let bytes: [UInt8]?
        do throws(SyncedFile.Fault) { bytes = try SyncedFile(path: path).read() } catch {
            throw SnapshotFileError.unreadable(path: error.path, reason: error.reason)
        }
        return try bytes.map { try Snapshot(sealed: $0) }
    }
}

/// Why a snapshot could not be kept or read.
public enum SnapshotFileError: Error, Hashable, Sendable, CustomStringConvertible {
    case unwritable(path: String, reason: String)
    case unreadable(path: String, reason: String)

    public var description: String {
        switch self {
        case .unwritable(let path, let reason): "cannot write the snapshot \(path): \(reason)"
        case .unreadable(let path, let reason): "cannot read the snapshot \(path): \(reason)"
        }
    }
}
