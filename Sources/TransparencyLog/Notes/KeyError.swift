/// Why a text is no key, in the order of the checks.
public enum KeyError: Error, Hashable, Sendable {
    /// The parts are not `name+identifier+key`, or of a signing key `PRIVATE+KEY+name+identifier+key`.
    case form
    /// The name is empty or has a plus, a space or a control character.
    case name
    /// The identifier is not eight lower-case hexadecimal characters.
    case identifier
    /// The key is not canonical base 64.
    case base64
    /// The first byte of the key is not 0x01, Ed25519; carries the byte, if there is one.
    case algorithm(UInt8?)
    /// An Ed25519 key is 32 bytes after the first; carries how many there are.
    case byteCount(Int)
    /// The identifier is not that of the name and key.
    case identifierMismatch
}
