/// An entry of `records.bin` as it lies there, taken apart and not yet believed.
///
/// Its leaf can be recomputed without understanding a single part.
public struct RawExportEntry: Hashable, Sendable {
    /// The canonical bytes of the header, with which the leaf begins.
    public let header: [UInt8]
    public let nonce: [UInt8]
    /// The command, each event, each transfer.
    public let parts: [[UInt8]]

    /// Takes an entry apart; `bytes` are what follows its length. Errors: `truncated`, `countTooLarge`,
    /// `trailingBytes`.
    public init(bytes: [UInt8]) throws(CanonicalError) {
        var reader = CanonicalReader(bytes)
        header = Array(try reader.take(Int(try reader.integer(UInt16.self))))
        nonce = Array(try reader.take(ExportFormat.nonceSize))
        var parts: [[UInt8]] = []
        for _ in 0..<(try reader.count()) {
            parts.append(Array(try reader.take(Int(try reader.integer(UInt32.self)))))
        }
        try reader.finish()
        self.parts = parts
    }

    /// The record, read strictly: one command, then events, then transfers.
    ///
    /// Errors: those of the header, then of each part, its offset counted within it; `unknownPart` where the parts
    /// are out of order, `truncated` where there is none; last `kindMismatch`.
    public func record() throws(CanonicalError) -> Record {
        let header = try RecordHeader(canonicalBytes: header)
        guard let first = parts.first else { throw CanonicalError(.truncated, at: 0) }
        let command = try Command(canonicalBytes: first)
        let rest = parts.dropFirst()
        let transfersBegin = rest.firstIndex { $0.count > 1 && $0[1] == RecordPartKind.transfer.rawValue }
        let boundary = transfersBegin ?? parts.endIndex
        var events: [Event] = []
        for part in rest[..<boundary] { events.append(try Event(canonicalBytes: part)) }
        var transfers: [Transfer] = []
        for part in rest[boundary...] { transfers.append(try Transfer(canonicalBytes: part)) }
        return try Record(
            header: header, body: RecordBody(command: command, events: events), transfers: transfers)
    }
}
