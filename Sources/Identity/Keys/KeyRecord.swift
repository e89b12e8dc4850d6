import Domain

/// What a person may be: one of these for good, since nobody checks a market that they trade in.
public enum Duty: Int16, CaseIterable, Sendable {
    /// Buys and provides for one organisation.
    case trader
    case manager
    case auditor
    case `operator`

    public init(_ seat: Seat) {
        switch seat {
        case .buyer, .provider: self = .trader
        case .manager: self = .manager
        case .auditor: self = .auditor
        case .operator: self = .operator
        }
    }
}

/// An API key as it is stored: one person's, for one seat.
public struct KeyRecord: Hashable, Sendable {
    public let id: KeyID
    public let hash: KeyHash
    public let person: PersonID
    /// Of a trader; nil for the other duties.
    public let organisation: PartyID?
    public let seat: Seat
    public let isRevoked: Bool

    public init(
        id: KeyID, hash: KeyHash, person: PersonID, organisation: PartyID?, seat: Seat, isRevoked: Bool = false
    ) {
        self.id = id
        self.hash = hash
        self.person = person
        self.organisation = organisation
        self.seat = seat
        self.isRevoked = isRevoked
    }

    public var actor: Actor { Actor(organisation: organisation, person: person, key: id, seat: seat) }
}

/// Why a key is not made.
public enum KeyRefusal: Error, Hashable, Sendable {
    /// A trader's key names an organisation, and no other does.
    case organisationMismatch
    /// The person has a key of another duty, or for another organisation.
    case dutyMismatch(PersonID)
    case unknownPerson(PersonID)
}
