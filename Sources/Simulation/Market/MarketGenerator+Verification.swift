import Domain
import Records

extension MarketGenerator {
    /// Of an open offer or a provider, for hours to weeks; what is found to have failed is mostly verified anew.
    mutating func attest() throws -> GeneratedCommand? {
        let subject =
            view.failedVerifications.isEmpty || random.chance(30) ? subject() : random.pick(view.failedVerifications)
        guard let subject else { return nil }
        let until = Stamp(microseconds: view.time.microseconds + random.number(1...400) * Stamp.microsecondsPerHour)
        let verification = Verification(
            subject: subject, tier: random.pick([.measured, .measured, .documented, .declared]),
            evidence: try commitment(), until: until)
        return GeneratedCommand(
            actor: random.pick(SimulatedActors.operators), command: .attest(verification))
    }

    mutating func failVerification() throws -> GeneratedCommand? {
        guard let subject = subject() else { return nil }
        return GeneratedCommand(
            actor: random.pick(SimulatedActors.operators),
            command: .failVerification(subject, evidence: try commitment()))
    }

    mutating func verification(of subject: VerificationSubject) throws -> Verification {
        Verification(subject: subject, tier: .measured, evidence: try commitment(), until: view.time)
    }

    private mutating func subject() -> VerificationSubject? {
        if random.chance(75), let offer = view.offers.draw(&random) { return .offer(offer) }
        return view.providers.isEmpty ? nil : .provider(random.pick(view.providers))
    }
}
