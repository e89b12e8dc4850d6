/// The text `name+identifier+base64(0x01 ‖ key)` that verifier keys and signing keys share.
struct KeyText {
    /// The byte that stands for Ed25519 in keys and in key identifiers.
    static let ed25519: UInt8 = 0x01

    let name: KeyName
    let identifier: UInt32
    /// 32 bytes.
    let key: [UInt8]

    /// Splits at the first two pluses: a name has none, base 64 may.
    ///
    /// Throws, in this order: `KeyError.form`, `.name`, `.identifier`, `.base64`, `.algorithm`, `.byteCount`.
    init(parsing text: Substring) throws(KeyError) {
        let fields = text.utf8.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
        guard fields.count == 3 else { throw .form }
        name = try KeyName(String(Substring(fields[0])))
        guard fields[1].count == 8, let identifier = Hexadecimal.decode(fields[1]) else { throw .identifier }
        self.identifier = identifier.reduce(0) { $0 << 8 | UInt32($1) }
        guard let bytes = Base64.decode(fields[2]) else { throw .base64 }
        guard bytes.first == Self.ed25519 else { throw .algorithm(bytes.first) }
        guard bytes.count == 33 else { throw .byteCount(bytes.count - 1) }
        key = Array(bytes[1...])
    }

    static func text(_ name: KeyName, _ identifier: UInt32, _ key: [UInt8]) -> String {
        let bytes = (0..<4).map { UInt8(truncatingIfNeeded: identifier >> UInt32(24 - 8 * $0)) }
        return "\(name.text)+\(Hexadecimal.encode(bytes))+\(Base64.encode([Self.ed25519] + key))"
    }
}
