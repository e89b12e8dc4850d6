import Domain

/// What a part of a record is: the second byte of its canonical form, so that no part passes for another.
public enum RecordPartKind: UInt8, Sendable, CaseIterable {
    case command
    case event
    case transfer
}

/// A part of a record: the version, the kind of part, the value.
///
/// Each part is hashed with a salt of its own, so that one can be shown without the others.
public protocol RecordPart: Canonical {
    static var partKind: RecordPartKind { get }
}

extension Command: RecordPart { public static let partKind = RecordPartKind.command }
extension Event: RecordPart { public static let partKind = RecordPartKind.event }
extension Transfer: RecordPart { public static let partKind = RecordPartKind.transfer }

extension RecordPart {
    /// The part alone.
    public var canonicalBytes: [UInt8] {
        var writer = CanonicalWriter(capacity: 256)
        writePart(to: &writer)
        return writer.bytes
    }

    /// Reads all of `bytes`.
    public init(canonicalBytes bytes: [UInt8]) throws(CanonicalError) {
        var reader = CanonicalReader(bytes)
        try self.init(partFrom: &reader)
        try reader.finish()
    }

    /// Appends the part with its two leading bytes.
    public func writePart(to writer: inout CanonicalWriter) {
        writer.append(byte: CanonicalVersion.current)
        writer.append(byte: Self.partKind.rawValue)
        write(to: &writer)
    }

    /// Reads a part with its two leading bytes.
    public init(partFrom reader: inout CanonicalReader) throws(CanonicalError) {
        try reader.version()
        let start = reader.offset
        let kind = try reader.byte()
        guard kind == Self.partKind.rawValue else { throw CanonicalError(.unknownPart(kind), at: start) }
        try self.init(from: &reader)
    }
}

extension CanonicalReader {
    /// Errors: `truncated`, `unknownVersion`.
    mutating func version() throws(CanonicalError) {
        let start = offset
        let version = try byte()
        guard version == CanonicalVersion.current else { throw CanonicalError(.unknownVersion(version), at: start) }
    }
}
