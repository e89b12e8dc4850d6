import Postgres

/// A row of the API keys, as numbers: this module knows no seats' meaning.
public struct StoredKey: Hashable, Sendable {
    public let id: Int64
    public let hash: [UInt8]
    public let person: Int64
    /// 0 trader, 1 manager, 2 auditor, 3 operator.
    public let duty: Int16
    /// 0 for a person without one.
    public let organisation: Int64
    public let seat: Int16
    public let isRevoked: Bool

    public init(
        id: Int64, hash: [UInt8], person: Int64, duty: Int16, organisation: Int64, seat: Int16, isRevoked: Bool
    ) {
        self.id = id
        self.hash = hash
        self.person = person
        self.duty = duty
        self.organisation = organisation
        self.seat = seat
        self.isRevoked = isRevoked
    }
}

/// The table of API keys.
public struct StoredKeys: Sendable {
    private let pool: ConnectionPool

    /// - Parameter pool: of the reader to read, of the writer to add and revoke.
    public init(_ pool: ConnectionPool) { self.pool = pool }

    /// All, in order of number.
    public func all() async throws -> [StoredKey] {
        try await pool.withConnection { connection in
            try connection.list(
                "SELECT id, hash, person, duty, organisation, seat, revoked FROM exchange.api_key ORDER BY id", [],
                StoredKey.init)
        }
    }

    /// Adds a key, and its person where that is new. Fails where a constraint refuses it.
    public func add(_ key: StoredKey) async throws {
        try await pool.withConnection { connection in
            try connection.transaction { connection in
                try connection.execute(
                    """
                    INSERT INTO exchange.person (id, duty, organisation) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING
                    """, [.int8(key.person), .int2(key.duty), .int8(key.organisation)])
                try connection.execute(
                    """
                    INSERT INTO exchange.api_key (id, hash, person, duty, organisation, seat)
                    VALUES ($1, $2, $3, $4, $5, $6)
                    """,
                    [
                        .int8(key.id), .bytea(key.hash), .int8(key.person), .int2(key.duty), .int8(key.organisation),
                        .int2(key.seat),
                    ])
            }
        }
    }

    /// False where there is no such key.
    public func revoke(_ id: Int64) async throws -> Bool {
        try await pool.withConnection { connection in
            try connection.execute("UPDATE exchange.api_key SET revoked = true WHERE id = $1", [.int8(id)])
                .affectedRows == 1
        }
    }
}

extension StoredKey {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.int64(0), hash: try row.bytes(1), person: try row.int64(2), duty: try row.int16(3),
            organisation: try row.int64(4), seat: try row.int16(5), isRevoked: try row.bool(6))
    }
}
