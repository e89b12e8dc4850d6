import Domain

extension BatchFill: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(demand, offer, quantity, placement) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            demand: try reader.read(), offer: try reader.read(), quantity: try reader.read(),
            placement: try reader.read())
    }
}

extension SubsidyProof: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(subsidy, bound, prices) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(subsidy: try reader.read(), bound: try reader.read(), prices: try reader.read())
    }
}

extension BatchProof: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(welfare, bound, gap, shadowPrices, boundPrices, scale, tie)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            welfare: try reader.read(), bound: try reader.read(), gap: try reader.read(),
            shadowPrices: try reader.read(), boundPrices: try reader.read(), scale: try reader.read(),
            tie: try reader.read())
    }
}

extension BatchAllocation: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(fills, proof) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(fills: try reader.read(), proof: try reader.read())
    }
}

extension BatchResult: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .allocation(let allocation): writer.write(tag: 0, allocation)
        case .failure(let reason): writer.write(tag: 1, reason)
        }
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        switch try reader.byte() {
        case 0: self = .allocation(try reader.read())
        case 1: self = .failure(try reader.read())
        case let other: throw CanonicalError(.unknownTag(other), at: start)
        }
    }
}

extension BatchOutcome: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .cleared(let proof, let rejected): writer.write(tag: 0, proof, rejected)
        case .released(let reason): writer.write(tag: 1, reason)
        }
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        switch try reader.byte() {
        case 0: self = .cleared(try reader.read(), rejected: try reader.read())
        case 1: self = .released(try reader.read())
        case let other: throw CanonicalError(.unknownTag(other), at: start)
        }
    }
}
