/// The name of a key that signs notes, by custom a URL without scheme such as `log.example/market`. Names compare
/// by their bytes, not by how they look.
public struct KeyName: Sendable, CustomStringConvertible {
    public let text: String

    /// Throws `KeyError.name` where the text is empty or has a plus, a Unicode space or a control character.
    public init(_ text: String) throws(KeyError) {
        guard !text.isEmpty, text.unicodeScalars.allSatisfy(Self.admits) else { throw .name }
        self.text = text
    }

    public var description: String { text }

    private static func admits(_ scalar: Unicode.Scalar) -> Bool {
        scalar != "+" && scalar.value >= 0x20 && !scalar.properties.isWhitespace
    }
}

extension KeyName: Hashable {
    public static func == (left: KeyName, right: KeyName) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
        hasher.combine(0xFF as UInt8)
    }
}
