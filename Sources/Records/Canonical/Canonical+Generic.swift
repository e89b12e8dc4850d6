import Domain

extension Int64: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.append(self) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) { self = try reader.integer() }
}

/// In sixteen bytes.
extension Int128: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.append(self) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) { self = try reader.integer() }
}

extension Bool: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.append(byte: self ? 1 : 0) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        switch try reader.byte() {
        case 0: self = false
        case 1: self = true
        case let other: throw CanonicalError(.unknownTag(other), at: start)
        }
    }
}

/// 0 for nil; 1, then the value.
extension Optional: Canonical where Wrapped: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        guard let value = self else { return writer.append(byte: 0) }
        writer.append(byte: 1)
        value.write(to: &writer)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self = try reader.read(Bool.self) ? try reader.read(Wrapped.self) : nil
    }
}

/// The number of elements in four bytes, then the elements.
extension Array: Canonical where Element: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        precondition(count <= CanonicalBound.listCountMost, "a list has at most 2²⁰ elements")
        writer.append(UInt32(count))
        for element in self { element.write(to: &writer) }
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let count = try reader.count()
        self = []
        reserveCapacity(Swift.min(count, 256))
        for _ in 0..<count { append(try reader.read(Element.self)) }
    }
}

/// An enumeration without values: its number in one byte.
extension Canonical where Self: RawRepresentable, RawValue == UInt8 {
    public func write(to writer: inout CanonicalWriter) { writer.append(byte: rawValue) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let number = try reader.byte()
        guard let value = Self(rawValue: number) else { throw CanonicalError(.unknownTag(number), at: start) }
        self = value
    }
}

/// A number given by the exchange, 0 or more, in eight bytes.
extension Identifier: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.append(number, in: 0...Int64.max) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(try reader.integer(in: 0...Int64.max))
    }
}
