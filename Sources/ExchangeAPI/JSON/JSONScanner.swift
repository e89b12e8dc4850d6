/// Reads a JSON text (RFC 8259) strictly, in one pass.
///
/// Refused beyond the grammar: a name twice in one object, NUL in any form, bytes that are not UTF-8, half a
/// surrogate pair, nesting deeper than 16, more than 64 members in an object, numbers with a fraction or an
/// exponent, and numbers beyond 64 bits.
///
/// - Complexity: O(length) + O(members²) an object, of which there are at most 64.
public struct JSONScanner {
    public static let mostDepth = 16
    public static let mostMembers = 64

    let bytes: [UInt8]
    var position = 0
    private var depth = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Errors: `malformedJSON`, `invalidUTF8`, `nulInString`, `duplicateMember`, `nestedTooDeeply`, `tooManyMembers`,
    /// `numberNotInteger`, `numberOutOfRange`; the first met in the text.
    public static func value(of bytes: [UInt8]) throws(DoorFault) -> JSONValue {
        var scanner = JSONScanner(bytes)
        let value = try scanner.value()
        scanner.skipSpace()
        guard scanner.position == bytes.count else { throw DoorFault(.malformedJSON) }
        return value
    }

    private mutating func value() throws(DoorFault) -> JSONValue {
        skipSpace()
        switch peek {
        case UInt8(ascii: "{"): return .object(try nested { scanner throws(DoorFault) in try scanner.members() })
        case UInt8(ascii: "["): return .array(try nested { scanner throws(DoorFault) in try scanner.elements() })
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: return .integer(try integer())
        }
    }

    private mutating func nested<T>(_ body: (inout JSONScanner) throws(DoorFault) -> T) throws(DoorFault) -> T {
        guard depth < JSONScanner.mostDepth else { throw DoorFault(.nestedTooDeeply) }
        depth += 1
        position += 1
        let result = try body(&self)
        depth -= 1
        return result
    }

    private mutating func members() throws(DoorFault) -> [JSONMember] {
        var members: [JSONMember] = []
        guard !takeClosing(UInt8(ascii: "}")) else { return members }
        repeat {
            skipSpace()
            guard peek == UInt8(ascii: "\"") else { throw DoorFault(.malformedJSON) }
            let name = try string()
            guard !members.contains(where: { $0.name == name }) else {
                throw DoorFault(.duplicateMember, at: "/" + name)
            }
            guard members.count < JSONScanner.mostMembers else { throw DoorFault(.tooManyMembers) }
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw DoorFault(.malformedJSON) }
            members.append(JSONMember(name: name, value: try value()))
        } while try takeSeparator(or: UInt8(ascii: "}"))
        return members
    }

    private mutating func elements() throws(DoorFault) -> [JSONValue] {
        var elements: [JSONValue] = []
        guard !takeClosing(UInt8(ascii: "]")) else { return elements }
        repeat { elements.append(try value()) } while try takeSeparator(or: UInt8(ascii: "]"))
        return elements
    }

    private mutating func literal(_ text: StaticString, _ value: JSONValue) throws(DoorFault) -> JSONValue {
        for offset in 0..<text.utf8CodeUnitCount {
            guard take(text.utf8Start[offset]) else { throw DoorFault(.malformedJSON) }
        }
        return value
    }

    /// True after a comma, false after the closing byte.
    private mutating func takeSeparator(or closing: UInt8) throws(DoorFault) -> Bool {
        skipSpace()
        if take(UInt8(ascii: ",")) { return true }
        guard take(closing) else { throw DoorFault(.malformedJSON) }
        return false
    }

    private mutating func takeClosing(_ byte: UInt8) -> Bool {
        skipSpace()
        return take(byte)
    }

    /// The next byte; NUL, which no grammar allows, at the end.
    var peek: UInt8 { position < bytes.count ? bytes[position] : 0 }

    mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
    }
}
