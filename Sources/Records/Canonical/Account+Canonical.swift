import Domain

extension AccountRole: Canonical {}

extension Asset: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .cny: writer.append(byte: 0)
        case .programme(let programme, let funder): writer.write(tag: 1, programme, funder)
        case .quota(let lease): writer.write(tag: 2, lease)
        }
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        switch try reader.byte() {
        case 0: self = .cny
        case 1: self = .programme(try reader.read(), funder: try reader.read())
        case 2: self = .quota(try reader.read())
        case let other: throw CanonicalError(.unknownTag(other), at: start)
        }
    }
}

extension AccountOwner: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .exchange: writer.append(byte: 0)
        case .party(let party): writer.write(tag: 1, party)
        case .link(let home, let zone): writer.write(tag: 2, home, zone)
        }
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        switch try reader.byte() {
        case 0: self = .exchange
        case 1: self = .party(try reader.read())
        case 2: self = .link(try reader.read(), try reader.read())
        case let other: throw CanonicalError(.unknownTag(other), at: start)
        }
    }
}

extension Account: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(asset, role, owner) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(asset: try reader.read(), role: try reader.read(), owner: try reader.read())
    }
}
