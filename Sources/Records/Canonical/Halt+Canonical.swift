import Domain

extension HaltScope: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .market: writer.append(byte: 0)
        case .region(let zone):
            writer.append(byte: 1)
            writer.write(zone)
        case .provider(let party):
            writer.append(byte: 2)
            writer.write(party)
        case .programme(let programme):
            writer.append(byte: 3)
            writer.write(programme)
        }
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        switch try reader.byte() {
        case 0: self = .market
        case 1: self = .region(try reader.read())
        case 2: self = .provider(try reader.read())
        case 3: self = .programme(try reader.read())
        case let other: throw CanonicalError(.unknownTag(other), at: start)
        }
    }
}

extension Halt: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(scope, note, person) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(scope: try reader.read(), note: try reader.read(), person: try reader.read())
    }
}
