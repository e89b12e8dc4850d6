import Domain

extension FundingSource: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .own: writer.append(byte: 0)
        case .lot(let lot, let funder): writer.write(tag: 1, lot, funder)
        }
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        switch try reader.byte() {
        case 0: self = .own
        case 1: self = .lot(try reader.read(), funder: try reader.read())
        case let other: throw CanonicalError(.unknownTag(other), at: start)
        }
    }
}

extension FundingShare: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(source, amount) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(source: try reader.read(), amount: try reader.read())
    }
}

extension PinnedVersions: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(network, conversion, policy, reference) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            network: try reader.read(), conversion: try reader.read(), policy: try reader.read(),
            reference: try reader.read())
    }
}

extension Fill: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(id, demand, offer, buyer, provider, quantity, window)
        writer.write(askSum, priceSum, chargeTariff, home, zone)
        writer.write(capacity, transfer, shares, fee, versions, related, milliScu)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            id: try reader.read(), demand: try reader.read(), offer: try reader.read(), buyer: try reader.read(),
            provider: try reader.read(), quantity: try reader.read(), window: try reader.read(),
            askSum: try reader.read(), priceSum: try reader.read(), chargeTariff: try reader.read(),
            home: try reader.read(), zone: try reader.read(), capacity: try reader.read(),
            transfer: try reader.read(), shares: try reader.read(), fee: try reader.read(),
            versions: try reader.read(), related: try reader.read(), milliScu: try reader.read())
    }
}
