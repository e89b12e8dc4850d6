import Foundation
import Glibc

/// The generated passwords of roles, each in a file that only this process's user reads.
public struct PasswordStore: Sendable {
    let folder: String

    /// - Parameter folder: that only its user enters; made where it is missing.
    public init(making folder: String) throws(ClusterError) {
        let made = mkdir(folder, 0o700) == 0 || errno == EEXIST
        guard made else { throw .folderUnusable(folder: folder, reason: String(cString: strerror(errno))) }
        self.init(folder: folder)
    }

    init(folder: String) { self.folder = folder }

    /// The password of a role; generated and stored, synced, when there is none yet.
    ///
    /// Safe against a crash at any point: the file appears whole or not at all.
    public func password(of role: String) throws(ClusterError) -> String {
        if let stored = try stored(role) { return stored }
        let password = try Self.generate()
        try store(password, as: file(of: role))
        return password
    }

    /// Nil when there is none.
    func stored(_ role: String) throws(ClusterError) -> String? {
        let file = try file(of: role)
        guard access(file, F_OK) == 0 else { return nil }
        guard let text = try? String(contentsOfFile: file, encoding: .utf8), !text.isEmpty else {
            throw .folderUnusable(folder: file, reason: "cannot read the password")
        }
        return text
    }

    func file(of role: String) throws(ClusterError) -> String {
        guard !role.isEmpty, !role.utf8.contains(UInt8(ascii: "/")), !role.utf8.contains(0), !role.hasPrefix(".")
        else { throw .folderUnusable(folder: folder, reason: "a role's name must be usable as a file name") }
        return folder + "/" + role
    }

    /// 256 bits of `/dev/urandom`, as 64 hexadecimal digits.
    static func generate() throws(ClusterError) -> String {
        var bytes = [UInt8](repeating: 0, count: 32)
        let source = open("/dev/urandom", O_RDONLY | O_CLOEXEC)
        defer { close(source) }
        guard source >= 0, read(source, &bytes, bytes.count) == bytes.count else {
            throw .folderUnusable(folder: "/dev/urandom", reason: "cannot read")
        }
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    private func store(_ password: String, as file: String) throws(ClusterError) {
        let new = file + ".new"
        unlink(new)
        let descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        let written = write(descriptor, password, password.utf8.count) == password.utf8.count && fsync(descriptor) == 0
        close(descriptor)
        guard written, rename(new, file) == 0, Self.sync(folder) else {
            throw .folderUnusable(folder: file, reason: String(cString: strerror(errno)))
        }
    }

    static func sync(_ folder: String) -> Bool {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }
}
