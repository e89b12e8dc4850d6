import Domain

/// POST /v1/verifications: what was verified, by what evidence, until when.
public struct VerificationRequest: Codable, Hashable, Sendable {
    /// An offer or a provider.
    public let subject: VerificationSubject
    public let tier: Named<VerificationTier>
    public let evidence: Commitment
    public let validUntil: Instant

    public init(_ verification: Verification) {
        subject = verification.subject
        tier = Named(verification.tier)
        evidence = verification.evidence
        validUntil = Instant(verification.until)
    }

    public var verification: Verification {
        Verification(
            subject: subject, tier: tier.value, evidence: evidence, until: validUntil.stamp)
    }
}

/// POST /v1/verification-failures.
public struct VerificationFailureRequest: Codable, Hashable, Sendable {
    public let subject: VerificationSubject
    public let evidence: Commitment

    public init(_ subject: VerificationSubject, _ evidence: Commitment) {
        self.subject = subject
        self.evidence = evidence
    }
}
