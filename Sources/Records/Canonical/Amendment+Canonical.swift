import Domain

extension DemandAmendment: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(limit, quantity, timeInForce) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let limit = try reader.read(UnitPrice?.self)
        let quantity = try reader.read(Quantity?.self)
        let timeInForce = try reader.read(TimeInForce?.self)
        self = try CanonicalError.checking(at: start) { () throws(Reason) in
            try DemandAmendment(limit: limit, quantity: quantity, timeInForce: timeInForce)
        }
    }
}

extension OfferAmendment: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(price, schedule) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let price = try reader.read(PriceSchedule?.self)
        let schedule = try reader.read(CapacitySchedule?.self)
        self = try CanonicalError.checking(at: start) { () throws(Reason) in
            try OfferAmendment(price: price, schedule: schedule)
        }
    }
}

extension OrderScope: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(zone, instanceType) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(zone: try reader.read(), instanceType: try reader.read())
    }
}
