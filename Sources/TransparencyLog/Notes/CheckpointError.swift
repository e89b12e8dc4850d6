/// Why bytes are no checkpoint of a log, in the order of the checks.
public enum CheckpointError: Error, Hashable, Sendable {
    /// The note cannot be read, or no known key signed it.
    case note(NoteError)
    /// There are fewer than three lines, or the last has no newline.
    case lines
    /// The origin is empty or has a control character.
    case origin
    /// The size is no canonical decimal below 2⁶³.
    case size
    /// The root is not 32 bytes of canonical base 64.
    case root(DigestError)
    /// An extension line is empty or has a control character.
    case extensionLine
    /// The checkpoint is another log's; carries its origin.
    case otherOrigin(String)
}
