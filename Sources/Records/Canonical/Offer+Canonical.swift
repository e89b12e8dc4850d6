import Domain

extension VerificationTier: Canonical {}

extension Place: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(sequence, position) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(sequence: try reader.read(), position: try reader.read())
    }
}

extension CapacityStep: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(window, quantity) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(window: try reader.read(), quantity: try reader.read())
    }
}

extension CapacitySchedule: Canonical {
    public func write(to writer: inout CanonicalWriter) { steps.write(to: &writer) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let steps = try reader.read([CapacityStep].self)
        self = try CanonicalError.checking(at: start) { () throws(Reason) in try CapacitySchedule(steps: steps) }
    }
}

/// The number of prices by the hour of the week is written though it is always 168.
extension PriceSchedule: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .flat(let price): writer.write(tag: 0, price)
        case .hourOfWeek(let prices): writer.write(tag: 1, prices)
        }
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        switch try reader.byte() {
        case 0: self = .flat(try reader.read())
        case 1: self = .hourOfWeek(try reader.read())
        case let other: throw CanonicalError(.unknownTag(other), at: start)
        }
    }
}

extension BuyerClass: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(sizes, sectors, regions, members) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            sizes: try reader.read(), sectors: try reader.read(), regions: try reader.read(),
            members: try reader.read())
    }
}

extension OfferTerms: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(instanceType, zone, schedule, lotSize, shortestTermHours)
        writer.write(price, vat, buyers, tier)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let instanceType = try reader.read(InstanceTypeID.self)
        let zone = try reader.read(ZoneID.self)
        let schedule = try reader.read(CapacitySchedule.self)
        let lotSize = try reader.read(Quantity.self)
        let shortestTermHours = try reader.read(Int64.self)
        let price = try reader.read(PriceSchedule.self)
        let vat = try reader.read(VATRate.self)
        let buyers = try reader.read(BuyerClass.self)
        let tier = try reader.read(VerificationTier.self)
        self = try CanonicalError.checking(at: start) { () throws(Reason) in
            try OfferTerms(
                instanceType: instanceType, zone: zone, schedule: schedule, lotSize: lotSize,
                shortestTermHours: shortestTermHours, price: price, vat: vat, buyers: buyers, tier: tier)
        }
    }
}

extension Offer: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(id, provider, terms, place) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            id: try reader.read(), provider: try reader.read(), terms: try reader.read(), place: try reader.read())
    }
}
