import Domain
import Postgres
import Records
import Trading

/// The record that answers to a client's key.
public struct KeyedRecord: Hashable, Sendable {
    public let sequence: Int64
    public let bodyHash: [UInt8]

    public init(sequence: Int64, bodyHash: [UInt8]) {
        self.sequence = sequence
        self.bodyHash = bodyHash
    }
}

extension PostgresJournal {
    /// The record of each key that has one. One round trip. Errors: `unavailable`, `damaged`.
    public func records(of keys: [IdempotencyKey]) throws(JournalError) -> [IdempotencyKey: KeyedRecord] {
        guard !keys.isEmpty else { return [:] }
        let result = try journaling {
            try connection.execute(
                """
                SELECT k.organisation, k.operation, k.key, k.seq, k.body_hash
                FROM unnest($1::bigint[], $2::smallint[], $3::text[]) AS u(organisation, operation, key)
                JOIN exchange.client_key AS k USING (organisation, operation, key)
                """,
                [
                    .int8Array(keys.map(\.organisationNumber)),
                    .int2Array(keys.map { Int16($0.operation.rawValue) }), .textArray(keys.map(\.text)),
                ])
        }
        var records: [IdempotencyKey: KeyedRecord] = [:]
        for row in result.rows {
            try reading(0) {
                guard let key = try IdempotencyKey(row, from: 0) else { return }
                records[key] = KeyedRecord(sequence: try row.int64(3), bodyHash: try row.bytes(4))
            }
        }
        return records
    }

    /// Hands over every key that has a record, in no order. Errors: `unavailable`, `damaged`, what the body throws.
    public func forEachKey(_ body: (IdempotencyKey) throws -> Void) throws {
        try connection.forEachRow("SELECT organisation, operation, key FROM exchange.client_key") { row in
            if let key = try IdempotencyKey(row, from: 0) { try body(key) }
        }
    }
}
