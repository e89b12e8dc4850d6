extension SignedNote {
    /// Reads a note; the last blank line separates text and signatures. Signatures of any algorithm are read, and
    /// none is verified.
    ///
    /// Throws, in this order: `NoteError.byteCount`, `.encoding`, `.controlCharacter`, `.signaturesMissing`,
    /// `.signatureLine` for the first bad line, `.signatureCount`.
    public init(parsing bytes: [UInt8]) throws(NoteError) {
        try Self.check(bytes)
        guard let blank = Self.lastBlankLine(of: bytes), blank + 1 < bytes.count else { throw .signaturesMissing }
        self.init(Array(bytes[..<blank]), try Self.signatures(bytes[(blank + 1)...]))
    }

    /// The index of the newline that makes a line blank, the text before it ending in a newline of its own.
    private static func lastBlankLine(of bytes: [UInt8]) -> Int? {
        bytes.indices.dropFirst().last { bytes[$0] == 0x0A && bytes[$0 - 1] == 0x0A }
    }

    private static func signatures(_ block: ArraySlice<UInt8>) throws(NoteError) -> [NoteSignature] {
        var lines = block.split(separator: 0x0A, omittingEmptySubsequences: false)
        let rest = lines.removeLast()
        var signatures: [NoteSignature] = []
        for (index, line) in lines.enumerated() {
            guard let signature = NoteSignature(parsing: line) else { throw .signatureLine(index + 1) }
            signatures.append(signature)
        }
        guard rest.isEmpty else { throw .signatureLine(lines.count + 1) }
        guard signatures.count <= signatureCountMax else { throw .signatureCount(signatures.count) }
        return signatures
    }
}
