import Foundation
import Glibc

extension EmbeddedCluster {
    /// The only line of `pg_hba.conf`: by socket, with a password.
    static let accessRules = "local all all scram-sha-256\n"

    /// Makes the data if there is none. An interrupted attempt leaves nothing that counts as data.
    func initialise() throws(ClusterError) {
        try folder.makePrivate(folder.passwords, for: nil)
        if folder.dataVersion == nil { try runInitdb() }
        guard try passwords.stored(Self.superuser) != nil else {
            throw .passwordMissing(file: try passwords.file(of: Self.superuser))
        }
        try writeAccessRules(in: folder.data)
    }

    private func runInitdb() throws(ClusterError) {
        guard FileStatus(folder.data) == nil else {
            throw .folderUnusable(folder: folder.data, reason: "it exists, but holds no PostgreSQL data")
        }
        try? FileManager.default.removeItem(atPath: folder.unfinished)
        try folder.makePrivate(folder.unfinished, for: account)
        let secret = folder.unfinished + ".password"
        try lend(try passwords.password(of: Self.superuser), as: secret)
        defer { unlink(secret) }
        let answer: (status: Int32, output: String)
        do {
            answer = try ChildProcess.run(
                account.command(initdb(secret)), environment: account.environment(home: folder.path))
        } catch { throw .initialisationFailed("\(error)") }
        guard answer.status == 0 else { throw .initialisationFailed(Self.reason(in: answer.output)) }
        guard rename(folder.unfinished, folder.data) == 0, PasswordStore.sync(folder.path) else {
            throw .folderUnusable(folder: folder.data, reason: String(cString: strerror(errno)))
        }
    }

    private func initdb(_ secret: String) -> [String] {
        [
            binaries.initdb, "-D", folder.unfinished, "-U", Self.superuser, "--pwfile=\(secret)",
            "--encoding=UTF8", "--locale=C", "--data-checksums", "--auth-local=scram-sha-256",
            "--auth-host=scram-sha-256", "--no-instructions",
        ] + (isTemporary ? ["--no-sync"] : [])
    }

    /// A file that only the server's user reads, removed as soon as `initdb` has read it.
    private func lend(_ password: String, as file: String) throws(ClusterError) {
        unlink(file)
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        defer { close(descriptor) }
        let line = password + "\n"
        guard write(descriptor, line, line.utf8.count) == line.utf8.count else {
            throw .folderUnusable(folder: file, reason: String(cString: strerror(errno)))
        }
        try account.own(file)
    }

    /// Written at every start, so that a line added by hand does not last.
    private func writeAccessRules(in data: String) throws(ClusterError) {
        let file = data + "/pg_hba.conf"
        if (try? String(contentsOfFile: file, encoding: .utf8)) == Self.accessRules { return }
        do {
            try Self.accessRules.write(toFile: file + ".new", atomically: false, encoding: .utf8)
        } catch { throw .folderUnusable(folder: file, reason: error.localizedDescription) }
        try account.own(file + ".new")
        chmod(file + ".new", 0o600)
        rename(file + ".new", file)
    }

    /// The line that says what went wrong, or the last one.
    static func reason(in output: String) -> String {
        let lines = output.split(whereSeparator: \.isNewline).map(String.init)
        return lines.last { $0.contains("error:") || $0.contains("FATAL") } ?? lines.last ?? "no output"
    }
}
