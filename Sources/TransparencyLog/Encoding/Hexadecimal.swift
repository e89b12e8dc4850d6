/// Lower-case hexadecimal, two characters a byte; upper case is refused so that a byte string has one text.
package enum Hexadecimal {
    package static func encode(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        for byte in bytes {
            text.append(character(of: byte >> 4))
            text.append(character(of: byte & 0x0F))
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of `text`, or nil where the length is odd or a character is none of 0–9 and a–f.
    package static func decode(_ text: some Sequence<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var high: UInt8?
        for character in text {
            guard let nibble = nibble(of: character) else { return nil }
            if let first = high { bytes.append(first << 4 | nibble) }
            high = high == nil ? nibble : nil
        }
        return high == nil ? bytes : nil
    }

    private static func character(of nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + (nibble - 10)
    }

    private static func nibble(of character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
