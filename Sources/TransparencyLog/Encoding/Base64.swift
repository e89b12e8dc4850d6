/// Standard base 64 with padding (RFC 4648, section 4), canonical form only: one text for each byte string.
package enum Base64 {
    /// The text of `bytes`, four characters for every three bytes begun. Complexity: linear.
    package static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            appendGroup(of: bytes[start..<min(start + 3, bytes.count)], to: &text)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of `text`, or nil where the length is no multiple of four, a character is outside the alphabet,
    /// padding stands anywhere but at the end, or the unused bits of the last group are not zero.
    package static func decode(_ text: some Sequence<UInt8>) -> [UInt8]? {
        var characters = Array(text)
        guard characters.count % 4 == 0 else { return nil }
        let padding = characters.reversed().prefix(2).prefix { $0 == UInt8(ascii: "=") }.count
        characters.removeLast(padding)
        return decodeUnpadded(characters)
    }

    private static func appendGroup(of bytes: ArraySlice<UInt8>, to text: inout [UInt8]) {
        var bits: UInt32 = 0
        for byte in bytes { bits = bits << 8 | UInt32(byte) }
        bits <<= UInt32(3 - bytes.count) * 8
        for position in 0..<4 {
            let sextet = UInt8(truncatingIfNeeded: bits >> UInt32(18 - 6 * position)) & 0x3F
            text.append(position <= bytes.count ? character(of: sextet) : UInt8(ascii: "="))
        }
    }

    private static func decodeUnpadded(_ characters: [UInt8]) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(characters.count * 3 / 4)
        var bits: UInt32 = 0
        var held = 0
        for character in characters {
            guard let sextet = sextet(of: character) else { return nil }
            bits = bits << 6 | UInt32(sextet)
            held += 6
            guard held >= 8 else { continue }
            held -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
            bits &= (1 << UInt32(held)) - 1
        }
        return bits == 0 && held < 6 ? bytes : nil
    }

    private static func character(of sextet: UInt8) -> UInt8 {
        switch sextet {
        case 0..<26: UInt8(ascii: "A") + sextet
        case 26..<52: UInt8(ascii: "a") + (sextet - 26)
        case 52..<62: UInt8(ascii: "0") + (sextet - 52)
        case 62: UInt8(ascii: "+")
        default: UInt8(ascii: "/")
        }
    }

    private static func sextet(of character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
