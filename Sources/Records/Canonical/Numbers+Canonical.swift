import Domain

extension Money: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.append(fen) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(fen: try reader.integer())
    }
}

extension Quantity: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.append(milli, in: 0...Quantity.mostMilli) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(unchecked: try reader.integer(in: 0...Quantity.mostMilli))
    }
}

extension UnitPrice: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.append(microYuan, in: 0...UnitPrice.mostMicroYuan) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(unchecked: try reader.integer(in: 0...UnitPrice.mostMicroYuan))
    }
}

/// Two bytes.
extension BasisPoints: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        precondition((0...10_000).contains(value), "a rate is 0 ... 10,000 basis points")
        writer.append(UInt16(value))
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let value = Int64(try reader.integer(UInt16.self))
        self = try CanonicalError.checking(at: start) { () throws(Reason) in try BasisPoints(value) }
    }
}

/// One byte.
extension VATRate: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        precondition((0...100).contains(percent), "a VAT rate is 0 ... 100 per cent")
        writer.append(byte: UInt8(percent))
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let percent = Int64(try reader.byte())
        self = try CanonicalError.checking(at: start) { () throws(Reason) in try VATRate(percent) }
    }
}

extension Rounding: Canonical {}
