import Domain

/// A case number, then the reason of a refusal.
extension Outcome: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .accepted: writer.append(byte: 0)
        case .refused(let reason): writer.write(tag: 1, reason)
        }
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        let start = reader.offset
        switch try reader.byte() {
        case 0: self = .accepted
        case 1: self = .refused(try reader.read())
        case let other: throw CanonicalError(.unknownTag(other), at: start)
        }
    }
}

/// The version, then the fields.
extension RecordHeader: Canonical {
    public func write(to writer: inout CanonicalWriter) {
        writer.append(byte: CanonicalVersion.current)
        writer.append(sequence, in: 1...Int64.max)
        writer.write(stamp, actor, kind, outcome)
    }

    public init(from reader: inout CanonicalReader) throws(CanonicalError) {
        try reader.version()
        self.init(
            sequence: try reader.integer(in: 1...Int64.max), stamp: try reader.read(), actor: try reader.read(),
            kind: try reader.read(), outcome: try reader.read())
    }
}

extension RecordHeader {
    /// What a leaf begins with; the root over the record's parts follows.
    public var canonicalBytes: [UInt8] {
        var writer = CanonicalWriter(capacity: 64)
        write(to: &writer)
        return writer.bytes
    }

    /// Reads all of `bytes`.
    public init(canonicalBytes bytes: [UInt8]) throws(CanonicalError) {
        var reader = CanonicalReader(bytes)
        try self.init(from: &reader)
        try reader.finish()
    }
}
