import Crypto

/// A public Ed25519 key under a name, as C2SP `signed-note` has it: what a reader must have been given beforehand
/// to believe a note.
public struct VerifierKey: Sendable {
    public let name: KeyName
    /// The first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), big-endian. It finds a key; it proves
    /// nothing.
    public let identifier: UInt32
    /// 32 bytes.
    public let publicKey: [UInt8]

    private let key: Curve25519.Signing.PublicKey

    /// Throws `KeyError.byteCount` unless the key is 32 bytes.
    public init(name: KeyName, publicKey: [UInt8]) throws(KeyError) {
        do { key = try Curve25519.Signing.PublicKey(rawRepresentation: publicKey) } catch {
            throw .byteCount(publicKey.count)
        }
        self.name = name
        self.publicKey = publicKey
        identifier = Self.identifier(name, publicKey)
    }

    /// The key that `name+identifier+base64(0x01 ‖ public key)` writes.
    ///
    /// Throws `KeyError` in the order of its cases.
    public init(parsing text: String) throws(KeyError) {
        let parsed = try KeyText(parsing: text[...])
        try self.init(name: parsed.name, publicKey: parsed.key)
        guard parsed.identifier == identifier else { throw .identifierMismatch }
    }

    /// The text that `init(parsing:)` reads, and that other implementations of signed notes read.
    public var text: String { KeyText.text(name, identifier, publicKey) }

    /// Whether `signature` is this key's over `text`.
    func isValid(_ signature: [UInt8], for text: [UInt8]) -> Bool {
        key.isValidSignature(signature, for: text)
    }

    private static func identifier(_ name: KeyName, _ publicKey: [UInt8]) -> UInt32 {
        let digest = Digest.sha256(of: Array(name.text.utf8) + [0x0A, KeyText.ed25519] + publicKey)
        return digest.bytes[..<4].reduce(0) { $0 << 8 | UInt32($1) }
    }
}

extension VerifierKey: Hashable, CustomStringConvertible {
    public static func == (left: VerifierKey, right: VerifierKey) -> Bool {
        left.name == right.name && left.publicKey == right.publicKey
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(publicKey)
    }

    public var description: String { text }
}
