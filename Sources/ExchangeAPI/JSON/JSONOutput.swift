/// Bytes of a JSON text as it is written.
struct JSONOutput {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(512) }

    mutating func append(byte: UInt8) { bytes.append(byte) }

    /// Plain ASCII without need of escapes.
    mutating func append(literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ number: Int64) {
        var digits: (count: Int, places: UInt64) = (1, 1)
        let magnitude = number.magnitude
        while magnitude / digits.places >= 10 { digits = (digits.count + 1, digits.places * 10) }
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        while digits.places > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(magnitude / digits.places % 10))
            digits.places /= 10
        }
    }

    mutating func append(text: String) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { for byte in $0 { append(escaping: byte) } }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func append(escaping byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
        case 0..<0x20:
            let digits = Array("0123456789abcdef".utf8)
            append(literal: "\\u00")
            bytes.append(contentsOf: [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
        default: bytes.append(byte)
        }
    }
}
