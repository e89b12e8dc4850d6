import Domain

/// That a record is in the log of a size. Hashes in hexadecimal; see docs/log-format.md.
public struct InclusionResource: Codable, Hashable, Sendable {
    public let sequence: Int64
    public let size: Int64
    public let leaf: String
    public let root: String
    public let hashes: [String]

    public init(sequence: Int64, size: Int64, leaf: String, root: String, hashes: [String]) {
        self.sequence = sequence
        self.size = size
        self.leaf = leaf
        self.root = root
        self.hashes = hashes
    }
}

/// That the log of the second size continues that of the first.
public struct ConsistencyResource: Codable, Hashable, Sendable {
    public let first: Int64
    public let second: Int64
    public let firstRoot: String
    public let secondRoot: String
    public let hashes: [String]

    public init(first: Int64, second: Int64, firstRoot: String, secondRoot: String, hashes: [String]) {
        self.first = first
        self.second = second
        self.firstRoot = firstRoot
        self.secondRoot = secondRoot
        self.hashes = hashes
    }
}

/// A record as an auditor sees it.
public struct EntryResource: Codable, Hashable, Sendable {
    public let sequence: Int64
    public let at: Instant
    public let organisation: PartyID?
    public let person: Int64
    public let key: Int64
    public let seat: Named<Seat>
    /// As `submit_demand`.
    public let kind: String
    /// Why it was refused.
    public let reason: ReasonCode?
    /// Hexadecimal.
    public let nonce: String
    /// The canonical bytes of command and events (docs/log-format.md), hexadecimal.
    public let body: String
    public let leaf: String

    public init(
        sequence: Int64, at: Stamp, actor: Actor, kind: String, reason: Reason?, nonce: String, body: String,
        leaf: String
    ) {
        self.sequence = sequence
        self.at = Instant(at)
        organisation = actor.organisation
        person = actor.person.number
        key = actor.key.number
        seat = Named(actor.seat)
        self.kind = kind
        self.reason = reason.map(ReasonCode.init)
        self.nonce = nonce
        self.body = body
        self.leaf = leaf
    }
}

public enum ClockMode: String, CaseIterable, Sendable {
    /// The wall's clock.
    case wall
    /// A clock that only commands move.
    case market
}

public struct ClockResource: Codable, Hashable, Sendable {
    public let mode: Named<ClockMode>
    public let now: Instant

    public init(mode: ClockMode, now: Stamp) {
        self.mode = Named(mode)
        self.now = Instant(now)
    }
}

public struct HealthResource: Codable, Hashable, Sendable {
    /// `ok`.
    public let status: String

    public init(status: String) { self.status = status }
}

public struct ReadyResource: Codable, Hashable, Sendable {
    /// `ready`.
    public let status: String
    /// The last record.
    public let sequence: Int64

    public init(status: String, sequence: Int64) {
        self.status = status
        self.sequence = sequence
    }
}

/// Whether intake goes on after a confirmation of the wall's clock; the second person's makes it.
public struct ConfirmationResource: Codable, Hashable, Sendable {
    public let intakeGoesOn: Bool

    public init(intakeGoesOn: Bool) { self.intakeGoesOn = intakeGoesOn }
}
