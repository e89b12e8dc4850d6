extension JSONScanner {
    /// A string, the opening quote ahead. Errors: `malformedJSON`, `nulInString`, `invalidUTF8`.
    mutating func string() throws(DoorFault) -> String {
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\"),
            bytes[position] >= 0x20
        {
            position += 1
        }
        if take(UInt8(ascii: "\"")) { return try JSONScanner.text(bytes[start..<position - 1]) }
        var content = Array(bytes[start..<position])
        try readEscaped(into: &content)
        return try JSONScanner.text(content[...])
    }

    private static func text(_ bytes: ArraySlice<UInt8>) throws(DoorFault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw DoorFault(.invalidUTF8) }
        return text
    }

    /// The rest of a string with escapes, up to and with its closing quote.
    private mutating func readEscaped(into content: inout [UInt8]) throws(DoorFault) {
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return
            case UInt8(ascii: "\\"): try readEscape(into: &content)
            case 0: throw DoorFault(.nulInString)
            case 1..<0x20: throw DoorFault(.malformedJSON)
            default: content.append(byte)
            }
        }
        throw DoorFault(.malformedJSON)
    }

    private mutating func readEscape(into content: inout [UInt8]) throws(DoorFault) {
        let byte = peek
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "u"): content.append(contentsOf: Array(String(try escapedScalar()).utf8))
        default: throw DoorFault(.malformedJSON)
        }
    }

    /// The scalar of `uXXXX` or of a surrogate pair, the `u` read.
    private mutating func escapedScalar() throws(DoorFault) -> Unicode.Scalar {
        let first = try hexadecimal()
        guard first != 0 else { throw DoorFault(.nulInString) }
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw DoorFault(.invalidUTF8) }
        let second = try hexadecimal()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw DoorFault(.invalidUTF8) }
        return scalar
    }

    private mutating func hexadecimal() throws(DoorFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(peek)).hexDigitValue else { throw DoorFault(.malformedJSON) }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    /// Errors: `malformedJSON`, `numberNotInteger`, `numberOutOfRange`.
    mutating func integer() throws(DoorFault) -> Int64 {
        let isNegative = take(UInt8(ascii: "-"))
        let start = position
        var value: Int64? = 0
        while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(peek) {
            let digit = Int64(peek - UInt8(ascii: "0"))
            value = value.flatMap { JSONScanner.adding(digit, to: $0, isNegative) }
            position += 1
        }
        let digits = position - start
        guard digits == 1 || (digits > 1 && bytes[start] != UInt8(ascii: "0")) else { throw DoorFault(.malformedJSON) }
        if [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(peek) {
            throw DoorFault(.numberNotInteger)
        }
        guard let value else { throw DoorFault(.numberOutOfRange) }
        return value
    }

    private static func adding(_ digit: Int64, to value: Int64, _ isNegative: Bool) -> Int64? {
        let (tenfold, over) = value.multipliedReportingOverflow(by: 10)
        let (sum, beyond) =
            isNegative ? tenfold.subtractingReportingOverflow(digit) : tenfold.addingReportingOverflow(digit)
        return over || beyond ? nil : sum
    }
}
