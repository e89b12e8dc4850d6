import Domain

/// A value that is a text on the wire, refused by its own type with a reason.
public protocol WireText: Codable {
    init(wire text: String) throws(Reason)
    var wire: String { get }
}

extension WireText {
    public init(from decoder: any Decoder) throws {
        try self.init(wire: try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(wire)
    }
}

extension Identifier: WireText {
    public init(wire text: String) throws(Reason) { try self.init(text) }
    public var wire: String { description }
}

extension HaltScope: WireText {
    public init(wire text: String) throws(Reason) { try self.init(text) }
    public var wire: String { description }
}

extension Symbol: WireText {
    public init(wire text: String) throws(Reason) { try self.init(text) }
    public var wire: String { text }
}

extension Label: WireText {
    public init(wire text: String) throws(Reason) { try self.init(text) }
    public var wire: String { text }
}

extension CivilDate: WireText {
    public init(wire text: String) throws(Reason) { try self.init(text) }
    public var wire: String { description }
}

extension CreditCode: WireText {
    public init(wire text: String) throws(Reason) { try self.init(text) }
    public var wire: String { text }
}
