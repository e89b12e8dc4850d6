/// A wire type asked for a form that none has.
enum WireEncodingError: Error {
    case unsupported
}

struct MemberEncoder<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let sink: JSONSink
    let frame: Frame
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil(forKey key: Key) throws { throw WireEncodingError.unsupported }

    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        sink.separate(frame, "{")
        sink.output.append(name: key.stringValue)
        try sink.append(value)
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> { preconditionFailure("wire types nest by types of their own") }
    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        preconditionFailure("wire types nest by types of their own")
    }
    mutating func superEncoder() -> any Encoder { preconditionFailure("wire types have no superclass") }
    mutating func superEncoder(forKey key: Key) -> any Encoder {
        preconditionFailure("wire types have no superclass")
    }
}

struct ElementEncoder: UnkeyedEncodingContainer {
    let sink: JSONSink
    let frame: Frame
    var codingPath: [any CodingKey] { [] }
    var count: Int { frame.count }

    mutating func encodeNil() throws { throw WireEncodingError.unsupported }

    mutating func encode<T: Encodable>(_ value: T) throws {
        sink.separate(frame, "[")
        try sink.append(value)
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy keyType: NestedKey.Type
    ) -> KeyedEncodingContainer<NestedKey> { preconditionFailure("wire types nest by types of their own") }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        preconditionFailure("wire types nest by types of their own")
    }
    mutating func superEncoder() -> any Encoder { preconditionFailure("wire types have no superclass") }
}

struct SingleEncoder: SingleValueEncodingContainer {
    let sink: JSONSink
    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil() throws { throw WireEncodingError.unsupported }
    mutating func encode<T: Encodable>(_ value: T) throws { try sink.append(value) }
}
