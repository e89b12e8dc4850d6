import Domain

extension BundleBond: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(commonStart, latencyMicrosecondsMost) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(commonStart: try reader.read(), latencyMicrosecondsMost: try reader.read())
    }
}

extension BundleTerms: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(lines, bond) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let lines = try reader.read([DemandTerms].self)
        let bond = try reader.read(BundleBond.self)
        self = try CanonicalError.checking(at: start) { () throws(Reason) in
            try BundleTerms(lines: lines, bond: bond)
        }
    }
}

extension Bundle: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(id, count, bond) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let id = try reader.read(DemandID.self)
        let start = reader.offset
        let count = try reader.read(Int64.self)
        guard BundleTerms.lineCounts.contains(Int(clamping: count)) else {
            throw CanonicalError(.outOfRange(count), at: start)
        }
        self.init(id: id, count: count, bond: try reader.read())
    }
}
