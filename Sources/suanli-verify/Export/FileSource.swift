import Glibc

/// A file, read through the C library's buffer.
final class FileSource: ByteSource {
    private let path: String
    private let file: UnsafeMutablePointer<FILE>

    init(path: String) throws(UnreadableFile) {
        guard let file = fopen(path, "rb") else {
            throw UnreadableFile(path: path, reason: String(cString: strerror(errno)))
        }
        self.path = path
        self.file = file
        setvbuf(file, nil, Int32(_IOFBF), 1 << 20)
    }

    deinit { fclose(file) }

    func next(_ count: Int) throws(UnreadableFile) -> [UInt8] {
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { memory, read in
            read = fread(memory.baseAddress, 1, count, file)
        }
        guard bytes.count == count || ferror(file) == 0 else {
            throw UnreadableFile(path: path, reason: String(cString: strerror(errno)))
        }
        return bytes
    }

    /// All of a small file. Errors: also where it is larger than `most` bytes.
    static func contents(of path: String, most: Int = 1 << 20) throws(UnreadableFile) -> [UInt8] {
        let bytes = try FileSource(path: path).next(most + 1)
        guard bytes.count <= most else { throw UnreadableFile(path: path, reason: "larger than \(most) bytes") }
        return bytes
    }
}
