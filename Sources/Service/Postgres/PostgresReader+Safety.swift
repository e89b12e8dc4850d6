import Domain
import ExchangeAPI
import Persistence

extension PostgresReader {
    public func halts(_ page: PageRequest) async throws(ReadFault) -> Snapshot<[HaltResource]> {
        try await read({ queries async throws(QueryError) in try await queries.halts(ListRange(page)) }) {
            $0.map(HaltResource.init)
        }
    }
}

extension HaltResource {
    fileprivate init(_ halt: StoredHalt) {
        self.init(
            scope: halt.scope, sequence: halt.sequence, note: halt.note, resumedSequence: halt.resumed?.sequence,
            resumedNote: halt.resumed?.note)
    }
}

extension PostgresReader {
    public func verifications(_ page: PageRequest) async throws(ReadFault) -> Snapshot<[VerificationResource]> {
        try await read({ queries async throws(QueryError) in try await queries.verifications(ListRange(page)) }) {
            $0.map(VerificationResource.init)
        }
    }
}

extension VerificationResource {
    fileprivate init(_ stored: StoredVerification) {
        let (outcome, tier, until, evidence): (VerificationOutcome, VerificationTier?, Stamp?, Commitment?) =
            switch stored.change {
            case .verified(let made): (.valid, made.tier, made.until, made.evidence)
            case .failed(let evidence): (.failed, nil, nil, evidence)
            case .lapsed: (.lapsed, nil, nil, nil)
            }
        self.init(
            sequence: stored.sequence, subject: stored.subject, state: outcome, current: stored.isCurrent, tier: tier,
            validUntil: until, evidence: evidence)
    }
}
