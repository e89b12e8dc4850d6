/// The head of a log at one size, as C2SP `tlog-checkpoint` writes it: origin, size and root, a line each.
public struct Checkpoint: Sendable {
    /// What names the log, by custom the name of its key.
    public let origin: String
    /// The number of leaves, below 2⁶³.
    public let size: UInt64
    /// The Merkle tree hash over all leaves; the empty tree's where the size is 0.
    public let root: Digest
    /// Further lines, opaque; this log writes none.
    public let extensions: [String]

    /// Throws, in this order: `CheckpointError.origin`, `.size`, `.extensionLine`.
    public init(
        origin: String, size: UInt64, root: Digest, extensions: [String] = []
    ) throws(CheckpointError) {
        guard Self.isLine(origin) else { throw .origin }
        guard size <= UInt64(Int64.max) else { throw .size }
        guard extensions.allSatisfy(Self.isLine) else { throw .extensionLine }
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    private static func isLine(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 }
    }
}

extension Checkpoint: Hashable {
    /// By the bytes of the text.
    public static func == (left: Checkpoint, right: Checkpoint) -> Bool {
        left.text == right.text
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(text)
    }
}
