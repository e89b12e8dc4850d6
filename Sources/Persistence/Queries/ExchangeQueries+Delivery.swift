import Domain
import Postgres
import Records

/// A fill and the record that made it.
public struct StoredFill: Sendable {
    public let fill: Fill
    public let sequence: Int64
}

/// A lease and how far it was delivered. Amounts in milli-unit-seconds.
public struct StoredLease: Sendable {
    public let id: LeaseID
    public let buyer: PartyID
    public let provider: PartyID
    public let quota: Int64
    public let used: Int64
    public let idle: Int64
    public let missed: Int64
    public let deliveredUntilSecond: Int64
    public let matured: Money
    public let claimed: Money
    /// Why it ended early, and from which hour.
    public let reason: Reason?
    public let endedHour: Hour?
    /// No longer owed, and the demand that looked for it elsewhere.
    public let cut: Int64
    public let sought: DemandID?
}

/// A stretch of a lease that came to its end, and the record that says so.
public struct StoredDelivery: Sendable {
    public let delivery: Delivery
    public let sequence: Int64
}

extension ExchangeQueries {
    public func fills(
        _ view: ReadView, demand: DemandID?, offer: OfferID?, _ range: ListRange
    ) async throws(QueryError) -> ReadAt<[StoredFill]> {
        try await read(view) { connection in
            try connection.list(
                Self.fillSQL + """
                    WHERE f.id > $1 AND ($3::bigint IS NULL OR f.demand = $3) AND ($4::bigint IS NULL OR f.offer = $4)
                    ORDER BY f.id LIMIT $2
                    """,
                range.parameters + [.optional(demand?.number), .optional(offer?.number)], StoredFill.init)
        }
    }

    public func fill(_ view: ReadView, _ id: FillID) async throws(QueryError) -> ReadAt<StoredFill?> {
        try await read(view) { connection in
            try connection.one(Self.fillSQL + "WHERE f.id = $1", [.int8(id.number)], StoredFill.init)
        }
    }

    private static let fillSQL = """
        SELECT f.id, f.demand, f.offer, f.buyer, f.provider, f.quantity, f.start_hour, f.end_hour, f.ask_sum,
               f.price_sum, f.charge_tariff, f.home, f.zone, f.capacity, f.transfer, f.own, f.fee_basis_points,
               f.network_version, f.conversion_version, f.policy_version, f.reference_version, f.related,
               f.seq,
               ARRAY(SELECT s.lot FROM exchange.fill_share AS s WHERE s.fill = f.id ORDER BY s.lot, s.funder),
               ARRAY(SELECT s.funder::bigint FROM exchange.fill_share AS s WHERE s.fill = f.id ORDER BY s.lot, s.funder),
               ARRAY(SELECT s.amount FROM exchange.fill_share AS s WHERE s.fill = f.id ORDER BY s.lot, s.funder), f.milli_scu
        FROM exchange.fill AS f

        """

    public func leases(_ view: ReadView, _ range: ListRange) async throws(QueryError) -> ReadAt<[StoredLease]> {
        try await read(view) { connection in
            try connection.list(
                Self.leaseSQL + "WHERE id > $1 ORDER BY id LIMIT $2", range.parameters, StoredLease.init)
        }
    }

    public func lease(_ view: ReadView, _ id: LeaseID) async throws(QueryError) -> ReadAt<StoredLease?> {
        try await read(view) { connection in
            try connection.one(Self.leaseSQL + "WHERE id = $1", [.int8(id.number)], StoredLease.init)
        }
    }

    private static let leaseSQL = """
        SELECT id, buyer, provider, quota, used, idle, missed, delivered_until, matured, claimed, reason, ended_hour,
               cut, sought
        FROM exchange.lease

        """

    /// In order of time; the range's key is the second that a stretch begins with.
    public func deliveries(
        _ view: ReadView, of lease: LeaseID, _ range: ListRange
    ) async throws(QueryError) -> ReadAt<[StoredDelivery]> {
        try await read(view) { connection in
            try connection.list(
                """
                SELECT from_second, until_second, used, idle, missed, reason, seq FROM exchange.delivery
                WHERE lease = $3 AND from_second > $1 ORDER BY from_second LIMIT $2
                """, range.parameters + [.int8(lease.number)]
            ) { row in
                StoredDelivery(
                    delivery: Delivery(
                        lease: lease, fromSecond: try row.int64(0), untilSecond: try row.int64(1),
                        used: try row.int64(2), idle: try row.int64(3), missed: try row.int64(4),
                        reason: try row.reason(5)), sequence: try row.int64(6))
            }
        }
    }
}

extension StoredLease {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: LeaseID(try row.int64(0)), buyer: PartyID(try row.int64(1)), provider: PartyID(try row.int64(2)),
            quota: try row.int64(3), used: try row.int64(4), idle: try row.int64(5), missed: try row.int64(6),
            deliveredUntilSecond: try row.int64(7), matured: Money(fen: try row.int64(8)),
            claimed: Money(fen: try row.int64(9)), reason: try row.reason(10), endedHour: try row.int64OrNull(11),
            cut: try row.int64(12), sought: try row.int64OrNull(13).map { DemandID($0) })
    }
}

extension StoredFill {
    fileprivate init(_ row: Row) throws {
        let own = Money(fen: try row.int64(15))
        let shares = try StoredFill.shares(row)
        self.init(
            fill: Fill(
                id: FillID(try row.int64(0)), demand: DemandID(try row.int64(1)), offer: OfferID(try row.int64(2)),
                buyer: PartyID(try row.int64(3)), provider: PartyID(try row.int64(4)),
                quantity: Quantity(unchecked: try row.int64(5)),
                window: Window(unchecked: try row.int64(6), try row.int64(7)), askSum: try row.int64(8),
                priceSum: try row.int64(9), chargeTariff: UnitPrice(unchecked: try row.int64(10)),
                home: ZoneID(try row.int64(11)), zone: ZoneID(try row.int64(12)),
                capacity: Money(fen: try row.int64(13)), transfer: Money(fen: try row.int64(14)),
                shares: (own > .zero ? [FundingShare(source: .own, amount: own)] : []) + shares,
                fee: BasisPoints(unchecked: Int64(try row.int16(16))),
                versions: PinnedVersions(
                    network: try row.int64(17), conversion: try row.int64(18), policy: try row.int64(19),
                    reference: try row.int64(20)), related: try row.bool(21),
                milliScu: try row.int64OrNull(26)), sequence: try row.int64(22))
    }

    /// Three arrays of one order.
    private static func shares(_ row: Row) throws -> [FundingShare] {
        let lots = try row.value(23, as: [Int64].self)
        let funders = try row.value(24, as: [Int64].self)
        let amounts = try row.value(25, as: [Int64].self)
        return lots.indices.map {
            FundingShare(source: .lot(LotID(lots[$0]), funder: funders[$0]), amount: Money(fen: amounts[$0]))
        }
    }
}
