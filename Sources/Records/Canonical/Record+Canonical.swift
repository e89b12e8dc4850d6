/// A command and what it led to, as the journal's table keeps them: the command's part, then each event's.
public struct RecordBody: Hashable, Sendable {
    public let command: Command
    public let events: [Event]

    public init(command: Command, events: [Event]) {
        self.command = command
        self.events = events
    }

    /// Reads all of `bytes`.
    public init(canonicalBytes bytes: [UInt8]) throws(CanonicalError) {
        var reader = CanonicalReader(bytes)
        let command = try Command(partFrom: &reader)
        var events: [Event] = []
        while !reader.isAtEnd { events.append(try Event(partFrom: &reader)) }
        self.init(command: command, events: events)
    }
}

extension Record {
    /// The canonical bytes of command and events, one part behind the other.
    public var body: [UInt8] { RecordParts(self).body }

    /// The canonical bytes of each part, in order: the command, each event, each transfer.
    public var parts: [[UInt8]] {
        let parts = RecordParts(self)
        return (0..<parts.count).map { Array(parts.bytes[parts.range(of: $0)]) }
    }

    /// The record of which the journal kept `body`. Errors: as reading a body, then `kindMismatch`.
    public init(header: RecordHeader, body: [UInt8], transfers: [Transfer]) throws(CanonicalError) {
        let body = try RecordBody(canonicalBytes: body)
        try self.init(header: header, body: body, transfers: transfers)
    }

    /// Errors: `kindMismatch`.
    public init(header: RecordHeader, body: RecordBody, transfers: [Transfer]) throws(CanonicalError) {
        guard header.kind == body.command.kind else { throw CanonicalError(.kindMismatch, at: 0) }
        self.init(header: header, command: body.command, events: body.events, transfers: transfers)
    }
}
