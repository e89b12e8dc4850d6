import Domain

/// Whether a command was carried out.
public enum Outcome: Hashable, Sendable {
    case accepted
    /// Nothing changed but the journal itself.
    case refused(Reason)
}

/// What every record says in the clear.
public struct RecordHeader: Hashable, Sendable {
    /// From 1, without gaps.
    public let sequence: Int64
    public let stamp: Stamp
    public let actor: Actor
    public let kind: CommandKind
    public let outcome: Outcome

    public init(sequence: Int64, stamp: Stamp, actor: Actor, kind: CommandKind, outcome: Outcome) {
        self.sequence = sequence
        self.stamp = stamp
        self.actor = actor
        self.kind = kind
        self.outcome = outcome
    }
}

/// One journal record: a command, what it led to, and what that moved.
public struct Record: Hashable, Sendable {
    public let header: RecordHeader
    public let command: Command
    public let events: [Event]
    public let transfers: [Transfer]

    public init(header: RecordHeader, command: Command, events: [Event], transfers: [Transfer]) {
        self.header = header
        self.command = command
        self.events = events
        self.transfers = transfers
    }
}
