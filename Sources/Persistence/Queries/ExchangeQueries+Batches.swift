import Domain
import Postgres
import Records

/// A batch as it is published: what it froze, and how it ended.
public struct StoredBatch: Sendable {
    public let id: BatchID
    public let scope: BatchScope
    public let until: Stamp
    public let members: Int64
    /// With what they had to give, each run of hours by itself; empty in a list.
    public let offers: [BatchOffer]
    /// nil while it is open.
    public let ending: Ending?
    public let sequence: Int64

    public struct Ending: Sendable {
        public let outcome: Outcome
        public let sequence: Int64
    }

    public enum Outcome: Sendable {
        /// With the number of members rejected in the money.
        case cleared(BatchProof, rejected: Int64)
        case released(Reason)
    }
}

extension ExchangeQueries {
    public func batches(_ range: ListRange) async throws(QueryError) -> ReadAt<[StoredBatch]> {
        try await read(.anybody) { connection in
            try connection.list(Self.batchSQL + "WHERE id > $1 ORDER BY id LIMIT $2", range.parameters) {
                try StoredBatch($0, offers: [])
            }
        }
    }

    public func batch(_ id: BatchID) async throws(QueryError) -> ReadAt<StoredBatch?> {
        try await read(.anybody) { connection in
            let offers = try connection.list(
                """
                SELECT offer, start_hour, end_hour, ask_sum, capacity FROM exchange.batch_run WHERE batch = $1
                ORDER BY position
                """, [.int8(id.number)], BatchOffer.init)
            return try connection.one(Self.batchSQL + "WHERE id = $1", [.int8(id.number)]) {
                try StoredBatch($0, offers: offers)
            }
        }
    }

    private static let batchSQL = """
        SELECT id, zone, start_hour, end_hour, lot, deadline, members, reason, proof, rejected, seq, closed_seq
        FROM exchange.batch

        """
}

extension StoredBatch {
    fileprivate init(_ row: Row, offers: [BatchOffer]) throws {
        self.init(
            id: BatchID(try row.int64(0)),
            scope: BatchScope(
                zone: ZoneID(try row.int64(1)), window: Window(unchecked: try row.int64(2), try row.int64(3)),
                lot: Quantity(unchecked: try row.int64(4))),
            until: Stamp(microseconds: try row.int64(5)), members: try row.int64(6), offers: offers,
            ending: try row.int64OrNull(11).map { Ending(outcome: try Outcome(row), sequence: $0) },
            sequence: try row.int64(10))
    }
}

extension StoredBatch.Outcome {
    fileprivate init(_ row: Row) throws {
        if let reason = try row.reason(7) {
            self = .released(reason)
        } else {
            self = .cleared(try BatchProof(canonicalForm: try row.bytes(8)), rejected: try row.int64(9))
        }
    }
}

extension BatchOffer {
    fileprivate init(_ row: Row) throws {
        self.init(
            offer: OfferID(try row.int64(0)),
            runs: [
                BatchRun(
                    window: Window(unchecked: try row.int64(1), try row.int64(2)), askSum: try row.int64(3),
                    capacity: Quantity(unchecked: try row.int64(4)))
            ])
    }
}
