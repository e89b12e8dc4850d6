import Glibc

/// Holds a data folder for one process. The kernel lets go of it when the process ends, however it ends.
struct FolderLock: ~Copyable {
    private let descriptor: Int32

    /// Throws `folderUnusable`, then `folderInUse`.
    init(_ folder: ClusterFolder) throws(ClusterError) {
        let file = open(folder.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw .folderUnusable(folder: folder.path, reason: String(cString: strerror(errno)))
        }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let owner = Self.owner(file)
            close(file)
            throw .folderInUse(folder: folder.path, process: owner)
        }
        descriptor = file
        ftruncate(descriptor, 0)
        let text = "\(getpid())\n"
        pwrite(descriptor, text, text.utf8.count, 0)
    }

    deinit { close(descriptor) }

    private static func owner(_ descriptor: Int32) -> Int32? {
        var text = [UInt8](repeating: 0, count: 16)
        let count = pread(descriptor, &text, text.count, 0)
        guard count > 0 else { return nil }
        return Int32(String(decoding: text[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }
}
