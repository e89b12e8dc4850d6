/// Writes a wire type as JSON: names in snake case, no spaces, members that are nil left out.
public enum WireEncoder {
    public static func encode(_ value: some Encodable) -> [UInt8] {
        let sink = JSONSink()
        do {
            try sink.append(value)
        } catch {
            preconditionFailure("a wire type has integers, texts, flags, lists and objects only")
        }
        return sink.output.bytes
    }
}

/// Where the encoders of one value write.
final class JSONSink {
    var output = JSONOutput()

    func append<T: Encodable>(_ value: T) throws {
        switch value {
        case let number as Int64: output.append(number)
        case let text as String: output.append(text: text)
        case let flag as Bool: output.append(literal: flag ? "true" : "false")
        default:
            let frame = Frame()
            try value.encode(to: ValueEncoder(sink: self, frame: frame))
            close(frame)
        }
    }

    private func close(_ frame: Frame) {
        switch frame.form {
        case .object: output.append(literal: frame.count == 0 ? "{}" : "}")
        case .array: output.append(literal: frame.count == 0 ? "[]" : "]")
        case .single: break
        case nil: output.append(literal: "{}")
        }
    }

    func separate(_ frame: Frame, _ opening: StaticString) {
        output.append(literal: frame.count == 0 ? opening : ",")
        frame.count += 1
    }
}

/// What was begun for one value.
final class Frame {
    enum Form {
        case object
        case array
        case single
    }

    var form: Form?
    var count = 0
}

struct ValueEncoder: Encoder {
    let sink: JSONSink
    let frame: Frame
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        frame.form = .object
        return KeyedEncodingContainer(MemberEncoder<Key>(sink: sink, frame: frame))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        frame.form = .array
        return ElementEncoder(sink: sink, frame: frame)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        frame.form = .single
        return SingleEncoder(sink: sink)
    }
}
