import Domain

/// What is known of a contract, this fill included, when its public share is evaluated.
public struct ContractFacts: Hashable, Sendable {
    public let kind: ResourceKind
    public let origin: ChipOrigin
    public let service: ServiceKind
    public let use: DemandUse
    /// The provider's credit code; nil for a natural person, whom no list names.
    public let provider: CreditCode?
    /// The stamp of the contract's first fill.
    public let signedAt: Stamp
    /// As many hours as each unit gets: the window of the contract's fills, which begins where the demand's does where
    /// the hours were chosen within that.
    public let term: Window
    public let vat: VATRate
    /// Buyer and provider are otherwise related.
    public let related: Bool
    /// A claim on this contract was made before.
    public let claimed: Bool

    public init(
        kind: ResourceKind, origin: ChipOrigin, service: ServiceKind, use: DemandUse, provider: CreditCode?,
        signedAt: Stamp, term: Window, vat: VATRate, related: Bool = false, claimed: Bool = false
    ) {
        self.kind = kind
        self.origin = origin
        self.service = service
        self.use = use
        self.provider = provider
        self.signedAt = signedAt
        self.term = term
        self.vat = vat
        self.related = related
        self.claimed = claimed
    }

    /// Days of the term: started days count whole.
    public var days: Int64 { (term.hours + 23) / 24 }
}
