extension Digest: CustomStringConvertible {
    /// 64 lower-case hexadecimal characters.
    public var hexadecimal: String { Hexadecimal.encode(bytes) }

    /// 44 characters of base 64, as notes and checkpoints write a root.
    public var base64: String { Base64.encode(bytes) }

    public var description: String { hexadecimal }

    /// The digest that 64 lower-case hexadecimal characters write.
    ///
    /// Throws, in this order: `hexadecimal`, `byteCount`.
    public init(hexadecimal text: String) throws(DigestError) {
        guard let bytes = Hexadecimal.decode(text.utf8) else { throw .hexadecimal }
        try self.init(bytes)
    }

    /// The digest that 44 characters of canonical base 64 write.
    ///
    /// Throws, in this order: `base64`, `byteCount`.
    public init(base64 text: String) throws(DigestError) {
        guard let bytes = Base64.decode(text.utf8) else { throw .base64 }
        try self.init(bytes)
    }
}
