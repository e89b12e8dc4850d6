/// A short code of a catalogue: 1 ... 64 of `a-z 0-9 . _ : + -`, beginning with a letter or digit.
public struct Symbol: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String
    public static let mostBytes = 64

    /// Errors: `symbolInvalid`.
    public init(_ text: String) throws(Reason) {
        guard (1...Symbol.mostBytes).contains(text.utf8.count), text.utf8.allSatisfy(Symbol.admits),
            let first = text.utf8.first, Symbol.isAlphanumeric(first)
        else { throw .symbolInvalid }
        self.text = text
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func admits(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || [UInt8(ascii: "."), 0x5F, 0x3A, 0x2B, 0x2D].contains(byte)
    }

    public var description: String { text }
    public static func < (left: Symbol, right: Symbol) -> Bool { left.text < right.text }
}

/// The name of a catalogue entry in any language: 1 ... 200 bytes of UTF-8 without control characters.
///
/// Never personal data: that enters as a `Commitment`.
public struct Label: Hashable, Sendable, CustomStringConvertible {
    public let text: String
    public static let mostBytes = 200

    /// Errors: `labelInvalid`.
    public init(_ text: String) throws(Reason) {
        guard (1...Label.mostBytes).contains(text.utf8.count),
            text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { throw .labelInvalid }
        self.text = text
    }

    public var description: String { text }
}

/// 32 bytes that stand for a text kept elsewhere: SHA-256 over a 32-byte salt and the text's UTF-8.
///
/// The text and its salt can be erased; the commitment, and so every record, stays.
public struct Commitment: Hashable, Sendable {
    public let words: (UInt64, UInt64, UInt64, UInt64)

    /// `bytes` are 32 bytes. Errors: `commitmentInvalid`.
    public init(bytes: some Collection<UInt8>) throws(Reason) {
        guard bytes.count == 32 else { throw .commitmentInvalid }
        var parts: [UInt64] = [0, 0, 0, 0]
        for (position, byte) in bytes.enumerated() { parts[position / 8] = parts[position / 8] << 8 | UInt64(byte) }
        words = (parts[0], parts[1], parts[2], parts[3])
    }

    public var bytes: [UInt8] {
        [words.0, words.1, words.2, words.3].flatMap { word in
            stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
        }
    }

    public static func == (left: Commitment, right: Commitment) -> Bool { left.words == right.words }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
        hasher.combine(words.1)
        hasher.combine(words.2)
        hasher.combine(words.3)
    }
}
