import Domain
import Postgres

/// A halt as the database has it.
public struct StoredHalt: Sendable {
    public let sequence: Int64
    public let scope: HaltScope
    /// nil once erased.
    public let note: String?
    /// nil while it is in force.
    public let resumed: Resumption?

    public struct Resumption: Sendable {
        public let sequence: Int64
        public let note: String?
    }
}

extension ExchangeQueries {
    public func halts(_ range: ListRange) async throws(QueryError) -> ReadAt<[StoredHalt]> {
        try await read(.anybody) { connection in
            try connection.list(Self.haltSQL, range.parameters, StoredHalt.init)
        }
    }

    private static let haltSQL = """
        SELECT h.seq, h.scope, t.text, r.seq, r.text
        FROM exchange.halt AS h
        LEFT JOIN exchange.erasable_text AS t ON t.commitment = h.note
        LEFT JOIN LATERAL (
            SELECT n.seq, u.text FROM exchange.halt AS n LEFT JOIN exchange.erasable_text AS u ON u.commitment = n.note
            WHERE n.scope = h.scope AND n.resumes AND n.seq > h.seq ORDER BY n.seq LIMIT 1
        ) AS r ON true
        WHERE NOT h.resumes AND h.seq > $1 ORDER BY h.seq LIMIT $2
        """
}

extension StoredHalt {
    fileprivate init(_ row: Row) throws {
        let resumed = try row.int64OrNull(3)
        let note = try row.textOrNull(4)
        self.init(
            sequence: try row.int64(0), scope: try HaltScope(try row.text(1)), note: try row.textOrNull(2),
            resumed: resumed.map { Resumption(sequence: $0, note: note) })
    }
}

/// A change of what is verified, as the database has it.
public struct StoredVerification: Sendable {
    public let sequence: Int64
    public let subject: VerificationSubject
    public let change: Change
    /// Whether nothing has changed it since.
    public let isCurrent: Bool

    public enum Change: Sendable {
        case verified(Verification)
        case failed(evidence: Commitment)
        case lapsed
    }
}

extension ExchangeQueries {
    public func verifications(_ range: ListRange) async throws(QueryError) -> ReadAt<[StoredVerification]> {
        try await read(.anybody) { connection in
            try connection.list(Self.verificationSQL, range.parameters, StoredVerification.init)
        }
    }

    private static let verificationSQL = """
        SELECT v.seq, v.subject, v.state, v.tier, v.valid_until, v.evidence,
               NOT EXISTS (SELECT FROM exchange.verification AS n WHERE n.subject = v.subject AND n.seq > v.seq)
        FROM exchange.verification AS v WHERE v.seq > $1 ORDER BY v.seq LIMIT $2
        """
}

extension StoredVerification {
    fileprivate init(_ row: Row) throws {
        let subject = try VerificationSubject(try row.text(1))
        self.init(
            sequence: try row.int64(0), subject: subject, change: try Change(row, subject), isCurrent: try row.bool(6))
    }
}

extension StoredVerification.Change {
    fileprivate init(_ row: Row, _ subject: VerificationSubject) throws {
        guard try row.int64OrNull(4) != nil else {
            self = try row.value(2, as: Int16.self) == 2 ? .lapsed : .failed(evidence: Commitment(bytes: row.bytes(5)))
            return
        }
        guard let tier = VerificationTier(rawValue: UInt8(clamping: try row.value(3, as: Int16.self))) else {
            throw Reason.internalFault
        }
        self = .verified(
            Verification(
                subject: subject, tier: tier, evidence: try Commitment(bytes: row.bytes(5)),
                until: Stamp(microseconds: try row.int64(4))))
    }
}
