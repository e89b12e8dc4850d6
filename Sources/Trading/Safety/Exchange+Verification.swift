import Domain
import Matching
import Records

// What was verified lapses or fails, and then its offers stand still at once; verified anew they come back.
extension Exchange {
    /// Notes what was verified, in place of what was before. Offers that this lets stand again serve the demands at rest
    /// that they meet, in order of place; those that claim more than it stand still.
    ///
    /// Errors: `seatForbidden`, `unknownOffer`, `unknownParty`, `alreadyClosed` (the offer), `expiryPast`, `samePerson` (the
    /// one who found that it failed).
    mutating func attest(_ verification: Verification) throws(Reason) {
        try require(.operator)
        let subject = verification.subject
        try checkSubject(subject)
        guard verification.until > draft.stamp else { throw .expiryPast }
        if case .failed(let person) = verifications.state(of: subject), person == draft.actor.person {
            throw .samePerson
        }
        change(subject, by: .verified(verification, by: draft.actor.person))
    }

    /// Notes that a check failed: matching of what depends on it is suspended at once.
    ///
    /// Errors: `seatForbidden`, `unknownOffer`, `unknownParty`, `alreadyClosed` (the offer), `nothingChanged` (it has failed).
    mutating func failVerification(of subject: VerificationSubject, _ evidence: Commitment) throws(Reason) {
        try require(.operator)
        try checkSubject(subject)
        if case .failed = verifications.state(of: subject) { throw .nothingChanged }
        change(subject, by: .verificationFailed(subject, evidence: evidence, by: draft.actor.person))
    }

    /// What was verified is too old.
    mutating func lapse(_ subject: VerificationSubject) { change(subject, by: .verificationLapsed(subject)) }

    /// Whether a verification ends at an instant.
    func lapses(_ subject: VerificationSubject, at instant: Stamp) -> Bool {
        if case .valid(let verification) = verifications.state(of: subject) {
            verification.until == instant
        } else {
            false
        }
    }

    /// Lets an event happen, then decides whom more or less of the subject's offers concerns.
    private mutating func change(_ subject: VerificationSubject, by event: Event) {
        let offers = openOffers(of: subject)
        let still = offers.filter { market.isSuspended($0) }
        let queue = RematchQueue(reducing: offers.filter { !market.isSuspended($0) }, in: market)
        emit(event)
        settle(queue)
        settle(meeting: still)
    }

    private func checkSubject(_ subject: VerificationSubject) throws(Reason) {
        switch subject {
        case .offer(let id):
            guard let entry = orders.offer(id) else { throw .unknownOffer }
            guard entry.isOpen else { throw .alreadyClosed }
        case .provider(let party):
            guard parties.entry(party)?.registration.provides == true else { throw .unknownParty }
        }
    }

    private func openOffers(of subject: VerificationSubject) -> [OfferID] {
        switch subject {
        case .offer(let offer): orders.offer(offer)?.isOpen == true ? [offer] : []
        case .provider(let party): orders.openOffers(of: party)
        }
    }
}

// How events change what is verified.
extension Exchange {
    mutating func verified(_ verification: Verification) {
        set(.valid(verification), of: verification.subject)
        switch verification.subject {
        case .offer(let offer):
            due.insert(Due(at: verification.until, kind: .offerVerification, number: offer.number))
        case .provider(let party):
            due.insert(Due(at: verification.until, kind: .providerVerification, number: party.number))
        }
    }

    mutating func set(_ state: VerificationRegister.State, of subject: VerificationSubject) {
        verifications.set(subject, state)
        for offer in openOffers(of: subject) { setSuspension(of: offer) }
    }
}
