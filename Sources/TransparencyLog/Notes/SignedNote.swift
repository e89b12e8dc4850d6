/// A text signed by one or more keys, in the form of C2SP `signed-note`: the text, a blank line, and a line for each
/// signature. The text means nothing before `verifiedSignatures(by:)` has returned.
public struct SignedNote: Hashable, Sendable {
    /// The largest note read or made, in bytes: far above any checkpoint, far below what hurts.
    public static let byteCountMax = 1_000_000
    /// The most signatures read; the specification asks for at least 16.
    public static let signatureCountMax = 100

    /// UTF-8 that ends in a newline, the last that is signed.
    public let text: [UInt8]
    /// In the order of their lines.
    public private(set) var signatures: [NoteSignature]

    /// A note without signatures yet.
    ///
    /// Throws, in this order: `NoteError.byteCount`, `.encoding`, `.controlCharacter`, `.text`.
    public init(text: [UInt8]) throws(NoteError) {
        try Self.check(text)
        guard text.last == 0x0A else { throw .text }
        self.init(text, [])
    }

    init(_ text: [UInt8], _ signatures: [NoteSignature]) {
        self.text = text
        self.signatures = signatures
    }

    /// Adds the signature of `key` as the last line, in place of an earlier one of the same key.
    public mutating func sign(with key: SigningKey) {
        signatures.removeAll { $0.isMade(by: key.verifierKey) }
        signatures.append(
            NoteSignature(
                name: key.name, identifier: key.verifierKey.identifier, signature: key.signature(for: text)))
    }

    /// Adds a signature made elsewhere, such as a witness's, as the last line, in place of an earlier one under the
    /// same name and identifier. It is not verified.
    public mutating func add(_ signature: NoteSignature) {
        signatures.removeAll { $0.hasKey(of: signature) }
        signatures.append(signature)
    }

    /// The note as it is stored and served, byte for byte.
    public var bytes: [UInt8] {
        signatures.reduce(into: text + [0x0A]) { $0 += $1.line }
    }

    static func check(_ bytes: [UInt8]) throws(NoteError) {
        guard bytes.count <= byteCountMax else { throw .byteCount(bytes.count) }
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .encoding }
        guard bytes.allSatisfy({ $0 >= 0x20 || $0 == 0x0A }) else { throw .controlCharacter }
    }
}
