import Domain
import Postgres
import Records
import Trading
import TransparencyLog

/// That a leaf is in the log of a size.
public struct ProvenInclusion: Sendable {
    public let leaf: Digest
    public let root: Digest
    public let proof: InclusionProof
}

/// That one log continues another.
public struct ProvenConsistency: Sendable {
    public let first: Digest
    public let second: Digest
    public let proof: ConsistencyProof
}

/// A record as it is stored.
public struct StoredRecord: Sendable {
    public let header: RecordHeader
    public let nonce: [UInt8]
    /// The canonical bytes of command and events (docs/log-format.md); transfers have rows of their own.
    public let body: [UInt8]
    public let leaf: [UInt8]
}

extension ExchangeQueries {
    /// nil where the log is shorter than the size, or the size than the sequence.
    public func inclusion(of sequence: Int64, size: Int64) async throws(QueryError) -> ProvenInclusion? {
        try await read(.everything) { connection -> ProvenInclusion? in
            guard 1 <= sequence, sequence <= size, size <= (try connection.logSize()) else { return nil }
            let hashes = StoredHashes(connection, size: UInt64(size))
            return ProvenInclusion(
                leaf: try Digest(try connection.leaf(sequence)), root: try hashes.root(of: UInt64(size)),
                proof: try hashes.inclusionProof(of: UInt64(sequence - 1), in: UInt64(size)))
        }.value
    }

    /// nil where the log is shorter than the second size, or that than the first.
    public func consistency(_ first: Int64, _ second: Int64) async throws(QueryError) -> ProvenConsistency? {
        try await read(.everything) { connection -> ProvenConsistency? in
            guard 0 <= first, first <= second, second <= (try connection.logSize()) else { return nil }
            let hashes = StoredHashes(connection, size: UInt64(second))
            return ProvenConsistency(
                first: try hashes.root(of: UInt64(first)), second: try hashes.root(of: UInt64(second)),
                proof: try hashes.consistencyProof(from: UInt64(first), to: UInt64(second)))
        }.value
    }

    /// For auditors.
    public func records(_ range: ListRange) async throws(QueryError) -> ReadAt<[StoredRecord]> {
        try await read(.everything) { connection in
            try connection.list(
                """
                SELECT seq, stamp, organisation, person, key, seat, kind, reason, nonce, body, leaf
                FROM exchange.journal WHERE seq > $1 ORDER BY seq LIMIT $2
                """, range.parameters
            ) { row in
                StoredRecord(
                    header: try RecordHeader(row), nonce: try row.bytes(8), body: try row.bytes(9),
                    leaf: try row.bytes(10))
            }
        }
    }
}

extension Connection {
    fileprivate func logSize() throws -> Int64 { try execute("SELECT size FROM exchange.log_head").first().int64(0) }

    fileprivate func leaf(_ sequence: Int64) throws -> [UInt8] {
        try execute("SELECT leaf FROM exchange.journal WHERE seq = $1", [.int8(sequence)]).first().bytes(0)
    }
}
