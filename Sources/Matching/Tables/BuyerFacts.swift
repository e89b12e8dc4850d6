import Domain

/// What Matching knows of a buyer: what the offers' buyer classes ask.
public struct BuyerFacts: Hashable, Sendable {
    public let party: PartyID
    public let size: FirmSize
    public let profile: FirmProfile

    public init(party: PartyID, size: FirmSize, profile: FirmProfile) {
        self.party = party
        self.size = size
        self.profile = profile
    }
}
