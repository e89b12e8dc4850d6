import Domain
import Records

extension GoldenRecords {
    static func safety(_ kind: CommandKind) throws(Reason) -> (Command, [Event], [Transfer]) {
        let note = try Commitment(bytes: [UInt8](repeating: 7, count: 32))
        switch kind {
        case .halt:
            let scope = HaltScope.region(ZoneID(3))
            let halt = Halt(scope: scope, note: note, person: PersonID(3))
            return (.halt(scope, note: note), [.halted(halt)], [])
        case .attest:
            let verification = Verification(
                subject: .offer(OfferID(3)), tier: .measured, evidence: note, until: Stamp(seconds: 1_795_003_600))
            return (.attest(verification), [.verified(verification, by: PersonID(3))], [])
        case .failVerification:
            let subject = VerificationSubject.provider(PartyID(2))
            return (
                .failVerification(subject, evidence: note),
                [
                    .verificationFailed(subject, evidence: note, by: PersonID(3)),
                    .verificationLapsed(.offer(OfferID(3))),
                ], []
            )
        case .setSafetyPolicy:
            let policy = try SafetyPolicy(
                collar: try PriceCollar(below: 5_000, above: 20_000),
                types: [TypeCollar(instanceType: InstanceTypeID(2), collar: nil)], openDemandsMost: 500,
                ordersPerHourMost: 10_000)
            return (.setSafetyPolicy(policy), [.safetyPolicySet(version: 1, policy)], [])
        default:
            let halt = Halt(scope: .market, note: note, person: PersonID(4))
            return (.resume(.market, note: note), [.resumed(halt)], [])
        }
    }
}
