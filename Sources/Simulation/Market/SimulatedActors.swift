import Domain

/// The persons of a simulated exchange: two operators, two managers, an auditor, and two for each party.
public enum SimulatedActors {
    public static let operators = [person(1, .operator), person(2, .operator)]
    public static let managers = [person(3, .manager), person(4, .manager)]
    public static let auditor = person(5, .auditor)

    public static func buyer(_ party: PartyID) -> Actor { member(party, 100 + 2 * party.number, .buyer) }
    public static func provider(_ party: PartyID) -> Actor { member(party, 101 + 2 * party.number, .provider) }

    private static func person(_ number: Int64, _ seat: Seat) -> Actor {
        Actor(organisation: nil, person: PersonID(number), key: KeyID(number), seat: seat)
    }

    private static func member(_ party: PartyID, _ number: Int64, _ seat: Seat) -> Actor {
        Actor(organisation: party, person: PersonID(number), key: KeyID(number), seat: seat)
    }
}
