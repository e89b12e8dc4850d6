import Foundation
import Glibc

/// The data folder and what lies in it.
public struct ClusterFolder: Sendable {
    /// Absolute, without symbolic links.
    public let path: String

    /// What the server itself writes.
    var data: String { path + "/data" }
    /// An `initdb` that has not come to its end yet.
    var unfinished: String { path + "/data.unfinished" }
    var passwords: String { path + "/passwords" }
    var lock: String { path + "/owner.lock" }
    public var log: String { path + "/server.log" }
    var socket: String { path + "/socket" }
    /// Where the sockets are when the folder's own path is too long for one.
    var socketElsewhere: String { path + "/socket.path" }

    /// Takes an existing folder or creates it: 0700, or 0711 for root, whose server is another user.
    public init(creating path: String) throws(ClusterError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true,
                attributes: [.posixPermissions: geteuid() == 0 ? 0o711 : 0o700])
        } catch {
            throw .folderUnusable(folder: path, reason: error.localizedDescription)
        }
        try self.init(existing: path)
        if geteuid() == 0, let status = FileStatus(self.path), status.owner == 0, status.permissions & 0o011 != 0o011 {
            chmod(self.path, status.permissions | 0o011)
        }
    }

    public init(existing path: String) throws(ClusterError) {
        guard let absolute = realpath(path, nil) else {
            throw .folderUnusable(folder: path, reason: String(cString: strerror(errno)))
        }
        defer { free(absolute) }
        self.path = String(cString: absolute)
    }

    /// The major version that wrote the data; nil when there is none yet.
    var dataVersion: Int? {
        guard let text = try? String(contentsOfFile: data + "/PG_VERSION", encoding: .utf8) else { return nil }
        return Int(text.prefix { $0.isNumber })
    }

    /// The first line of `postmaster.pid`; nil without such a file.
    var recordedPostmaster: pid_t? {
        let file = try? String(contentsOfFile: data + "/postmaster.pid", encoding: .utf8)
        return file?.split(whereSeparator: \.isNewline).first.flatMap { pid_t($0) }
    }

    /// Creates a folder in it that nobody else may enter.
    func makePrivate(_ folder: String, for account: ServerAccount?) throws(ClusterError) {
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST, chmod(folder, 0o700) == 0 else {
            throw .folderUnusable(folder: folder, reason: String(cString: strerror(errno)))
        }
        try account?.own(folder)
    }
}
