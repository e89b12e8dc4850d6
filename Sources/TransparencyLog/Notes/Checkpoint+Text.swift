extension Checkpoint {
    /// The text that is signed, byte for byte.
    public var text: [UInt8] {
        let lines = [origin, String(size), root.base64] + extensions
        return lines.reduce(into: []) { text, line in
            text += line.utf8
            text.append(0x0A)
        }
    }

    /// Reads a checkpoint's text. Its signatures must have been verified.
    ///
    /// Throws, in this order: `CheckpointError.lines`, `.size`, `.root`, `.origin`, `.extensionLine`.
    public init(parsing text: [UInt8]) throws(CheckpointError) {
        var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count >= 4, lines.removeLast().isEmpty else { throw .lines }
        guard let size = CanonicalDecimal.decode(lines[1]) else { throw .size }
        let texts = lines.compactMap { String(validating: $0, as: UTF8.self) }
        guard texts.count == lines.count else { throw .lines }
        let root: Digest
        do { root = try Digest(base64: texts[2]) } catch { throw .root(error) }
        try self.init(origin: texts[0], size: size, root: root, extensions: Array(texts[3...]))
    }
}
