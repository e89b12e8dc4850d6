struct MemberDecoder<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let reading: MemberReading
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { reading.members.compactMap { Key(stringValue: $0.name) } }

    func contains(_ key: Key) -> Bool { reading.has(key.stringValue) }

    /// `null` is no way to leave a member out.
    func decodeNil(forKey key: Key) throws -> Bool { false }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        guard let value = reading.take(key.stringValue) else {
            throw DoorFault(.missingMember, at: "/" + MemberName.wire(key.stringValue))
        }
        do {
            return try ValueDecoder.decode(type, value)
        } catch let fault as DoorFault {
            throw fault.under(MemberName.wire(key.stringValue))
        }
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> { throw DoorFault(.wrongType) }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw DoorFault(.wrongType) }
    func superDecoder() throws -> any Decoder { throw DoorFault(.wrongType) }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw DoorFault(.wrongType) }
}

struct ElementDecoder: UnkeyedDecodingContainer {
    let elements: [JSONValue]
    private(set) var currentIndex = 0
    var codingPath: [any CodingKey] { [] }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex == elements.count }

    init(elements: [JSONValue]) { self.elements = elements }

    mutating func decodeNil() throws -> Bool { false }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        guard !isAtEnd else { throw DoorFault(.wrongType) }
        do {
            let value = try ValueDecoder.decode(type, elements[currentIndex])
            currentIndex += 1
            return value
        } catch let fault as DoorFault {
            throw fault.under(String(currentIndex))
        }
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> { throw DoorFault(.wrongType) }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { throw DoorFault(.wrongType) }
    mutating func superDecoder() throws -> any Decoder { throw DoorFault(.wrongType) }
}

struct SingleDecoder: SingleValueDecodingContainer {
    let value: JSONValue
    var codingPath: [any CodingKey] { [] }

    func decodeNil() -> Bool { false }
    func decode<T: Decodable>(_ type: T.Type) throws -> T { try ValueDecoder.decode(type, value) }
}
