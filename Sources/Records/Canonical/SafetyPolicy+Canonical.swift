import Domain

extension PriceCollar: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(below, above) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let (below, above): (Int64, Int64) = (try reader.read(), try reader.read())
        self = try CanonicalError.checking(at: start) { () throws(Reason) in
            try PriceCollar(below: below, above: above)
        }
    }
}

extension TypeCollar: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(instanceType, collar) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(instanceType: try reader.read(), collar: try reader.read())
    }
}

extension SafetyPolicy: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(collar, types, openDemandsMost, openOffersMost, ordersPerHourMost)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let (collar, types): (PriceCollar?, [TypeCollar]) = (try reader.read(), try reader.read())
        let (demands, offers): (Int64?, Int64?) = (try reader.read(), try reader.read())
        let orders: Int64? = try reader.read()
        self = try CanonicalError.checking(at: start) { () throws(Reason) in
            try SafetyPolicy(
                collar: collar, types: types, openDemandsMost: demands, openOffersMost: offers,
                ordersPerHourMost: orders)
        }
    }
}
