/// The seat from which a command is given.
public enum Seat: UInt8, Sendable, CaseIterable {
    case buyer
    case provider
    case manager
    case auditor
    case `operator`
}

/// Who gives a command: numbers that stand for an organisation, a person and a key.
///
/// They are pseudonyms: names are kept outside the journal.
public struct Actor: Hashable, Sendable {
    /// The party the person acts for; nil for a seat without one (operator, manager, auditor).
    public let organisation: PartyID?
    public let person: PersonID
    public let key: KeyID
    public let seat: Seat

    public init(organisation: PartyID?, person: PersonID, key: KeyID, seat: Seat) {
        self.organisation = organisation
        self.person = person
        self.key = key
        self.seat = seat
    }

    /// The exchange itself, which sends `tick` when something falls due.
    public static let exchange = Actor(organisation: nil, person: PersonID(0), key: KeyID(0), seat: .operator)
}
