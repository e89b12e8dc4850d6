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

extension VerificationSubject: WireText {
    public init(wire text: String) throws(Reason) { try self.init(text) }
    public var wire: String { description }
}

/// 64 hexadecimal digits in lower case.
extension Commitment: WireText {
    public init(wire text: String) throws(Reason) {
        let digits = text.utf8.compactMap(Commitment.value)
        guard digits.count == 64, text.utf8.count == 64 else { throw .commitmentInvalid }
        try self.init(bytes: stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
    }

    public var wire: String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x61 + 10
        default: nil
        }
    }
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
