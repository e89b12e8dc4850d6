import Glibc

/// A file that is replaced as a whole or not at all, and is durable when that returns.
struct SyncedFile {
    let path: String

    /// Why the system did not do it.
    struct Fault: Error {
        let path: String
        let reason: String

        init(_ path: String) { (self.path, reason) = (path, String(cString: strerror(errno))) }
    }

    /// What is in the file; nil where there is none. Throws `Fault`.
    func read() throws(Fault) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard errno == ENOENT else { throw Fault(path) }
            return nil
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Fault(path) }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress! + done, $0.count - done)
            }
            guard count >= 0 else { throw Fault(path) }
            // It was cut short meanwhile.
            guard count > 0 else { return Array(bytes[..<done]) }
            done += count
        }
        return bytes
    }

    /// Puts these bytes in the place of what is there. Throws `Fault`; the file is then as it was.
    func replace(with bytes: [UInt8]) throws(Fault) {
        let temporary = path + ".new"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Fault(temporary) }
        let fault = write(bytes, to: descriptor) && fsync(descriptor) == 0 ? nil : Fault(temporary)
        close(descriptor)
        if let fault { throw fault }
        guard rename(temporary, path) == 0, syncFolder() else { throw Fault(path) }
    }

    private func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + done, $0.count - done) }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }

    private func syncFolder() -> Bool {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }
}
