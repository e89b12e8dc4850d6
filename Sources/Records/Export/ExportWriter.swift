/// Makes the bytes of an export's `records.bin` and `leaves.bin`, entry by entry; it touches no file.
///
/// Append entries in order of sequence, and from time to time write what `drain` returns to the end of both files.
/// `manifest` and `checkpoint` are written beside them; the checkpoint's size is the number of entries.
public struct ExportWriter: Sendable {
    private var parts = RecordParts()
    private var records = CanonicalWriter(capacity: 1 << 16)
    private var leaves = CanonicalWriter(capacity: 1 << 12)

    public init() {}

    /// Bytes that `drain` would return.
    public var pending: Int { records.count + leaves.count }

    /// Appends one entry.
    ///
    /// Complexity: linear in the size of the record.
    public mutating func append(_ entry: ExportEntry) {
        parts.encode(entry.record)
        let header = entry.record.header.canonicalBytes
        let framing = 2 + header.count + ExportFormat.nonceSize + 4 + 4 * parts.count
        records.append(UInt32(framing + parts.bytes.count))
        records.append(UInt16(header.count))
        records.append(contentsOf: header)
        records.append(contentsOf: entry.nonce)
        appendParts()
        leaves.append(contentsOf: entry.leaf)
    }

    private mutating func appendParts() {
        records.append(UInt32(parts.count))
        for part in 0..<parts.count {
            let range = parts.range(of: part)
            records.append(UInt32(range.count))
            records.append(contentsOf: Array(parts.bytes[range]))
        }
    }

    /// What was appended since the last call: the next bytes of each file.
    public mutating func drain() -> (records: [UInt8], leaves: [UInt8]) {
        defer {
            records.removeAll()
            leaves.removeAll()
        }
        return (records.bytes, leaves.bytes)
    }
}
