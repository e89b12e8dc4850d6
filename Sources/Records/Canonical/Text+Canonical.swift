import Domain

extension Symbol: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.append(text: text) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let text = try reader.text()
        self = try CanonicalError.checking(at: start) { () throws(Reason) in try Symbol(text) }
    }
}

extension Label: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.append(text: text) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let text = try reader.text()
        self = try CanonicalError.checking(at: start) { () throws(Reason) in try Label(text) }
    }
}

/// 32 bytes.
extension Commitment: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.append(words.0)
        writer.append(words.1)
        writer.append(words.2)
        writer.append(words.3)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let bytes = try reader.take(32)
        self = try CanonicalError.checking(at: start) { () throws(Reason) in try Commitment(bytes: bytes) }
    }
}

/// 18 characters without a length.
extension CreditCode: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.append(contentsOf: text) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let text = String(decoding: try reader.take(18), as: UTF8.self)
        self = try CanonicalError.checking(at: start) { () throws(Reason) in try CreditCode(text) }
    }
}

/// The stable code as a text: the order of the list is one of precedence, and may grow in the middle.
extension Reason: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.append(contentsOf: Reason.forms[self]!) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        guard let reason = Reason(code: try reader.text()) else { throw CanonicalError(.unknownReason, at: start) }
        self = reason
    }

    private static let forms: [Reason: [UInt8]] = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0, [UInt8($0.code.utf8.count)] + Array($0.code.utf8)) })
}
