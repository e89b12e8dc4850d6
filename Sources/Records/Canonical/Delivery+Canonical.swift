import Domain

extension UsageReport: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(lease, fromSecond, untilSecond, used, idle) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            lease: try reader.read(), fromSecond: try reader.read(), untilSecond: try reader.read(),
            used: try reader.read(), idle: try reader.read())
    }
}

extension Delivery: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(lease, fromSecond, untilSecond, used, idle, missed, reason)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            lease: try reader.read(), fromSecond: try reader.read(), untilSecond: try reader.read(),
            used: try reader.read(), idle: try reader.read(), missed: try reader.read(), reason: try reader.read())
    }
}

extension ProgrammeClaim: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(lot, funder, amount) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(lot: try reader.read(), funder: try reader.read(), amount: try reader.read())
    }
}
