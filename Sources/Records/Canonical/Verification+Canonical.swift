import Domain

extension VerificationSubject: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .offer(let offer):
            writer.append(byte: 0)
            writer.write(offer)
        case .provider(let party):
            writer.append(byte: 1)
            writer.write(party)
        }
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        switch try reader.byte() {
        case 0: self = .offer(try reader.read())
        case 1: self = .provider(try reader.read())
        case let other: throw CanonicalError(.unknownTag(other), at: start)
        }
    }
}

extension Verification: Canonical {
    public func write(to writer: inout CanonicalWriter) { writer.write(subject, tier, evidence, until) }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        self.init(
            subject: try reader.read(), tier: try reader.read(), evidence: try reader.read(),
            until: try reader.read())
    }
}
