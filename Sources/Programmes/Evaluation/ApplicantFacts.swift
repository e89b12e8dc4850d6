import Domain

/// What is known of the firm that applies or buys, when a rule is evaluated.
public struct ApplicantFacts: Hashable, Sendable {
    public let party: PartyID
    public let profile: FirmProfile
    /// By the standard of 2011; see `SizeClassifier`.
    public let size: FirmSize
    /// A firm; individual businesses and natural persons are none.
    public let legalPerson: Bool

    public init(party: PartyID, profile: FirmProfile, legalPerson: Bool) {
        self.party = party
        self.profile = profile
        self.size = SizeClassifier.size(of: profile)
        self.legalPerson = legalPerson
    }

    /// The facts of an admitted party.
    public init(party: PartyID, registration: PartyRegistration) {
        var legalPerson = false
        if case .firm = registration.identity { legalPerson = true }
        self.init(party: party, profile: registration.profile, legalPerson: legalPerson)
    }

    func has(_ attribute: Symbol) -> Bool { profile.attributes.contains(attribute) }
}
