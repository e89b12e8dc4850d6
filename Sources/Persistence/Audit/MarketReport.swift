import Postgres

/// What a market came to, each figure a query over the database, all at one sequence number.
public struct MarketReport: Sendable {
    /// A name and how often it occurs.
    public struct Count: Sendable, Hashable {
        public let name: String
        public let count: Int64
    }

    /// The trial balance of one asset: what its sources gave, and the sum of all its balances (zero).
    public struct AssetLine: Sendable, Hashable {
        /// `cny`, `programme-1.0` or `quota` for the quotas of all leases together.
        public let asset: String
        public let role: String
        public let balance: Int64
    }

    /// The pool identity of one funder's part of a programme.
    public struct PoolLine: Sendable, Hashable {
        public let programme: Int64
        public let code: String
        public let funder: Int64
        public let authorised: Int64
        public let accounted: Int64
        public var holds: Bool { authorised == accounted }
    }

    public let sequence: Int64
    public let records: [Count]
    public let refusals: [Count]
    public let offers: [Count]
    public let demands: [Count]
    public let fills: Int64
    /// Milli-unit-hours.
    public let filledUnitHours: Int64
    public let capacityFen: Int64
    public let transferFen: Int64
    public let ownFen: Int64
    public let publicFen: Int64
    public let lots: [Count]
    public let lotFaceFen: Int64
    /// Milli-unit-seconds by outcome.
    public let delivered: [Count]
    public let balances: [AssetLine]
    public let pools: [PoolLine]
    public let fillsByZone: [Count]
    public let fillsByHour: [Count]

    /// Reads all figures in one snapshot.
    ///
    /// - Parameter connection: of the auditor, or of another role that reads all rows.
    public init(readFrom connection: Connection) throws {
        self = try connection.transaction(.snapshot) { connection in try MarketReport(querying: connection) }
    }

    private init(querying connection: Connection) throws {
        let counts = { (sql: String) in
            try connection.execute(sql).rows.map { Count(name: try $0.text(0), count: try $0.int64(1)) }
        }
        sequence = try connection.execute("SELECT size FROM exchange.log_head").first().int64(0)
        records = try counts("SELECT kind::text, count(*) FROM exchange.journal GROUP BY kind ORDER BY kind")
        refusals = try counts(
            "SELECT reason, count(*) FROM exchange.journal WHERE reason IS NOT NULL GROUP BY reason ORDER BY reason")
        offers = try counts("SELECT state, count(*) FROM exchange.offer GROUP BY state ORDER BY state")
        demands = try counts(
            """
            SELECT CASE WHEN state = 'closed' THEN reason
                        WHEN state = 'open' AND filled_hours > 0 THEN 'partly filled' ELSE state END AS name, count(*)
            FROM exchange.demand GROUP BY name ORDER BY name
            """)
        let sums = try connection.execute(
            """
            SELECT count(*), coalesce(sum(quantity * (end_hour - start_hour)), 0)::bigint,
                   coalesce(sum(capacity), 0)::bigint, coalesce(sum(transfer), 0)::bigint,
                   coalesce(sum(own), 0)::bigint
            FROM exchange.fill
            """
        ).first()
        fills = try sums.int64(0)
        filledUnitHours = try sums.int64(1)
        capacityFen = try sums.int64(2)
        transferFen = try sums.int64(3)
        ownFen = try sums.int64(4)
        publicFen = try connection.execute("SELECT coalesce(sum(amount), 0)::bigint FROM exchange.fill_share")
            .first().int64(0)
        lots = try counts("SELECT state, count(*) FROM exchange.lot GROUP BY state ORDER BY state")
        lotFaceFen = try connection.execute("SELECT coalesce(sum(face), 0)::bigint FROM exchange.lot").first().int64(0)
        delivered = try counts(
            """
            SELECT o.name, o.amount FROM (
                SELECT coalesce(sum(used), 0)::bigint AS used, coalesce(sum(idle), 0)::bigint AS idle,
                       coalesce(sum(missed), 0)::bigint AS missed FROM exchange.lease) AS l,
                LATERAL (VALUES ('used', l.used), ('idle', l.idle), ('missed', l.missed)) AS o (name, amount)
            """)
        balances = try Self.balances(connection)
        pools = try Self.pools(connection)
        fillsByZone = try counts(
            """
            SELECT z.code, sum(f.quantity * (f.end_hour - f.start_hour))::bigint AS amount
            FROM exchange.fill AS f JOIN exchange.zone AS z ON z.id = f.zone GROUP BY z.code ORDER BY amount DESC, z.code
            """)
        fillsByHour = try counts(
            """
            SELECT (start_hour / 24)::text, count(*) FROM exchange.fill GROUP BY start_hour / 24 ORDER BY start_hour / 24
            """)
    }

    private static func balances(_ connection: Connection) throws -> [AssetLine] {
        let rows = try connection.execute(
            """
            SELECT CASE b.asset_kind WHEN 0 THEN 'cny' WHEN 1 THEN 'programme-' || b.asset_number || '.' || b.funder
                        ELSE 'quota' END AS asset, r.name, sum(b.balance)::bigint
            FROM exchange.balance AS b JOIN exchange.account_role AS r ON r.number = b.role
            GROUP BY asset, b.asset_kind, r.number, r.name HAVING sum(b.balance) <> 0
            ORDER BY b.asset_kind, asset, r.number
            """)
        return try rows.rows.map {
            AssetLine(asset: try $0.text(0), role: try $0.text(1), balance: try $0.int64(2))
        }
    }

    private static func pools(_ connection: Connection) throws -> [PoolLine] {
        let rows = try connection.execute(
            """
            SELECT p.id, p.code, b.funder, -sum(b.balance) FILTER (WHERE r.is_source)::bigint,
                   coalesce(sum(b.balance) FILTER (WHERE NOT r.is_source), 0)::bigint
            FROM exchange.balance AS b
            JOIN exchange.account_role AS r ON r.number = b.role
            JOIN exchange.programme AS p ON p.id = b.asset_number
            WHERE b.asset_kind = 1 GROUP BY p.id, p.code, b.funder ORDER BY p.id, b.funder
            """)
        return try rows.rows.map {
            PoolLine(
                programme: try $0.int64(0), code: try $0.text(1), funder: Int64(try $0.int16(2)),
                authorised: try $0.int64(3), accounted: try $0.int64(4))
        }
    }
}
