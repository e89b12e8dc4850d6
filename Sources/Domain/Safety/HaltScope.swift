/// What a halt stops, written `market`, `zone-3`, `party-7` or `programme-2`.
public enum HaltScope: Hashable, Sendable {
    /// All matching.
    case market
    /// Capacity in a zone and all below it, wherever it is asked for.
    case region(ZoneID)
    /// Everything that a provider offers.
    case provider(PartyID)
    /// Lots of a programme, for new fills and new issues.
    case programme(ProgrammeID)
}

extension HaltScope: CustomStringConvertible {
    public var description: String {
        switch self {
        case .market: "market"
        case .region(let zone): "\(zone)"
        case .provider(let party): "\(party)"
        case .programme(let programme): "\(programme)"
        }
    }

    /// Reads what `description` writes. Errors: `identifierInvalid`.
    public init(_ text: String) throws(Reason) {
        if text == "market" {
            self = .market
        } else if let zone = try? ZoneID(text) {
            self = .region(zone)
        } else if let party = try? PartyID(text) {
            self = .provider(party)
        } else {
            self = .programme(try ProgrammeID(text))
        }
    }
}

/// A halt in force: who stopped what, and the commitment to why.
public struct Halt: Hashable, Sendable {
    public let scope: HaltScope
    public let note: Commitment
    public let person: PersonID

    public init(scope: HaltScope, note: Commitment, person: PersonID) {
        self.scope = scope
        self.note = note
        self.person = person
    }
}
