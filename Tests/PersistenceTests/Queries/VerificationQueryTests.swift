import Domain
import Persistence
import Records
import Testing
import Trading

/// What was verified, failed and lapsed, with its evidence.
struct VerificationQueryTests {
    @Test func eachChangeIsReadAndTheLastOfASubjectIsCurrent() async throws {
        let market = try StoredMarket()
        try market.defineCatalogue()
        try market.admitParties()
        let subject = VerificationSubject.provider(StoredMarket.provider)
        let evidence = try Commitment(bytes: [UInt8](repeating: 3, count: 32))
        let verification = Verification(
            subject: subject, tier: .documented, evidence: evidence, until: Stamp(hour: StoredMarket.start + 2))
        try market.accept(.attest(verification), by: .operatorOne)
        try market.advance(hours: 3)
        try market.accept(.failVerification(subject, evidence: evidence), by: .operatorTwo)
        let all = try await market.queries.verifications(.all).value
        #expect(all.map(\.subject) == [subject, subject, subject])
        #expect(all.map(\.isCurrent) == [false, false, true])
        guard case .verified(let read) = all.first?.change, case .failed(let found) = all.last?.change,
            case .lapsed = all.dropFirst().first?.change
        else {
            Issue.record("verified, lapsed, failed: \(all)")
            return
        }
        #expect(read == verification && found == evidence)
        let rest = try await market.queries.verifications(ListRange(after: all[1].sequence, limit: 5)).value
        #expect(rest.count == 1)
    }
}
