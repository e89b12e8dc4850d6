import Domain
import Postgres
import Records

/// What is published in versions: a version and what it holds.
public struct Versioned<Value: Sendable>: Sendable {
    /// 0 before the first is published.
    public let version: Int64
    public let value: Value
}

extension ExchangeQueries {
    public func zones(_ range: ListRange) async throws(QueryError) -> ReadAt<[Zone]> {
        try await read(.anybody) { connection in
            try connection.list(
                """
                SELECT id, code, name, name_english, level, parent FROM exchange.zone
                WHERE id > $1 ORDER BY id LIMIT $2
                """, range.parameters, Zone.init)
        }
    }

    public func network() async throws(QueryError) -> ReadAt<Versioned<[Link]>> {
        try await read(.anybody) { connection in
            let version = try connection.newestVersion("link")
            return Versioned(
                version: version,
                value: try connection.list(
                    """
                    SELECT home, zone, latency, tariff, tariff_kind FROM exchange.link
                    WHERE version = $1 ORDER BY home, zone
                    """, [.int8(version)], Link.init))
        }
    }

    public func conversion() async throws(QueryError) -> ReadAt<Versioned<[Chip]>> {
        try await read(.anybody) { connection in
            let version = try connection.newestVersion("chip")
            return Versioned(
                version: version,
                value: try connection.list(
                    "SELECT body FROM exchange.chip WHERE version = $1 ORDER BY code", [.int8(version)]
                ) { try Chip(canonicalForm: try $0.bytes(0)) })
        }
    }

    /// An instance type, and its chip in each version of the conversion table that has it, the newest 500 from the oldest
    /// on; nil where there is no such type.
    public func conversions(of id: InstanceTypeID) async throws(QueryError) -> ReadAt<StoredConversions?> {
        try await read(.anybody) { connection in
            let body = "SELECT body FROM exchange.instance_type WHERE id = $1"
            let type = try connection.one(body, [.int8(id.number)]) { try InstanceType(canonicalForm: try $0.bytes(0)) }
            guard let type else { return nil }
            guard let chip = type.terms.chip else { return StoredConversions(type: type, chips: []) }
            let chips = try connection.list(
                """
                SELECT version, body FROM exchange.chip WHERE code = $1 ORDER BY version DESC LIMIT 500
                """, [.text(chip.text)]
            ) { Versioned(version: try $0.int64(0), value: try Chip(canonicalForm: try $0.bytes(1))) }
            return StoredConversions(type: type, chips: chips.reversed())
        }
    }

    /// The policy in force, which before the first is the standard one.
    public func policy() async throws(QueryError) -> ReadAt<Versioned<MarketPolicy>> {
        try await read(.anybody) { connection in
            try connection.one(
                """
                SELECT version, fee_basis_points, contest_hours, report_hours, missed_hours_to_end, price_rule
                FROM exchange.market_policy ORDER BY version DESC LIMIT 1
                """, []
            ) { Versioned(version: try $0.int64(0), value: try MarketPolicy($0, from: 1)) }
                ?? Versioned(version: 0, value: .standard)
        }
    }

    public func instanceTypes(_ range: ListRange) async throws(QueryError) -> ReadAt<[InstanceType]> {
        try await read(.anybody) { connection in
            try connection.list(
                "SELECT body FROM exchange.instance_type WHERE id > $1 ORDER BY id LIMIT $2", range.parameters
            ) { try InstanceType(canonicalForm: try $0.bytes(0)) }
        }
    }

    public func instanceType(_ id: InstanceTypeID) async throws(QueryError) -> ReadAt<InstanceType?> {
        try await read(.anybody) { connection in
            try connection.one("SELECT body FROM exchange.instance_type WHERE id = $1", [.int8(id.number)]) {
                try InstanceType(canonicalForm: try $0.bytes(0))
            }
        }
    }
}

extension Connection {
    /// A version without any row leaves no trace, and reads as the one before it.
    fileprivate func newestVersion(_ table: StaticString) throws -> Int64 {
        try execute("SELECT coalesce(max(version), 0) FROM exchange.\(table)").first().int64(0)
    }
}

extension Zone {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: ZoneID(try row.int64(0)), code: try Symbol(try row.text(1)), name: try Label(try row.text(2)),
            nameEnglish: try Label(try row.text(3)), level: try row.enumeration(4),
            parent: try row.int64OrNull(5).map { ZoneID($0) })
    }
}

extension Link {
    fileprivate init(_ row: Row) throws {
        self.init(
            from: ZoneID(try row.int64(0)), to: ZoneID(try row.int64(1)), latencyMicroseconds: try row.int64(2),
            tariff: try UnitPrice(tariff: try row.int64(3)), tariffKind: try row.enumeration(4))
    }
}

extension MarketPolicy {
    fileprivate init(_ row: Row, from column: Int) throws {
        self.init(
            fee: try BasisPoints(Int64(try row.int16(column))), contestHours: try row.int64(column + 1),
            reportHours: try row.int64(column + 2), missedHoursToEnd: try row.int64(column + 3),
            priceRule: try row.enumeration(column + 4))
    }
}

/// An instance type and what versions of the conversion table say of its chip.
public struct StoredConversions: Sendable {
    public let type: InstanceType
    public let chips: [Versioned<Chip>]
}
