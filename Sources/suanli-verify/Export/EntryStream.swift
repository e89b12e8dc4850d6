import Records

/// The entries of `records.bin`, one after the other.
struct EntryStream {
    enum Step {
        case entry([UInt8])
        case end
        /// The file ends within an entry.
        case cutOff
        /// The length of an entry is beyond its bound.
        case lengthTooLarge(Int)
    }

    var source: any ByteSource

    mutating func next() throws(UnreadableFile) -> Step {
        let prefix = try source.next(4)
        if prefix.isEmpty { return .end }
        guard prefix.count == 4 else { return .cutOff }
        let length = prefix.reduce(0) { $0 << 8 | Int($1) }
        guard length <= ExportFormat.entrySizeMost else { return .lengthTooLarge(length) }
        let entry = try source.next(length)
        return entry.count == length ? .entry(entry) : .cutOff
    }
}
