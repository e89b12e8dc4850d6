/// One signature of a note, of a key that need not be known: `— name base64(identifier ‖ signature)`.
public struct NoteSignature: Hashable, Sendable {
    public let name: KeyName
    public let identifier: UInt32
    /// What the key's algorithm makes: 64 bytes for Ed25519, at least one for any other.
    public let signature: [UInt8]

    /// An em dash, U+2014, and a space.
    private static let prefix: [UInt8] = [0xE2, 0x80, 0x94, 0x20]

    init(name: KeyName, identifier: UInt32, signature: [UInt8]) {
        self.name = name
        self.identifier = identifier
        self.signature = signature
    }

    /// The signature that a line without its newline writes, or nil.
    init?(parsing line: ArraySlice<UInt8>) {
        guard line.starts(with: Self.prefix) else { return nil }
        let fields = line.dropFirst(Self.prefix.count).split(separator: 0x20, omittingEmptySubsequences: false)
        guard fields.count == 2, let text = String(validating: fields[0], as: UTF8.self) else { return nil }
        guard let name = try? KeyName(text), let bytes = Base64.decode(fields[1]), bytes.count > 4 else { return nil }
        self.init(
            name: name, identifier: bytes[..<4].reduce(0) { $0 << 8 | UInt32($1) }, signature: Array(bytes[4...]))
    }

    /// The line with its newline.
    var line: [UInt8] {
        let identifierBytes = (0..<4).map { UInt8(truncatingIfNeeded: identifier >> UInt32(24 - 8 * $0)) }
        return Self.prefix + Array("\(name.text) \(Base64.encode(identifierBytes + signature))\n".utf8)
    }

    func isMade(by key: VerifierKey) -> Bool {
        identifier == key.identifier && name == key.name
    }

    func hasKey(of other: NoteSignature) -> Bool {
        identifier == other.identifier && name == other.name
    }
}
