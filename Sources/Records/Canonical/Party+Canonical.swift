import Domain

extension Sector: Canonical {}
extension FirmSize: Canonical {}
extension RelationKind: Canonical {}
extension Seat: Canonical {}

extension Actor: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(organisation, person, key, seat) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            organisation: try reader.read(), person: try reader.read(), key: try reader.read(),
            seat: try reader.read())
    }
}

extension FirmProfile: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.write(region, sector, staff, revenue, assets, founded, attributes)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            region: try reader.read(), sector: try reader.read(), staff: try reader.read(),
            revenue: try reader.read(), assets: try reader.read(), founded: try reader.read(),
            attributes: try reader.ascending())
    }
}

extension PartyIdentity: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .firm(let code): writer.write(tag: 0, code)
        case .individualBusiness(let code): writer.write(tag: 1, code)
        case .person(let commitment, let equality): writer.write(tag: 2, commitment, equality)
        }
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        switch try reader.byte() {
        case 0: self = .firm(try reader.read())
        case 1: self = .individualBusiness(try reader.read())
        case 2: self = .person(commitment: try reader.read(), equality: try reader.read())
        case let other: throw CanonicalError(.unknownTag(other), at: start)
        }
    }
}

extension PartyRegistration: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(identity, name, profile, buys, provides) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            identity: try reader.read(), name: try reader.read(), profile: try reader.read(),
            buys: try reader.read(), provides: try reader.read())
    }
}

extension Ownership: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(owner, owned, share) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(owner: try reader.read(), owned: try reader.read(), share: try reader.read())
    }
}
