import Foundation
import Glibc

/// Where the server's socket lies. The kernel limits its whole path to 107 bytes.
enum SocketFolder {
    static let pathLengthMax = 107
    static let fileName = "/.s.PGSQL.5432"
    static let elsewherePrefix = "/tmp/pg-socket-"

    /// Makes the folder for this run: in the data folder if its path is short enough and without a comma,
    /// which separates hosts in a connection string; else a fresh private one under `/tmp`.
    static func prepare(in folder: ClusterFolder, for account: ServerAccount) throws(ClusterError) -> String {
        removeElsewhere(of: folder)
        let inside = folder.socket
        guard inside.utf8.count + fileName.utf8.count > pathLengthMax || inside.contains(",") else {
            try folder.makePrivate(inside, for: account)
            // No server runs on the data by now, so what lies here is stale.
            for name in [fileName, fileName + ".lock"] { unlink(inside + name) }
            return inside
        }
        return try makeElsewhere(of: folder, for: account)
    }

    private static func makeElsewhere(
        of folder: ClusterFolder, for account: ServerAccount
    ) throws(ClusterError) -> String {
        guard let path = TemporaryFolder.make(elsewherePrefix) else {
            throw .folderUnusable(folder: "/tmp", reason: String(cString: strerror(errno)))
        }
        try account.own(path)
        do {
            try path.write(toFile: folder.socketElsewhere, atomically: true, encoding: .utf8)
        } catch {
            throw .folderUnusable(folder: folder.socketElsewhere, reason: error.localizedDescription)
        }
        return path
    }

    /// The folder under `/tmp` that the data folder names, if any.
    static func elsewhere(of folder: ClusterFolder) -> String? {
        let path = try? String(contentsOfFile: folder.socketElsewhere, encoding: .utf8)
        return path.flatMap { $0.hasPrefix(elsewherePrefix) && !$0.contains("..") ? $0 : nil }
    }

    static func removeElsewhere(of folder: ClusterFolder) {
        guard let path = elsewhere(of: folder) else { return }
        try? FileManager.default.removeItem(atPath: path)
        unlink(folder.socketElsewhere)
    }
}

enum TemporaryFolder {
    /// Bytes that anybody may still use of the file system of a folder; 0 where it cannot be told.
    static func free(in folder: String) -> UInt {
        var figures = statvfs()
        return statvfs(folder, &figures) == 0 ? UInt(figures.f_bavail) * UInt(figures.f_frsize) : 0
    }

    /// A new folder, 0700, with a name that nobody could foresee; nil with `errno` on failure.
    static func make(_ prefix: String) -> String? {
        var template = Array((prefix + "XXXXXX").utf8CString)
        return template.withUnsafeMutableBufferPointer { name in
            name.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
        }
    }
}
