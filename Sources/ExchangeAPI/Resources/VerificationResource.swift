import Domain

/// What became of a verification.
public enum VerificationOutcome: UInt8, CaseIterable, Sendable {
    case valid
    case failed
    /// It was too old.
    case lapsed
}

/// A change of what is verified of an offer or a provider.
public struct VerificationResource: Codable, Hashable, Sendable {
    public let sequence: Int64
    /// As `offer-3`.
    public let subject: VerificationSubject
    public let state: Named<VerificationOutcome>
    /// Whether nothing has changed it since.
    public let current: Bool
    /// Of what was verified.
    public let tier: Named<VerificationTier>?
    public let validUntil: Instant?
    /// Of what was found; what lapsed has none.
    public let evidence: Commitment?

    public init(
        sequence: Int64, subject: VerificationSubject, state: VerificationOutcome, current: Bool,
        tier: VerificationTier?, validUntil: Stamp?, evidence: Commitment?
    ) {
        self.sequence = sequence
        self.subject = subject
        self.state = Named(state)
        self.current = current
        self.tier = tier.map(Named.init)
        self.validUntil = validUntil.map(Instant.init)
        self.evidence = evidence
    }
}
