import Domain

/// What was verified of offers and providers, and what of it still holds.
struct VerificationRegister {
    enum State {
        case valid(Verification)
        case lapsed
        /// With who found it.
        case failed(by: PersonID)
    }

    private(set) var states: [VerificationSubject: State] = [:]

    func state(of subject: VerificationSubject) -> State? { states[subject] }

    mutating func set(_ subject: VerificationSubject, _ state: State) { states[subject] = state }

    /// Whether an offer stands still: what was verified of it or of its provider has lapsed or failed, or none of it
    /// reaches the tier that it claims. A claim of which nothing was ever verified stands as it is.
    func suspends(_ offer: Offer) -> Bool {
        guard !states.isEmpty else { return false }
        let found = [states[.offer(offer.id)], states[.provider(offer.provider)]].compactMap { $0 }
        var verified: VerificationTier?
        for state in found {
            guard case .valid(let verification) = state else { return true }
            verified = max(verified ?? .declared, verification.tier)
        }
        return verified.map { $0 < offer.terms.tier } ?? false
    }
}
