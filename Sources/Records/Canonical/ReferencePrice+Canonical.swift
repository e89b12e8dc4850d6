import Domain

extension ReferenceBasis: Canonical {}

extension ReferenceClass: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(instanceType, zone) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(instanceType: try reader.read(), zone: try reader.read())
    }
}

extension ReferenceFinding: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(price, basis) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(price: try reader.read(), basis: try reader.read())
    }
}

extension ReferencePrice: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(referenceClass, finding) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(try reader.read(), try reader.read())
    }
}

extension PricedUnit: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .instanceType(let code): writer.write(tag: 0, code)
        case .chip(let code): writer.write(tag: 1, code)
        }
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        switch try reader.byte() {
        case 0: self = .instanceType(try reader.read())
        case 1: self = .chip(try reader.read())
        case let other: throw CanonicalError(.unknownTag(other), at: start)
        }
    }
}

extension TablePrice: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(unit, price) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(unit: try reader.read(), price: try reader.read())
    }
}
