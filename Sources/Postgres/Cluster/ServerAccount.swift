import Foundation
import Glibc

/// The system user as which the server runs: never root.
struct ServerAccount: Equatable {
    let name: String
    let user: uid_t
    let group: gid_t
    /// True when this process is root and the server must not be.
    let dropsPrivileges: Bool

    /// The present user; for root, the owner of existing data, or else the named user.
    ///
    /// Throws `wrongOwner`, `noSuchUser`.
    static func choose(for folder: ClusterFolder, serverUser: String) throws(ClusterError) -> ServerAccount {
        let owner = FileStatus(folder.data)?.owner
        guard geteuid() == 0 else {
            if let owner, owner != geteuid() { throw .wrongOwner(folder: folder.data, owner: owner) }
            return ServerAccount(name: "\(geteuid())", user: geteuid(), group: getegid(), dropsPrivileges: false)
        }
        let entry = owner.flatMap { $0 == 0 ? nil : getpwuid($0) } ?? getpwnam(serverUser)
        guard let entry, entry.pointee.pw_uid != 0 else { throw .noSuchUser(serverUser) }
        return ServerAccount(
            name: String(cString: entry.pointee.pw_name), user: entry.pointee.pw_uid,
            group: entry.pointee.pw_gid, dropsPrivileges: true)
    }

    /// The command line that runs a program as this user. `setpriv` replaces itself by the program, so
    /// that the process is the program's own.
    func command(_ arguments: [String]) -> [String] {
        guard dropsPrivileges else { return arguments }
        return [
            "/usr/bin/setpriv", "--reuid=\(user)", "--regid=\(group)", "--init-groups", "--inh-caps=-all",
            "--no-new-privs", "--",
        ] + arguments
    }

    func environment(home: String, adding more: [String: String] = [:]) -> [String] {
        var variables = ["PATH": "/usr/bin:/bin", "LC_ALL": "C", "HOME": home, "USER": name]
        for (variable, value) in more { variables[variable] = value }
        return variables.map { "\($0.key)=\($0.value)" }
    }

    /// Gives a file or folder to the server's user.
    func own(_ path: String) throws(ClusterError) {
        guard dropsPrivileges, lchown(path, user, group) != 0 else { return }
        throw .folderUnusable(folder: path, reason: String(cString: strerror(errno)))
    }

    /// Throws `notTraversable` with the topmost folder that the user may not enter.
    func requireEntry(to folder: String) throws(ClusterError) {
        guard dropsPrivileges, !mayEnter(folder) else { return }
        var path = ""
        for part in folder.split(separator: "/") {
            path += "/" + part
            if !mayEnter(path) { throw .notTraversable(folder: path, user: name) }
        }
    }

    private func mayEnter(_ folder: String) -> Bool {
        let test = command(["/usr/bin/test", "-x", folder])
        return (try? ChildProcess.run(test, environment: []))?.status == 0
    }
}

/// Who owns a file, and with what permissions.
struct FileStatus {
    let owner: uid_t
    let permissions: mode_t

    /// Nil if there is no such file.
    init?(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        owner = status.st_uid
        permissions = status.st_mode & 0o7777
    }
}
