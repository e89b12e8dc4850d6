/// Why bytes are no signed note, or why a note is not believed, in the order of the checks.
public enum NoteError: Error, Hashable, Sendable {
    /// The note is larger than `SignedNote.byteCountMax`; carries its size.
    case byteCount(Int)
    /// The bytes are not UTF-8.
    case encoding
    /// A control character other than newline.
    case controlCharacter
    /// The text is empty or does not end in a newline.
    case text
    /// There is no blank line between text and signatures, or nothing behind it.
    case signaturesMissing
    /// A line behind the blank one is no signature, or its newline is missing; the first is line 1.
    case signatureLine(Int)
    /// There are more than `SignedNote.signatureCountMax`.
    case signatureCount(Int)
    /// Two different keys given to verify with have the same name and identifier.
    case ambiguousKey(KeyName, UInt32)
    /// A known key's signature does not verify.
    case invalidSignature(KeyName, UInt32)
    /// No known key signed.
    case noKnownSignature
}
