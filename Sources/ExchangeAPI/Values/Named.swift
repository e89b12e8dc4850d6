import Domain
import Synchronization

/// One of a closed list of values: on the wire its case's name in snake case.
public struct Named<Value: CaseIterable & Hashable & Sendable>: Codable, Hashable, Sendable {
    public let value: Value

    public init(_ value: Value) { self.value = value }

    public init(from decoder: any Decoder) throws {
        try self.init(wire: try decoder.singleValueContainer().decode(String.self))
    }

    /// Errors: `unknownValue`.
    public init(wire text: String) throws(DoorFault) {
        let names = NameTable.names(of: Value.self)
        guard let position = names.firstIndex(of: text) else { throw DoorFault(.unknownValue) }
        value = Array(Value.allCases)[position]
    }

    public var wire: String {
        let position = Array(Value.allCases).firstIndex(of: value)!
        return NameTable.names(of: Value.self)[position]
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

/// The wire names of each enumeration, made once.
enum NameTable {
    private static let tables = Mutex<[ObjectIdentifier: [String]]>([:])

    static func names<Value: CaseIterable>(of type: Value.Type) -> [String] {
        tables.withLock { tables in
            if let known = tables[ObjectIdentifier(type)] { return known }
            let made = Value.allCases.map { MemberName.wire(String(describing: $0)) }
            tables[ObjectIdentifier(type)] = made
            return made
        }
    }
}

/// A reason on the wire: its stable code.
public struct ReasonCode: Codable, Hashable, Sendable {
    public let reason: Reason

    public init(_ reason: Reason) { self.reason = reason }

    public init(from decoder: any Decoder) throws {
        guard let reason = Reason(code: try decoder.singleValueContainer().decode(String.self)) else {
            throw DoorFault(.unknownValue)
        }
        self.reason = reason
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(reason.code)
    }
}
