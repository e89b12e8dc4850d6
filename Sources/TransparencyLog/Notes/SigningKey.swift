import Crypto

/// A private Ed25519 key under a name. Neither its description nor its mirror shows the secret; `secretText` does.
public struct SigningKey: Sendable {
    /// What the world needs to verify this key's signatures.
    public let verifierKey: VerifierKey

    private let key: Curve25519.Signing.PrivateKey

    private static let prefix = "PRIVATE+KEY+"

    /// A key of the system's random numbers.
    public static func generate(name: KeyName) -> SigningKey {
        SigningKey(name, Curve25519.Signing.PrivateKey())
    }

    /// The key of an RFC 8032 seed.
    ///
    /// Throws `KeyError.byteCount` unless the seed is 32 bytes.
    public init(name: KeyName, seed: [UInt8]) throws(KeyError) {
        do { self.init(name, try Curve25519.Signing.PrivateKey(rawRepresentation: seed)) } catch {
            throw .byteCount(seed.count)
        }
    }

    /// The key that `PRIVATE+KEY+name+identifier+base64(0x01 ‖ seed)` writes, the form of Go's `sumdb/note`.
    ///
    /// Throws `KeyError` in the order of its cases.
    public init(parsing text: String) throws(KeyError) {
        guard text.hasPrefix(Self.prefix) else { throw .form }
        let parsed = try KeyText(parsing: text.dropFirst(Self.prefix.count))
        try self.init(name: parsed.name, seed: parsed.key)
        guard parsed.identifier == verifierKey.identifier else { throw .identifierMismatch }
    }

    private init(_ name: KeyName, _ key: Curve25519.Signing.PrivateKey) {
        self.key = key
        do { verifierKey = try VerifierKey(name: name, publicKey: Array(key.publicKey.rawRepresentation)) } catch {
            preconditionFailure("a public key is 32 bytes")
        }
    }

    public var name: KeyName { verifierKey.name }

    /// The text that `init(parsing:)` reads. It is the secret: it belongs in a file that only the signer reads.
    public var secretText: String {
        Self.prefix + KeyText.text(name, verifierKey.identifier, Array(key.rawRepresentation))
    }

    /// The signature over `text`: 64 bytes; with BoringSSL the same each time.
    func signature(for text: [UInt8]) -> [UInt8] {
        do { return Array(try key.signature(for: text)) } catch {
            preconditionFailure("Ed25519 signs every text")
        }
    }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
    /// The verifier key.
    public var description: String { "SigningKey(\(verifierKey.text))" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
