/// A JSON text as read by `JSONScanner`: the numbers are integers of 64 bits, and no object has a name twice.
public indirect enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case string(String)
    case array([JSONValue])
    /// In the order of the text, at most 64.
    case object([JSONMember])
}

/// One member of an object.
public struct JSONMember: Hashable, Sendable {
    public let name: String
    public let value: JSONValue

    public init(name: String, value: JSONValue) {
        self.name = name
        self.value = value
    }
}

extension JSONValue {
    /// The text without spaces, members in ascending order of their names: equal for bodies of equal meaning.
    public var canonicalBytes: [UInt8] {
        var output = JSONOutput()
        output.append(canonical: self)
        return output.bytes
    }
}

extension JSONOutput {
    fileprivate mutating func append(canonical value: JSONValue) {
        switch value {
        case .null: append(literal: "null")
        case .bool(let flag): append(literal: flag ? "true" : "false")
        case .integer(let number): append(number)
        case .string(let text): append(text: text)
        case .array(let elements): append(elements, "[", "]") { $0.append(canonical: $1) }
        case .object(let members):
            append(members.sorted { $0.name < $1.name }, "{", "}") { output, member in
                output.append(text: member.name)
                output.append(literal: ":")
                output.append(canonical: member.value)
            }
        }
    }

    private mutating func append<Element>(
        _ elements: [Element], _ opening: StaticString, _ closing: StaticString,
        _ body: (inout JSONOutput, Element) -> Void
    ) {
        append(literal: opening)
        for (position, element) in elements.enumerated() {
            if position > 0 { append(literal: ",") }
            body(&self, element)
        }
        append(literal: closing)
    }
}
