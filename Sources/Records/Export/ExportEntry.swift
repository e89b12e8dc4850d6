/// A record with what the journal keeps beside it, as an export carries it.
public struct ExportEntry: Hashable, Sendable {
    public let record: Record
    /// 32 bytes, from which the salts of the record's parts derive.
    public let nonce: [UInt8]
    /// 32 bytes: the leaf hash that was stored when the record was committed.
    public let leaf: [UInt8]

    public init(record: Record, nonce: [UInt8], leaf: [UInt8]) {
        precondition(nonce.count == ExportFormat.nonceSize, "a nonce is 32 bytes")
        precondition(leaf.count == ExportFormat.leafSize, "a leaf hash is 32 bytes")
        self.record = record
        self.nonce = nonce
        self.leaf = leaf
    }
}

/// The files of an export and their sizes (docs/log-format.md).
public enum ExportFormat {
    public static let version = 1
    public static let nonceSize = 32
    public static let leafSize = 32
    /// The most bytes of one entry of `records.bin`, its length not counted.
    public static let entrySizeMost = 1 << 28

    /// The names of the files in an export's folder.
    public static let manifestName = "manifest"
    public static let checkpointName = "checkpoint"
    public static let recordsName = "records.bin"
    public static let leavesName = "leaves.bin"
}
