/// Member names on the wire are the properties' names in snake case, as `price_micro_yuan` for `priceMicroYuan`.
enum MemberName {
    /// - Complexity: O(length), without a copy.
    static func matches(_ wire: String, _ property: String) -> Bool {
        var rest = wire.utf8.makeIterator()
        for byte in property.utf8 {
            if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
                guard rest.next() == UInt8(ascii: "_"), rest.next() == byte | 0x20 else { return false }
            } else {
                guard rest.next() == byte else { return false }
            }
        }
        return rest.next() == nil
    }

    static func wire(_ property: String) -> String {
        var text = ""
        for byte in property.utf8 {
            if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
                text += "_"
                text.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
            } else {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return text
    }
}

extension JSONOutput {
    /// A name with its quotes and colon.
    mutating func append(name property: String) {
        append(byte: UInt8(ascii: "\""))
        for byte in property.utf8 {
            if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
                append(byte: UInt8(ascii: "_"))
                append(byte: byte | 0x20)
            } else {
                append(byte: byte)
            }
        }
        append(literal: "\":")
    }
}
