/// A file, or bytes in memory, read once from front to back.
protocol ByteSource {
    /// The next bytes: at most `count`, and fewer only at the end.
    mutating func next(_ count: Int) throws(UnreadableFile) -> [UInt8]
}

/// A file that cannot be opened or read, with the system's reason.
struct UnreadableFile: Error, Hashable {
    let path: String
    let reason: String
}

/// Bytes in memory.
struct MemorySource: ByteSource {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next(_ count: Int) -> [UInt8] {
        let end = min(bytes.count, offset + count)
        defer { offset = end }
        return Array(bytes[offset..<end])
    }
}
