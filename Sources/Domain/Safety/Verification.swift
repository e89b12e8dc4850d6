/// What is verified, written `offer-3` or `party-7`: one offer, or all that a provider offers.
public enum VerificationSubject: Hashable, Sendable {
    case offer(OfferID)
    case provider(PartyID)
}

extension VerificationSubject: CustomStringConvertible {
    public var description: String {
        switch self {
        case .offer(let offer): "\(offer)"
        case .provider(let party): "\(party)"
        }
    }

    /// Reads what `description` writes. Errors: `identifierInvalid`.
    public init(_ text: String) throws(Reason) {
        if let offer = try? OfferID(text) { self = .offer(offer) } else { self = .provider(try PartyID(text)) }
    }
}

/// How far something was checked, by what evidence, and for how long that holds.
public struct Verification: Hashable, Sendable {
    public let subject: VerificationSubject
    public let tier: VerificationTier
    /// A hash of the evidence, which is kept elsewhere.
    public let evidence: Commitment
    /// Exclusive: at this instant it has lapsed.
    public let until: Stamp

    public init(subject: VerificationSubject, tier: VerificationTier, evidence: Commitment, until: Stamp) {
        self.subject = subject
        self.tier = tier
        self.evidence = evidence
        self.until = until
    }
}
