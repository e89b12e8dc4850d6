/// Why bytes or a text are no digest.
public enum DigestError: Error, Hashable, Sendable {
    /// The text is not lower-case hexadecimal.
    case hexadecimal
    /// The text is not canonical base 64.
    case base64
    /// The number of bytes is not 32; carries what it was.
    case byteCount(Int)
}
