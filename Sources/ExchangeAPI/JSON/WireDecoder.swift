import Domain

/// Makes a wire type of a JSON text.
public enum WireDecoder {
    /// Strict: a member that the type does not have is refused, as is `null`.
    ///
    /// Errors: those of `JSONScanner`, then `unknownMember`, `missingMember`, `wrongType`, `unknownValue`, and the
    /// reason of a value that its type refuses; each with a JSON pointer to the place.
    public static func decode<T: Decodable>(_ type: T.Type = T.self, from bytes: [UInt8]) throws(DoorFault) -> T {
        try decode(type, from: try JSONScanner.value(of: bytes))
    }

    /// As above, of a text that is read already.
    public static func decode<T: Decodable>(_ type: T.Type = T.self, from value: JSONValue) throws(DoorFault) -> T {
        do {
            return try ValueDecoder.decode(type, value)
        } catch let fault as DoorFault {
            throw fault
        } catch {
            throw DoorFault(.wrongType)
        }
    }
}

/// The members of one object, and which were read.
final class MemberReading {
    let members: [JSONMember]
    private var read: UInt64 = 0

    init(_ members: [JSONMember]) { self.members = members }

    /// The member of a property, marked as read.
    func take(_ property: String) -> JSONValue? {
        guard let position = position(property) else { return nil }
        read |= 1 << UInt64(position)
        return members[position].value
    }

    func has(_ property: String) -> Bool { position(property) != nil }

    func requireAllRead() throws(DoorFault) {
        for position in members.indices where read & (1 << UInt64(position)) == 0 {
            throw DoorFault(.unknownMember, at: "/" + members[position].name)
        }
    }

    private func position(_ property: String) -> Int? {
        members.firstIndex { MemberName.matches($0.name, property) }
    }
}

/// One value on its way into a type.
struct ValueDecoder: Decoder {
    let value: JSONValue
    let reading: MemberReading?
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    private init(_ value: JSONValue) {
        self.value = value
        if case .object(let members) = value { reading = MemberReading(members) } else { reading = nil }
    }

    static func decode<T: Decodable>(_ type: T.Type, _ value: JSONValue) throws -> T {
        if let plain = try plain(type, value) { return plain }
        let decoder = ValueDecoder(value)
        let result: T
        do {
            result = try T(from: decoder)
        } catch let reason as Reason {
            throw DoorFault(reason)
        }
        try decoder.reading?.requireAllRead()
        return result
    }

    /// The types that JSON has.
    private static func plain<T>(_ type: T.Type, _ value: JSONValue) throws(DoorFault) -> T? {
        if type == Int64.self {
            guard case .integer(let number) = value else { throw DoorFault(.wrongType) }
            return number as? T
        }
        if type == String.self {
            guard case .string(let text) = value else { throw DoorFault(.wrongType) }
            return text as? T
        }
        if type == Bool.self {
            guard case .bool(let flag) = value else { throw DoorFault(.wrongType) }
            return flag as? T
        }
        return nil
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard let reading else { throw DoorFault(.wrongType) }
        return KeyedDecodingContainer(MemberDecoder<Key>(reading: reading))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .array(let elements) = value else { throw DoorFault(.wrongType) }
        return ElementDecoder(elements: elements)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { SingleDecoder(value: value) }
}
