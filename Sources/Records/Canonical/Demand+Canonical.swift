import Domain

extension DemandUse: Canonical {}
extension Lane: Canonical {}

extension Funding: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .automatic: writer.append(byte: 0)
        case .programmes(let programmes): writer.write(tag: 1, programmes)
        case .ownMoney: writer.append(byte: 2)
        }
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        switch try reader.byte() {
        case 0: self = .automatic
        case 1: self = .programmes(try reader.read())
        case 2: self = .ownMoney
        case let other: throw CanonicalError(.unknownTag(other), at: start)
        }
    }
}

extension ChosenHours: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(count, leastPiece) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let (count, leastPiece) = (try reader.read(Int64.self), try reader.read(Int64.self))
        self = try CanonicalError.checking(at: start) { () throws(Reason) in
            try ChosenHours(count, leastPiece: leastPiece)
        }
    }
}

extension ScuMeasure: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(precision, tolerance) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let precision = try reader.read(Precision.self)
        let tolerance = try reader.read(BasisPoints.self)
        self = try CanonicalError.checking(at: start) { () throws(Reason) in
            try ScuMeasure(precision: precision, tolerance: tolerance)
        }
    }
}

extension DemandTerms: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(requirements, quantity, window, home, reach, limit)
        writer.write(policy, singleProvider, use, lane, funding, acceptsRelated, chosenHours, scu)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        let requirements = try reader.read(Requirements.self)
        let quantity = try reader.read(Quantity.self)
        let window = try reader.read(Window.self)
        let home = try reader.read(ZoneID.self)
        let reach = try reader.read(Reach.self)
        let limit = try reader.read(UnitPrice.self)
        let policy = try reader.read(FillPolicy.self)
        let singleProvider = try reader.read(Bool.self)
        let use = try reader.read(DemandUse.self)
        let lane = try reader.read(Lane.self)
        let funding = try reader.read(Funding.self)
        let acceptsRelated = try reader.read(Bool.self)
        let chosenHours = try reader.read(ChosenHours?.self)
        let scu = try reader.read(ScuMeasure?.self)
        self = try CanonicalError.checking(at: start) { () throws(Reason) in
            try DemandTerms(
                requirements: requirements, quantity: quantity, window: window, home: home, reach: reach,
                limit: limit, policy: policy, singleProvider: singleProvider, use: use, lane: lane,
                funding: funding, acceptsRelated: acceptsRelated, chosenHours: chosenHours, scu: scu)
        }
    }
}

extension Demand: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(id, buyer, terms, place) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(id: try reader.read(), buyer: try reader.read(), terms: try reader.read(), place: try reader.read())
    }
}
